using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Prefectures;

public sealed class PrefectureTests
{
    [Theory]
    [InlineData("", "岡山県の相談実績件数は2026年4月に773件です。全国の2.6%で、47都道府県のうち11位です。前の年度の同じ指標は未公表のため、前年とは比べていません。")]
    [InlineData("?fy=2021", "岡山県の相談対応件数は2022年3月に1,827件です。年度計は27,291件で、全国の6.0%、年度の順位は2位です。前の年度の同じ指標は未公表のため、前年とは比べていません。")]
    [InlineData("?fy=2021&metric=visitors", "岡山県の来訪相談者数は2022年3月に267者です。年度計は6,566者で、全国の6.1%、年度の順位は1位です。前の年度の同じ指標は未公表のため、前年とは比べていません。")]
    public async Task The_first_paragraph_says_what_is_known_and_what_is_not(string query, string expected)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync($"/prefectures/33{query}")).QuerySelector("p.lead")!.TextContent.Should().Be(expected);
    }

    [Fact]
    public async Task The_first_paragraph_compares_with_the_year_before()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        (await app.GetPageAsync("/prefectures/33")).QuerySelector("p.lead")!.TextContent.Should().Be(
            "岡山県の相談実績件数は2026年12月に757件で、前年同月比は+9.1%です。4〜12月の累計は7,152件（前年同期比+6.7%）で、全国の2.6%、年度累計の順位は11位（前年は11位）です。");
    }

    [Fact]
    public async Task Without_a_year_before_nothing_is_compared_and_the_block_says_so()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33?fy=2021");

        page.QuerySelectorAll("#metrics thead th").Select(h => h.TextContent).Should().Equal("指標", "2021年4月〜", "3月", "累計（12か月）", "全国比", "年度の順位");
        Cells(page, "#metrics", 0).Should().Equal("相談対応件数（件）", "", "1,827", "27,291", "6.0%", "2");
        page.QuerySelector("#metrics .subtitle")!.TextContent.Should().EndWith("。前の年度の同じ指標は未公表のため、前年とは比べていません");
    }

    [Fact]
    public async Task One_month_is_no_trend()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33");

        page.QuerySelectorAll("#metrics thead th").Select(h => h.TextContent).Should().Equal("指標", "4月", "累計（4月）", "全国比", "年度累計の順位");
        page.QuerySelectorAll("#metrics svg").Should().BeEmpty();
    }

    [Fact]
    public async Task All_metrics_stand_beside_the_same_months_of_the_year_before()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/prefectures/33");

        page.QuerySelectorAll("#metrics thead th").Select(h => h.TextContent)
            .Should().Equal("指標", "2022年4月〜", "12月", "前年同月比", "累計（4〜12月）", "前年同期比", "全国比", "年度累計の順位", "前年の順位");
        Cells(page, "#metrics", 1).Should().Equal("相談実績件数（件）", "", "757", "+9.1%", "7,152", "+6.7%", "2.6%", "11", "11");
        page.QuerySelector("#metrics tr.highlight th a")!.TextContent.Should().Be("相談実績件数", "its trend follows");
    }

    [Fact]
    public async Task Every_year_of_a_metric_has_its_total_share_and_rank_and_an_unfinished_one_the_same_months()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/prefectures/33");

        page.QuerySelector("#years h2")!.TextContent.Should().Be("年度計は令和7年度（2025年度）に最多の9,018件、年度累計の順位は令和4年度の12位から令和8年度（4〜12月）の11位へ");
        page.QuerySelectorAll("#years thead th").Select(h => h.TextContent)
            .Should().Equal("年度", "公表された月", "計", "同期間（4〜12月）", "前年比（4〜12月）", "全国比", "年度累計の順位");
        Cells(page, "#years", 0).Should().Equal("令和8年度（2026年度）", "4〜12月", "7,152", "7,152", "+6.7%", "2.6%", "11");
        Cells(page, "#years", 1).Should().Equal("令和7年度（2025年度）", "12か月", "9,018", "6,705", "+6.6%", "2.6%", "11");
        Cells(page, "#years", 4).Should().Equal("令和4年度（2022年度）", "12か月", "7,335", "5,503", "―", "2.5%", "12");
        (6705 / double.Parse(Cells(page, "#years", 2).ElementAt(3), NumberStyles.AllowThousands, CultureInfo.InvariantCulture))
            .Should().BeApproximately(1.066, 0.0005, "the change is that of the column beside it");
        page.QuerySelector("#years .note a")!.TextContent.Should().Be("相談対応件数、令和3年度（2021年度）");
    }

    [Theory]
    [InlineData("33", "Highest year: FY2025 (Reiwa 7), 9,018 cases. Rank: 12th in FY2022, 11th in FY2026 (Apr–Dec)")]
    [InlineData("40", "Highest year: FY2025 (Reiwa 7), 27,065 cases. Rank: 1st in both FY2022 and FY2026 (Apr–Dec)")]
    public async Task Ranks_are_named_from_the_first_year_to_the_latest(string code, string expected)
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync($"/prefectures/{code}?lang=en");

        page.QuerySelector("#years h2")!.TextContent.Should().Be(expected);
        page.QuerySelectorAll("#years thead th")[^1].TextContent.Should().Be("Rank (year to date)");
    }

    [Theory]
    [InlineData("ja", "鳥取県（31）")]
    [InlineData("en", "Tottori (31)")]
    public async Task A_list_of_prefectures_begins_with_the_name_so_that_typing_finds_it(string language, string expected)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/metrics/consultations?lang={language}");

        page.QuerySelectorAll("option[value='31']").Select(o => o.TextContent).Should().Equal(expected, expected);
    }

    [Fact]
    public async Task A_metric_of_one_year_has_one_row_and_nothing_to_compare()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33?fy=2021");

        page.QuerySelectorAll("#years thead th").Select(h => h.TextContent).Should().Equal("年度", "公表された月", "計", "全国比", "年度の順位");
        Cells(page, "#years", 0).Should().Equal("令和3年度（2021年度）", "12か月", "27,291", "6.0%", "2");
    }

    [Fact]
    public async Task Equal_totals_share_a_rank()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33");

        page.QuerySelectorAll("#metrics tbody tr:not(.section)").Single(r => r.Children[0].TextContent.StartsWith("フェーズ2", StringComparison.Ordinal))
            .QuerySelectorAll("td")[^1].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Should().Equal("同順", "39");
    }

    [Theory]
    [InlineData("metric=one-stop-businesses&fy=2025&view=annual")]
    [InlineData("metric=one-stop-businesses&fy=2025&view=rank&span=all")]
    public async Task Metric_year_and_view_are_kept_on_the_way_to_another_prefecture(string choice)
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync($"/prefectures/33?{choice}");

        var links = page.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")!).ToList();
        links.Should().HaveCount(2).And.OnlyContain(h => choice.Split('&').All(h.Contains));
        page.QuerySelectorAll(".jump input").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}").Should().BeEquivalentTo(choice.Split('&'));
        var other = page.QuerySelectorAll("#metrics tbody th a").First(a => a.TextContent == "相談実績件数").GetAttribute("href")!;
        other.Should().Contain("metric=one-stop-consultations").And.Contain("fy=2025").And.Contain(choice.Split('&')[2]);
    }

    [Fact]
    public async Task There_is_no_mean_of_a_month_that_not_all_have_published()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "東京都", 5, "－").Build());

        var page = await app.GetPageAsync("/prefectures/33");

        page.QuerySelectorAll("#trend tbody tr")
            .Take(2)
            .Select(r => string.Join(' ', r.Children.Take(3).Select(c => c.TextContent)))
            .Should().Equal("4月 3,304 2,404.0", "5月 3,305 未公表");
    }

    [Fact]
    public async Task The_latest_year_has_all_its_metrics_by_section()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/40");

        page.QuerySelectorAll("#metrics tr.section").Select(r => r.TextContent.Trim()).Should().Equal("ワンストップ相談窓口", "生産性向上支援センター", "本サイトの計算");
        page.QuerySelectorAll("#metrics tbody tr:not(.section)").Should().HaveCount(12 + 7);
    }

    [Fact]
    public async Task The_neighbours_are_one_step_away()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/01");

        page.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")).Should().Equal("/prefectures/47", "/prefectures/02");
    }

    [Theory]
    [InlineData("/", "/prefectures/13")]
    [InlineData("/metrics?asof=1&highlight=33", "/prefectures/13?asof=1")]
    public async Task The_jump_box_arrives_at_the_prefecture_in_the_state_looked_at(string address, string expected)
    {
        await using var app = await WebApp.SharedAsync();
        var form = (await app.GetPageAsync(address)).QuerySelector(".jump")!;

        var kept = form.QuerySelectorAll("input").Select(i => $"&{i.GetAttribute("name")}={i.GetAttribute("value")}");
        using var response = await app.Client.GetAsync(new Uri($"{form.GetAttribute("action")}?code=13{string.Concat(kept)}", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task The_list_has_all_47_by_region()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures");

        page.QuerySelectorAll(".regions a").Should().HaveCount(47);
        page.QuerySelectorAll(".regions h2").Should().HaveCount(9);
    }

    [Fact]
    public async Task A_year_without_the_metric_stays_and_shows_the_lead_metric()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33?fy=2021&metric=one-stop-consultations");

        page.QuerySelector("[data-fallback]")!.TextContent.Should()
            .Be("相談実績件数（ワンストップ相談窓口）は令和3年度（2021年度）には公表されていないため、相談対応件数を示しています。");
        page.QuerySelectorAll("main select option[selected]").Select(o => o.TextContent).Should().Equal("令和3年度（2021年度）", "相談対応件数", "実数");
        page.QuerySelector("select[name=metric] option[value=one-stop-consultations]")!.TextContent
            .Should().Be("相談実績件数（ワンストップ相談窓口）・この年度は未公表");
        page.QuerySelectorAll("select[name=metric] option[disabled]").Should().HaveCount(12 + 7);
    }

    [Fact]
    public async Task A_year_that_another_metric_has_says_so_before_it_is_chosen()
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/prefectures/33")).QuerySelectorAll("select[name=fy] option").Select(o => o.TextContent)
            .Should().Equal("令和8年度（2026年度）", "令和3年度（2021年度）・この指標は未公表");
    }

    [Theory]
    [InlineData("/prefectures/33?metric=one-stop-businesses&fy=2026&asof=2", "metric=one-stop-businesses&fy=2026&asof=2")]
    [InlineData("/metrics/one-stop-businesses?fy=2026", "metric=one-stop-businesses&fy=2026")]
    public async Task The_jump_box_takes_along_metric_year_and_state(string address, string kept)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);
        using var jump = await app.Client.GetAsync(new Uri($"/prefectures?code=13&{kept}", UriKind.Relative));

        string.Join('&', page.QuerySelectorAll(".jump input").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}")).Should().Be(kept);
        jump.Headers.Location!.ToString().Should().Be($"/prefectures/13?{kept}");
    }

    [Theory]
    [InlineData("/prefectures/00")]
    [InlineData("/prefectures/48")]
    [InlineData("/prefectures/13?metric=unknown")]
    [InlineData("/prefectures/13?fy=2020")]
    public async Task An_unknown_address_or_choice_gets_an_error_page(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Cells(IDocument page, string block, int row) =>
        page.QuerySelectorAll($"{block} tbody tr:not(.section)")[row].Children.Select(c => c.TextContent.Trim());
}
