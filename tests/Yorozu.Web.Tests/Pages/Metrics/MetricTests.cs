using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Metrics;

public sealed class MetricTests
{
    [Theory]
    [InlineData("", "相談実績件数（ワンストップ相談窓口） 令和8年度（2026年度）の公表から", "相談対応件数 令和3年度（2021年度）の公表のみ")]
    [InlineData(
        "?lang=en",
        "Consultations (one-stop desk) 相談実績件数 since FY2026 (Reiwa 8)",
        "Consultations handled 相談対応件数 FY2021 (Reiwa 3) only")]
    public async Task A_definition_says_for_which_years_it_was_published(string query, params string[] expected)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-consultations" + query);

        page.QuerySelectorAll("#definition dt").Select(d => string.Join(' ', d.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Should().Equal(expected);
        page.QuerySelectorAll("#definition dt [lang=ja]").Should().HaveCount(query.Length > 0 ? 2 : 0);
    }

    [Fact]
    public async Task A_definition_of_several_past_years_names_them()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2024).Build("a.txt"),
            PageBuilder.Consultations(12, 2025).Build("b.txt"),
            new PageBuilder(new FiscalYear(2026), 1).Metric("", "2.来訪相談者数").Build("c.txt"));

        (await app.GetPageAsync("/metrics/one-stop-consultations")).QuerySelector("#definition dt .small:last-child")!.TextContent.Should().Be("令和6〜7年度の公表");
    }

    [Fact]
    public async Task The_trend_table_has_the_published_months_or_their_running_total()
    {
        await using var app = await WebApp.SharedAsync();

        var months = await app.GetPageAsync("/metrics/consultations?area=33");
        var totals = await app.GetPageAsync("/metrics/consultations?area=33&view=cumulative");

        months.QuerySelector("#trend h2")!.TextContent.Should().Be("岡山県の相談対応件数は11月に最多の3,413件");
        Row(months, "#trend table", "3月")[0].Should().Be("1,827");
        totals.QuerySelector("#trend h2")!.TextContent.Should().Be("岡山県の相談対応件数は令和3年度に27,291件");
        Row(totals, "#trend table", "3月")[0].Should().Be("27,291");
    }

    [Fact]
    public async Task A_chart_reads_the_values_of_its_cells()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-consultations");

        var cells = page.QuerySelectorAll("table[data-chart] td");
        cells.Should().NotBeEmpty();
        foreach (var cell in cells)
        {
            var value = cell.GetAttribute("data-value");
            cell.TextContent
                .Should()
                .Be(string.IsNullOrEmpty(value) ? "未公表" : long.Parse(value, CultureInfo.InvariantCulture).ToString("#,0", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task Prefectures_stand_in_code_order_unless_asked_by_value()
    {
        await using var app = await WebApp.SharedAsync();

        var byCode = await app.GetPageAsync("/metrics/consultations");
        var byValue = await app.GetPageAsync("/metrics/consultations?order=value");

        Names(byCode).Take(3).Should().Equal("北海道", "青森県", "岩手県");
        Names(byCode).Should().HaveCount(47);
        Names(byValue).Take(3).Should().Equal("福岡県", "岡山県", "茨城県");
        Names(byValue).Should().BeEquivalentTo(Names(byCode));

        static IEnumerable<string> Names(IHtmlDocument page) => page.QuerySelectorAll(".ranking tbody th").Select(h => h.TextContent);
    }

    [Fact]
    public async Task The_map_names_every_prefecture_with_its_figure()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?month=2022-03&highlight=33,47");

        page.QuerySelectorAll(".map .shapes a").Should().HaveCount(47);
        page.QuerySelector(".map .shapes a[href^='/prefectures/33']")!.GetAttribute("aria-label").Should().Be("岡山県 1,827件");
        page.QuerySelectorAll(".map .shapes a.highlight").Should().HaveCount(2);
        page.QuerySelectorAll(".ranking tr.highlight").Should().HaveCount(2);
        page.QuerySelectorAll(".heat tr.highlight").Should().HaveCount(2);
        page.QuerySelectorAll(".map .legend li").Should().HaveCount(5);
        page.QuerySelector(".map")!.TextContent.Should().Contain("「国土数値情報（行政区域データ）」（国土交通省）を加工して作成");
    }

    [Fact]
    public async Task A_blank_cell_is_not_published_and_never_zero()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "東京都", 5, "－").Build());

        var page = await app.GetPageAsync("/metrics/one-stop-consultations?area=13&month=2026-05");

        Row(page, "#trend table", "5月").Should().Equal("未公表", "未公表");
        Row(page, ".ranking", "東京都").Should().Contain("未公表");
        page.QuerySelector(".map .shapes a[href^='/prefectures/13'] path")!.ClassName.Should().Be("none");
    }

    [Fact]
    public async Task Similar_metrics_under_another_definition_come_with_a_warning_one_jump_from_both_definitions()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations");

        page.QuerySelector(".page-head")!.TextContent.Should().Contain("似ているが定義の異なる指標（単純比較はできません）:").And.Contain("相談実績件数（ワンストップ相談窓口）");
        page.QuerySelectorAll(".page-head a[href='#definition']").Should().HaveCount(2);
        page.QuerySelectorAll("#definition dt").Select(d => d.TextContent).Should().Equal(
            "相談対応件数 令和3年度（2021年度）の公表のみ", "相談実績件数（ワンストップ相談窓口） 令和8年度（2026年度）の公表から");
        page.QuerySelectorAll("#definition dd")[0].TextContent.Should().Contain("来訪のみならず全ての相談");
        page.QuerySelectorAll("#definition dd")[1].TextContent.Should().Contain("1事業者に対して1日に数次");
    }

    [Fact]
    public async Task Parts_have_a_block_of_their_own()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-trainees");

        page.QuerySelectorAll("#parts thead th").Select(h => h.TextContent).Should().Equal("月", "トレーニー", "出向者", "合計");
        Row(page, "#parts table", "4月").Should().Equal("2", "0", "2");
    }

    [Fact]
    public async Task The_extract_of_a_block_is_what_the_block_shows()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?month=2021-11&area=33&asof=1");

        var extracts = page.QuerySelectorAll("a[download][href^='/extracts']").Select(a => a.GetAttribute("href")!).ToList();
        extracts[0].Should().Be("/extracts/observations.csv?metric=consultations&fy=2021&area=33&asof=1");
        extracts[1].Should().Be("/extracts/observations.csv?metric=consultations&fy=2021&from=2021-11&to=2021-11&asof=1");
        var lines = (await app.Client.GetStringAsync(new Uri(extracts[1], UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Should().HaveCount(49);
    }

    [Fact]
    public async Task A_title_does_not_name_one_where_several_have_as_much()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-trainees");

        page.QuerySelector("#prefectures h2")!.TextContent.Should().Be("最も多いのは山口県・鹿児島県（それぞれ1人）で、全国の50.0%");
    }

    [Fact]
    public async Task Every_block_says_where_it_comes_from_and_whether_it_adds_up()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations");

        foreach (var source in page.QuerySelectorAll("section.figure[id] .source"))
        {
            source.TextContent.Should().Contain("出典: r03-results.txt").And.Contain("令和3年度（2021年度） 3月分まで公表").And.Contain("速報値").And.Contain("検算 一致 61/61");
        }
    }

    [Theory]
    [InlineData("/metrics/unknown", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?fy=2020", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?month=2020-04", HttpStatusCode.NotFound)]
    [InlineData("/metrics/one-stop-consultations?month=2026-05", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?asof=99", HttpStatusCode.NotFound)]
    [InlineData("/metrics/consultations?fy=abc", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/consultations?area=99", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/consultations?view=best", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/consultations?view=all&smooth=13", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/consultations?view=all&smooth=012", HttpStatusCode.BadRequest)]
    [InlineData("/metrics/consultations?view=yoy&span=ever", HttpStatusCode.BadRequest)]
    public async Task An_unknown_address_or_choice_gets_an_error_page(string address, HttpStatusCode expected)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, expected);
    }

    private static List<string> Row(IHtmlDocument page, string table, string name) =>
    [
        .. page.QuerySelector($"{table}")!.QuerySelectorAll("tbody tr")
            .First(r => r.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(c => c.TextContent),
    ];
}
