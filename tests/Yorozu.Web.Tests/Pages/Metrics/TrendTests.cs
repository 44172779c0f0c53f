using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Metrics;

/// <summary>A metric over the years, in each view. The builder prints 112,800 + 47 × month for the country: 112,988 in April, 113,035 in May.</summary>
public sealed class TrendTests
{
    private const string Heading = "2.相談実績件数";
    private const string Address = "/metrics/one-stop-consultations";

    [Theory]
    [InlineData("/metrics/one-stop-consultations?view=all", "#trend")]
    [InlineData("/compare?areas=33,34&view=all", "#comparison")]
    public async Task One_month_has_no_line(string address, string block)
    {
        await using var app = await WebApp.SharedAsync();

        var figure = (await app.GetPageAsync(address)).QuerySelector(block)!;

        figure.QuerySelectorAll(".chart, [data-chart]").Should().BeEmpty();
        figure.QuerySelector(".note")!.TextContent.Should().Be("公表された月はまだ1か月だけです。次の月が公表されると、ここに推移を図で示します。");
    }

    [Fact]
    public async Task A_year_stands_before_the_year_before_and_the_band_of_older_ones()
    {
        await using var app = await WebApp.StartAsync(
            [.. Enumerable.Range(2021, 5).Select(year => Year(year, 1304 + (year == 2025 ? 0 : year - 2021))), Year(2026, 2304, months: 2)]);

        var trend = (await app.GetPageAsync(Address)).QuerySelector("#trend")!;

        Title(trend).Should().Be("相談実績件数は5月に113,035件", "a change of ±0.0% is not worth a word");
        trend.QuerySelector(".subtitle")!.TextContent.Should().Be("単位: 件　全国、令和8年度（2026年度）　太い線は令和7年度　帯は令和3〜6年度の範囲");
        trend.QuerySelectorAll("thead th[data-kind]").Select(h => $"{h.GetAttribute("data-kind")} {h.TextContent}").Should().Equal(
            "bar 令和8年度（2026年度）", "before 令和7年度（2025年度）", "low R3–6の最少", "high R3–6の最多", "none 前年同月比");
        Row(trend, "4月").Should().Equal("113,988", "112,988", "112,988", "112,991", "+0.9%");
        Row(trend, "6月").Should().Equal("未公表", "113,082", "113,082", "113,082", "未公表");
        trend.QuerySelectorAll(":scope > .source").Should().HaveCount(2);
        trend.QuerySelectorAll("details .source").Should().HaveCount(4);
    }

    [Fact]
    public async Task Counts_too_small_for_lines_are_dots_on_the_chart_and_in_the_words()
    {
        await using var app = await WebApp.StartAsync(Enumerable.Range(2024, 3).Select(year =>
            new PageBuilder(new Yorozu.Statistics.FiscalYear(year), 12).Metric("(1)ワンストップ相談窓口", Heading, (p, m) => (p.Number + m.Month) % 10).Build()));

        var trend = (await app.GetPageAsync(Address + "?area=33")).QuerySelector("#trend")!;

        trend.QuerySelector("table")!.GetAttribute("data-scale").Should().Be("few");
        trend.QuerySelector(".subtitle")!.TextContent.Should().Contain("　大きい点は令和7年度　小さい点は令和6年度");
        (await app.GetPageAsync(Address)).QuerySelector("#trend table")!.GetAttribute("data-scale").Should().BeEmpty("the country has enough for a line");
    }

    [Fact]
    public async Task Up_to_three_older_years_are_lines()
    {
        await using var app = await WebApp.StartAsync([.. Enumerable.Range(2022, 4).Select(year => Year(year, 1304)), Year(2026, 1434, months: 1)]);

        var trend = (await app.GetPageAsync(Address)).QuerySelector("#trend")!;

        Title(trend).Should().Be("相談実績件数は4月に113,118件、前年同月比 +0.1%");
        trend.QuerySelector(".subtitle")!.TextContent.Should().EndWith("　太い線は令和7年度　細い線は令和4〜6年度");
        trend.QuerySelectorAll("th[data-kind=older]").Select(h => h.GetAttribute("data-label")).Should().Equal("R6", "R5", "R4");
    }

    [Fact]
    public async Task Running_totals_are_compared_with_the_same_months()
    {
        await using var app = await WebApp.StartAsync(Year(2025, 1304), Year(2026, 11304, months: 2));

        var trend = (await app.GetPageAsync($"{Address}?view=cumulative")).QuerySelector("#trend")!;

        Title(trend).Should().Be("相談実績件数は4〜5月で236,023件、前年の同じ期間より +4.4%");
        Row(trend, "5月").Should().Equal("236,023", "226,023", "+4.4%");
        trend.QuerySelectorAll("th[data-kind]").Select(h => h.GetAttribute("data-kind")).Should().Equal("main", "before", "none");
    }

