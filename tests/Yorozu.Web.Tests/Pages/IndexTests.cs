using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages;

public sealed class IndexTests
{
    [Fact]
    public async Task All_47_are_of_the_month_and_in_the_order_of_the_first_ten()
    {
        await using var app = await WebApp.SharedHistoryAsync();
        var page = await app.GetPageAsync("/");

        var href = page.QuerySelectorAll("#prefectures .choices a")[0].GetAttribute("href")!;
        var all = await app.GetPageAsync(href.Split('#')[0]);

        href.Should().Be("/metrics/one-stop-consultations?fy=2026&month=2026-12&order=value#prefectures");
        Names(all).Take(10).Should().Equal(Names(page));

        static IEnumerable<string> Names(IParentNode shown) => shown.QuerySelectorAll("#prefectures .ranking tbody th").Select(h => h.TextContent);
    }

    [Fact]
    public async Task The_overview_says_in_words_what_the_figures_say()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/");

        page.QuerySelectorAll(".summary li").Select(l => l.Text().Trim()).Should().Equal(
            "令和8年度（2026年度）は4月分まで公表。5月分以降は未公表です。",
            "2026年4月の相談実績件数は29,824件でした。最も多いのは福岡県の2,360件で、全国の7.9%です。",
            "1事業者当たりの相談件数は4月の累計で1.62件/者です（本サイトの計算、相談実績件数 ÷ 名寄せ後の事業者数）。",
            "公表された累計と合計を649か所検算し、すべて一致しました。");
    }

    [Fact]
    public async Task Every_metric_of_the_latest_year_has_a_card_in_its_section()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/");

        page.QuerySelectorAll(".section-head h2").Select(h => h.TextContent).Should().Equal("ワンストップ相談窓口", "生産性向上支援センター");
        page.QuerySelectorAll(".card .figure-number").Select(n => n.TextContent).Should().Equal(
            "18,437者", "29,824件", "3,643者", "3,725者", "2,614者", "1,659件", "3,810人", "2人", "589人", "958者", "6件", "545者");
    }

    [Fact]
    public async Task Months_are_compared_with_the_month_before_and_the_same_month_of_the_year_before()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2025).Build("a.txt"),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "東京都", 5, 2000).Build("b.txt"));

        var page = await app.GetPageAsync("/");

        // 113,035 a month by the builder's rule; 東京都 has 2,000 instead of 1,305 in May.
        var card = page.QuerySelector(".card dl")!;
        card.QuerySelectorAll("dt").Select(d => d.TextContent).Should().Equal("前月比", "前年同月比", "年度累計");
        card.QuerySelectorAll("dd")[1].TextContent.Should().Be("+0.6% +695");
        card.QuerySelectorAll("dd")[2].TextContent.Should().Contain("前年同期比 +0.3%");
    }

    [Fact]
    public async Task An_empty_store_says_that_nothing_is_published_yet()
    {
        await using var app = await WebApp.StartAsync();

        var page = await app.GetPageAsync("/");

        page.QuerySelector("main")!.TextContent.Should().Contain("まだ何も公表されていません");
    }

    [Fact]
    public async Task An_earlier_state_is_shown_with_a_banner()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/?asof=1");

        page.QuerySelector(".banner")!.TextContent.Should().Contain("公表 1 の時点の値を表示しています");
        page.QuerySelector(".release-line")!.TextContent.Should().Contain("令和3年度（2021年度） 3月分まで公表");
    }

    [Fact]
    public async Task The_lead_metric_stands_beside_its_own_year_before_where_that_is_published()
    {
        await using var app = await WebApp.StartAsync(PublishedDocuments.Fy2021, MonthlyHistory.Document(new(2025), 12), PublishedDocuments.Fy2026April);

        var trend = (await app.GetPageAsync("/")).QuerySelector("#trend")!;

        trend.QuerySelectorAll("thead th").Select(h => h.TextContent).Should().Equal("月", "令和8年度（2026年度）", "令和7年度（2025年度）", "前年同月比");
        trend.QuerySelector(".subtitle")!.TextContent.Should().Be("単位: 件　全国、令和8年度（2026年度）　太い線は令和7年度");
        trend.QuerySelector(".warning").Should().BeNull();
        trend.QuerySelectorAll(".choices a").Select(a => a.GetAttribute("href")).Should().Equal(
            "/metrics/one-stop-consultations?view=all#trend", "/metrics/one-stop-consultations?view=annual#trend", "/metrics");
    }

    [Fact]
    public async Task A_similar_metric_replaces_an_unpublished_one_and_says_so()
    {
        await using var app = await WebApp.SharedAsync();

        var trend = (await app.GetPageAsync("/")).QuerySelector("#trend")!;

        trend.QuerySelectorAll("thead th").Select(h => h.TextContent).Should().Equal("月", "令和8年度（2026年度） 相談実績件数", "令和3年度（2021年度） 相談対応件数");
        trend.QuerySelector(".warning")!.TextContent.Should().Contain("破線は令和3年度（2021年度）の相談対応件数です。定義が異なるため単純比較できません。");
    }
}
