using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Metrics;

public sealed class RevisionBandTests
{
    private const string Heading = "2.相談実績件数";
    private const string Address = "/metrics/one-stop-consultations?area=33";

    [Fact]
    public async Task With_twelve_twice_published_months_the_newest_one_shows_how_far_it_may_move()
    {
        await using var app = await WebApp.StartAsync(Year(100), Year(104));

        var page = await app.GetPageAsync(Address);

        Band(page, "改訂の目安（下）").Should().Equal("108");
        Band(page, "改訂の目安（上）").Should().Equal("108");
        page.QuerySelector("#trend")!.TextContent.Should().Contain("これまでの12か月では、最初の公表からの変化の半分が+4.0%から+4.0%の間でした。");
    }

    [Fact]
    public async Task With_less_there_is_none()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(11).Build(), PageBuilder.Consultations(12).Build());

        var page = await app.GetPageAsync(Address);

        page.QuerySelectorAll("th[data-kind=revision]").Should().BeEmpty();
        page.QuerySelector("#trend")!.TextContent.Should().NotContain("改訂の目安");
    }

    [Theory]
    [InlineData(20, 21, "値が小さいため割合では示しません。2回以上公表された12か月のうち12か月が改訂され、差は+1から+1まででした。")]
    [InlineData(100_000, 100_001, "2回以上公表された12か月のうち12か月が改訂されました。差は+1から+1までで、半分以上の月は0.1%も変わっていません。")]
    public async Task A_range_that_says_nothing_is_not_drawn_and_revisions_say_why(long first, long last, string size)
    {
        await using var app = await WebApp.StartAsync(Year(first), Year(last));

        (await app.GetPageAsync(Address)).QuerySelectorAll("th[data-kind=revision]").Should().BeEmpty();
        (await app.GetPageAsync("/revisions?metric=one-stop-consultations&area=33")).QuerySelector("#size-title")!.Closest("section")!
            .QuerySelector("p")!.TextContent.Should().Be(size);
    }

    private static Yorozu.Data.Publishing.DocumentFile Year(long figure)
    {
        var page = PageBuilder.Consultations(12);
        foreach (var month in Enumerable.Range(1, 12)) page.Figure(Heading, "岡山県", month, figure);
        return page.Build();
    }

    private static IEnumerable<string> Band(IParentNode page, string name)
    {
        var table = page.QuerySelector("#trend table")!;
        var column = table.QuerySelectorAll("thead th").ToList().FindIndex(h => h.TextContent == name);
        return table.QuerySelectorAll("tbody tr").Select(r => r.Children[column].GetAttribute("data-value")).OfType<string>().Where(v => v.Length > 0);
    }
}