    [Fact]
    public async Task A_running_total_ends_at_a_gap()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(3).Printed(Heading, "東京都", 5, "－").Build());

        var trend = (await app.GetPageAsync($"{Address}?view=cumulative&area=13")).QuerySelector("#trend")!;

        Title(trend).Should().Be("東京都の相談実績件数の年度計");
        new[] { "4月", "5月", "6月", "7月" }.Select(m => Row(trend, m).Single()).Should().Equal("1,304", "未公表", "集計なし", "未公表");
    }

    [Fact]
    public async Task All_months_are_on_one_axis_whose_gaps_stay_open()
    {
        await using var app = await WebApp.StartAsync(Year(2023, 1304), Year(2025, 1304), Year(2026, 1304, months: 2));

        var trend = (await app.GetPageAsync($"{Address}?view=all&smooth=12")).QuerySelector("#trend")!;

        Title(trend).Should().Be("相談実績件数は2026年5月に113,035件。最多は2023年12月の113,364件");
        trend.QuerySelector(".subtitle")!.TextContent.Should().Be("単位: 件　全国、2023年4月〜2026年5月　太い線は12か月の平均");
        var rows = trend.QuerySelectorAll("tbody tr");
        rows.Should().HaveCount(38, "months that are still to come are left out");
        rows.Select(r => r.GetAttribute("data-short")).Distinct().Should().Equal("R5", "R6", "R7", "R8");
        Row(trend, "2024年3月").Should().Equal("112,941", "113,105.5", "1,357,266");
        Row(trend, "2024年4月").Should().Equal("未公表", "未公表", "未公表");
        Row(trend, "2026年2月").Should().Equal("112,894", "集計なし", "集計なし");
        Row(trend, "2026年3月").Should().Equal("112,941", "113,105.5", "1,357,266");
        Row(trend, "2026年4月").Should().Equal("112,988", "113,105.5", "1,357,266");
    }

    [Fact]
    public async Task A_differently_defined_metric_has_a_block_of_its_own_with_both_definitions()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"{Address}?view=all");

        page.QuerySelectorAll("#trend tbody tr").Should().HaveCount(1);
        var related = page.QuerySelector("#trend-consultations")!;
        Title(related).Should().Be("相談対応件数は2022年3月に33,845件。最多は2021年11月の43,808件");
        related.QuerySelector(".note")!.TextContent.Should().Be("定義が異なるため単純比較できません。");
        related.QuerySelectorAll("dt").Select(d => d.TextContent).Should().Equal(
            "相談実績件数（ワンストップ相談窓口） 令和8年度（2026年度）の公表から", "相談対応件数 令和3年度（2021年度）の公表のみ");
        related.QuerySelectorAll("dd").Select(d => d.TextContent.Length > 20).Should().Equal(true, true);
    }

    [Fact]
    public async Task Years_show_the_same_months_and_the_rest_while_the_latest_is_unfinished()
    {
        await using var app = await WebApp.StartAsync(Year(2024, 1304), Year(2025, 2304), Year(2026, 12304, months: 2));

        var trend = (await app.GetPageAsync($"{Address}?view=annual")).QuerySelector("#trend")!;

        Title(trend).Should().Be("相談実績件数は4〜5月で237,023件、前年の同じ期間より +4.4%");
        trend.QuerySelectorAll("thead th").Select(h => h.TextContent).Should().Equal("年度", "4〜5月（同期間）", "残りの月", "年度計", "前年同期比");
        Row(trend, "令和6年度").Should().Equal("226,023", "1,131,243", "1,357,266", "比べる値が未公表");
        Row(trend, "令和7年度").Should().Equal("227,023", "1,131,243", "1,358,266", "+0.4%");
        Row(trend, "令和8年度（5月まで）").Should().Equal("237,023", "未公表", "未公表", "+4.4%");
    }

    [Fact]
    public async Task A_finished_year_is_its_total()
    {
        await using var app = await WebApp.SharedAsync();

        var trend = (await app.GetPageAsync("/metrics/consultations?view=annual")).QuerySelector("#trend")!;

        Title(trend).Should().Be("相談対応件数は令和3年度に458,440件");
        Row(trend, "令和3年度").Should().Equal("458,440", "比べる値が未公表");
    }

    [Fact]
    public async Task A_rank_is_that_of_the_ranking_and_is_compared_with_a_year_ago()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var rank = (await app.GetPageAsync($"{Address}?view=rank&area=33&span=all")).QuerySelector("#trend")!;
        var share = (await app.GetPageAsync($"{Address}?view=share&area=33")).QuerySelector("#trend")!;

        var (now, then) = (await RankingAsync(app, "fy=2026&month=2026-12"), await RankingAsync(app, "fy=2025&month=2025-12"));
        Title(rank).Should().Be($"岡山県の相談実績件数は2026年12月の値の順位が{now.Rank}位、前年同月は{then.Rank}位");
        Row(rank, "2026年12月").Should().Equal(now.Rank);
        Row(rank, "2025年12月").Should().Equal(then.Rank);
        rank.QuerySelector("table")!.GetAttribute("data-scale").Should().Be("rank");
        Title(share).Should().Be($"岡山県の相談実績件数は12月に全国の{now.Share}、前年同月は{then.Share}");
        Row(share, "12月").Should().Equal(now.Share);
    }

    [Fact]
    public async Task The_rank_of_the_year_is_compared_with_a_year_ago_as_well()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var years = await app.GetPageAsync($"{Address}?view=rank&area=33&span=all");
        var year = await app.GetPageAsync($"{Address}?view=rank&area=33");

        Title(year.QuerySelector("#trend")!).Should().Be(Title(years.QuerySelector("#trend")!).Replace("2026年", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/metrics/one-stop-consultations?lang=ja", "月の値の順位", "この年度の月 全年度の月", "相談実績件数の月の値の順位（47都道府県のうち）")]
    [InlineData("/metrics/one-stop-consultations?lang=en", "Rank by month", "Months of this year Months of all years", null)]
    [InlineData("/indicators/one-stop-consultations-per-business?lang=ja", "年度累計の順位", "この年度の月 全年度の月", null)]
    [InlineData("/indicators/one-stop-consultations-per-business?lang=en", "Rank (year to date)", "Months of this year Months of all years", null)]
    public async Task The_tab_of_a_rank_says_of_what_and_no_two_choices_have_one_name(string address, string rank, string spans, string? caption)
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync($"{address}&area=33&view=rank");

        var tabs = page.QuerySelectorAll("#trend .choices a").Select(a => a.TextContent).ToList();
        tabs.Should().OnlyHaveUniqueItems();
        page.QuerySelector("#trend .choices [aria-current]")!.TextContent.Should().Be(rank);
        string.Join(' ', tabs.TakeLast(2)).Should().Be(spans);
        if (caption is not null) page.QuerySelector("#trend caption")!.TextContent.Should().Be(caption);
    }

    [Fact]
    public async Task Every_mean_has_one_decimal()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync($"{Address}?area=31");

        var mean = page.QuerySelectorAll("#trend thead th").ToList().FindIndex(h => h.TextContent == "47都道府県の平均");
        page.QuerySelectorAll("#trend tbody tr").Select(r => r.Children[mean].TextContent).Where(t => t != "未公表")
            .Should().HaveCount(9).And.OnlyContain(t => Regex.IsMatch(t, @"\.[0-9]$"));
    }

    [Fact]
    public async Task The_country_has_no_rank_and_the_page_says_what_it_shows_instead()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?view=rank");

        page.QuerySelector("#trend [data-fallback]")!.TextContent.Should().StartWith("全国には全国比と順位がないため、月別の値を示しています。");
        page.QuerySelector("#trend .choices [aria-current]")!.TextContent.Should().Be("月別");
        page.QuerySelectorAll("#trend .choices a").Select(a => a.TextContent).Should().Equal("月別", "年度累計", "全期間", "年度計", "前年同月比");
    }

    [Fact]
    public async Task A_former_view_is_that_of_a_year()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?view=actual");

        page.QuerySelector("#trend .choices [aria-current]")!.TextContent.Should().Be("月別");
    }

    [Fact]
    public async Task A_definition_says_since_when_it_is_printed()
    {
        await using var app = await WebApp.StartAsync(Year(2024, 1304), Year(2025, 1304), Redefined(2026));

        var definition = (await app.GetPageAsync(Address)).QuerySelector("#definition")!;

        definition.QuerySelectorAll("dl")[0].QuerySelectorAll("dt").Select(d => d.TextContent).Should().Equal(
            "相談実績件数（ワンストップ相談窓口） 令和8年度（2026年度）の公表から", "相談実績件数（ワンストップ相談窓口） 令和6〜7年度の公表");
        definition.QuerySelectorAll("dl")[0].QuerySelectorAll("dd").Select(d => d.TextContent.Trim()).Should().Equal("相談実績件数：新しい定義。", "相談実績件数：試験用の定義。");
    }

    private static DocumentFile Year(int year, long tokyoInApril, int months = 12) =>
        PageBuilder.Consultations(months, year).Figure(Heading, "東京都", 4, tokyoInApril).Build($"{year}.txt");

    private static DocumentFile Redefined(int year) => new(
        "new.txt", Encoding.UTF8.GetBytes(PageBuilder.Consultations(1, year).Text().Replace("試験用の定義", "新しい定義", StringComparison.Ordinal)));

    private static string Title(IElement figure) => figure.QuerySelector("h2")!.TextContent;

    private static List<string> Row(IParentNode figure, string name) =>
    [
        .. figure.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(c => c.TextContent),
    ];

    private static async Task<(string Rank, string Share)> RankingAsync(WebApp app, string query)
    {
        var row = (await app.GetPageAsync($"{Address}?{query}")).QuerySelectorAll(".ranking tbody tr").Single(r => r.TextContent.Contains("岡山県"));
        return (row.QuerySelector(".rank")!.TextContent, row.QuerySelectorAll("td")[2].TextContent);
    }
}
