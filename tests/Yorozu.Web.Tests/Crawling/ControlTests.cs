namespace Yorozu.Web.Tests.Crawling;

public sealed class ControlTests
{
    [Fact]
    public async Task No_control_of_the_published_pages_leads_nowhere()
    {
        await using var app = await WebApp.StartPublishedAsync();

        await CheckAsync(app);
    }

    [Fact]
    public async Task No_control_leads_nowhere_after_six_years_of_monthly_releases()
    {
        await using var app = await WebApp.StartHistoryAsync();

        await CheckAsync(app);
    }

    private static async Task CheckAsync(WebApp app)
    {
        var crawler = new Crawler(app.Client);
        await crawler.RunAsync();

        crawler.Failures.Should().BeEmpty();
        crawler.Submissions.Should().BeGreaterThan(400, "every form offers something");
    }
}
