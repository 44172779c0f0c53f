using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Verification;

public sealed class IndexTests
{
    [Fact]
    public async Task Checks_that_pass_are_counted_metric_by_metric()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/verification");

        page.QuerySelector("#failures-title")!.TextContent.Should().Be("不一致はありません");
        page.QuerySelector("#tallies-title")!.TextContent.Should().Be("検算した数: 649か所、一致 649か所");
        var rows = page.QuerySelectorAll("main table tbody tr");
        rows.Should().HaveCount(16);
        rows.Single(r => r.TextContent.Contains("相談対応件数", StringComparison.Ordinal)).TextContent.Should().Contain("✓ 48/48").And.Contain("✓ 13/13");
        rows.Single(r => r.TextContent.Contains("同席して支援", StringComparison.Ordinal)).TextContent.Should().Contain("公表累計なし");
    }

    [Fact]
    public async Task The_ledger_shows_every_published_sum_beside_ours()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/verification?metric=consultations&fy=2021");

        var rows = page.QuerySelectorAll("main table tbody tr");
        rows.Should().HaveCount(61);
        var okayama = rows.Single(r => r.QuerySelector("th")!.TextContent == "岡山県");
        okayama.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).Take(6).Should().Equal("累計値", "累計値", "27,291", "27,291", "±0", "✓ 一致");
    }

    [Fact]
    public async Task A_sum_that_does_not_hold_comes_first_and_the_published_figure_stays()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "東京都", 0, "9,999").Build());

        var page = await app.GetPageAsync("/verification");

        var first = page.QuerySelector("main table tbody tr")!;
        first.QuerySelector("th")!.TextContent.Should().Be("東京都");
        first.TextContent.Should().Contain("9,999").And.Contain("2,609").And.Contain("▲ 不一致");
        page.QuerySelector(".release-line")!.TextContent.Should().Contain("検算 不一致");
    }
}
