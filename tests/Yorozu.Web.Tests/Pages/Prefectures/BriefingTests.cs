using System.Net;
using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages.Prefectures;

public sealed class BriefingTests
{
    [Fact]
    public async Task The_sheet_opens_with_four_figures_and_what_they_were_a_year_before()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/prefectures/33/briefing");

        Headlines(page).Should().Equal(
            "12月の相談実績件数 757件 前年同月比 +9.1%",
            "4〜12月の累計 7,152件 前年同期比 +6.7%",
            "全国に占める割合（4〜12月） 2.6% 前年 2.6%",
            "47都道府県での順位（4〜12月） 11位 前年 11位");
        page.QuerySelector(".period")!.TextContent.Trim().Should().StartWith("令和8年度（2026年度）、12月分まで公表。1月分以降は未公表。速報値");
        page.QuerySelector("#trend h2")!.TextContent.Should().Be("岡山県の相談実績件数は12月に757件、前年同月比 +9.1%");
        page.QuerySelectorAll("#trend tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent))).Should().Equal(
            "令和8年度 662 713 805 858 711 803 909 934 757 ― ― ―",
            "令和7年度 637 660 773 795 682 745 833 886 694 687 816 810");
        page.QuerySelectorAll("#metrics tbody tr:not(.section)").Should().HaveCount(19, "twelve metrics and every ratio of them are on the sheet");
        page.QuerySelectorAll("#metrics svg").Should().HaveCount(19);
    }

    [Fact]
    public async Task Without_a_year_before_the_sheet_says_so_once()
    {
        await using var app = await WebApp.SharedAsync();

        Headlines(await app.GetPageAsync("/prefectures/33/briefing?fy=2021")).Should().Equal(
            "3月の相談対応件数 1,827件 前年は未公表", "年度の計 27,291件 ", "全国に占める割合（12か月） 6.0% ", "47都道府県での順位（12か月） 2位 ");
        Headlines(await app.GetPageAsync("/prefectures/33/briefing")).Should().Equal(
            "4月の相談実績件数 773件 前年は未公表", "4月の累計 773件 ", "全国に占める割合（4月） 2.6% ", "47都道府県での順位（4月） 11位 ");
    }

    [Fact]
    public async Task The_sheet_says_where_its_figures_come_from_and_whether_their_sums_hold()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33/briefing");

        page.QuerySelector(".period .badge")!.TextContent.Should().Be("✓ 検算 一致 405/405");
        page.QuerySelector("#metrics .source span")!.TextContent.Should().Be("出典: r08-results.txt");
    }

    [Theory]
    [InlineData("", "印刷", "を加工して作成。", "検算 405か所すべて一致。", "データ: 公表 2 の時点（2026年5月15日 更新）")]
    [InlineData("?lang=en", "Print", "Made from", "All 405 checks passed.", "15 May 2026")]
    public async Task The_paper_names_source_checks_date_site_and_address_in_one_paragraph(
        string query, string button, string source, string checks, string date)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33/briefing" + query);

        page.QuerySelector("button.js-only[data-print]")!.TextContent.Should().Be(button);
        page.QuerySelector(".colophon")!.TextContent.Should().ContainAll(source, checks, date);
        page.QuerySelector(".colophon [data-address]")!.TextContent.Should().Be("/prefectures/33/briefing");
    }

    [Fact]
    public async Task The_page_of_a_prefecture_leads_to_its_sheet_of_the_same_year_and_metric()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/prefectures/33?fy=2024&metric=one-stop-businesses");
        var sheet = await app.GetPageAsync(page.QuerySelector("a[href*='/briefing']")!.GetAttribute("href")!);

        Headlines(sheet)[0].Should().Be("3月の名寄せ後の事業者数 602者 前年同月比 −4.7%");
        sheet.QuerySelector(".crumbs a")!.GetAttribute("href").Should().Be("/prefectures/33?fy=2024&metric=one-stop-businesses");
    }

    [Theory]
    [InlineData("/prefectures/00/briefing")]
    [InlineData("/prefectures/33/briefing?fy=2020")]
    [InlineData("/prefectures/33/briefing?metric=unknown")]
    public async Task An_unknown_address_or_choice_gets_an_error_page(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    private static IReadOnlyList<string> Headlines(IDocument page) =>
        [.. page.QuerySelectorAll(".headlines div").Select(d => string.Join(' ', d.QuerySelectorAll("dt, b, span").Select(e => e.TextContent)))];
}
