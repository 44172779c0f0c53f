using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages.Indicators;

public sealed class IndexTests
{
    [Fact]
    public async Task The_list_has_every_indicator_with_formula_national_figure_and_sources()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/indicators");

        page.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().Equal("ワンストップ相談窓口", "生産性向上支援センター", "区分のない指標");
        page.QuerySelectorAll("main tbody tr").Should().HaveCount(10);
        page.QuerySelector("main tbody tr")!.Children.Select(c => c.TextContent).Should().Equal(
            "1事業者当たりの相談件数", "相談実績件数 ÷ 名寄せ後の事業者数", "1.62件/者", "令和8年度（2026年度） 4月");
        Row(page, "相談対応件数に対する課題解決の割合")[1..].Should().Equal("課題解決件数 ÷ 相談対応件数 × 100", "6.7%", "令和3年度（2021年度） 12か月");
        page.QuerySelectorAll("main .source").Select(s => s.TextContent).Should().Contain(s => s.Contains("r03-results.txt")).And.Contain("本サイトの計算");
    }

    [Fact]
    public async Task The_list_of_metrics_and_the_footer_lead_to_it()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics");

        page.QuerySelector("main a[href='/indicators']").Should().NotBeNull();
        page.QuerySelector("footer a[href='/indicators']").Should().NotBeNull();
        (await app.GetPageAsync("/indicators")).QuerySelector(".site-nav [aria-current=page]")!.TextContent.Should().Be("指標");
    }

    private static string[] Row(IParentNode page, string name) =>
        [.. page.QuerySelectorAll("main tbody tr").Single(r => r.Children[0].TextContent == name).Children.Select(c => c.TextContent)];
}
