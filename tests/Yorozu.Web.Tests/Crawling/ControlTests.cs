using System.Globalization;
using System.Text.RegularExpressions;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Crawling;

/// <summary>Every link, tab, badge and form of every page, on the published pages, on years of releases, and where sums fail.</summary>
public sealed partial class ControlTests
{
    [Fact]
    public async Task No_control_of_the_published_pages_leads_nowhere()
    {
        await using var app = await WebApp.SharedAsync();

        await CheckAsync(app);
    }

    [Fact]
    public async Task No_control_leads_nowhere_after_57_monthly_releases()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        await CheckAsync(app);
    }

    [Fact]
    public async Task No_control_leads_nowhere_where_sums_fail_and_figures_are_revised()
    {
        const string Heading = "2.相談実績件数";
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(11, 2025).Build(),
            PageBuilder.Consultations(12, 2025).Figure(Heading, "岡山県", 4, 1).Printed(Heading, "東京都", 0, "9,999").Build(),
            PageBuilder.Consultations(1).Printed(Heading, "合計", 4, "1").Build());

        await CheckAsync(app);
    }

    private static async Task CheckAsync(WebApp app)
    {
        var crawler = new Crawler(app.Client);
        await crawler.RunAsync();

        crawler.Failures.Should().BeEmpty();
        crawler.Submissions.Should().BeGreaterThan(300, "every form offers something");
        crawler.Drawings.Should().BeGreaterThan(20, "charts of every kind are drawn");
        crawler.Badges.Should().NotBeEmpty();
        foreach (var ((badge, href), page) in crawler.Badges)
        {
            var target = await app.GetPageAsync(href.Split('#')[0]);
            var counts = target.QuerySelectorAll("main h2").Select(h => Counts().Match(h.TextContent)).Single(m => m.Success);
            var (all, failed) = (Number(counts.Groups["all"]), Number(counts.Groups["failed"]));
            if (counts.Groups["passed"].Success) failed = all - Number(counts.Groups["passed"]);

            badge.Should().Be(failed == 0 ? $"✓ 検算 一致 {all:#,0}/{all:#,0}" : $"▲ 検算 不一致 {failed:#,0}件", "of {0}, seen on {1}", href, page);
        }
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^検算した(数: )?(?<all>[0-9,]+)か所(、一致 (?<passed>[0-9,]+)か所|はすべて一致|のうち(?<failed>[0-9,]+)か所が不一致)$")]
    private static partial Regex Counts();
}
