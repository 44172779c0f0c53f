using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Yorozu.Web.Tests.Downloads;

namespace Yorozu.Web.Tests.Pages.Indicators;

/// <summary>The page of a metric, for a ratio.</summary>
public sealed class IndicatorTests
{
    private const string Caution = "解決した課題には、前の月や前の年度に相談したものを含みます";

    [Fact]
    public async Task The_year_to_date_is_shown_with_its_mark_formula_and_both_sources()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/indicators/resolution-rate");

        page.QuerySelector("h1")!.TextContent.Should().Be("相談対応件数に対する課題解決の割合（%）");
        page.QuerySelector(".views [aria-current]")!.TextContent.Should().Be("年度累計");
        page.QuerySelector("#trend h2")!.TextContent.Should().Be("相談対応件数に対する課題解決の割合は令和3年度に6.7%");
        page.QuerySelector("#trend .subtitle")!.TextContent.Should().EndWith("　本サイトの計算");
        Table(page, "#trend")["3月"].Should().Be("6.7%");
        page.QuerySelector("#trend")!.TextContent.Should().Contain("相談対応件数に対する課題解決の割合 = 課題解決件数 ÷ 相談対応件数 × 100").And.NotContain(Caution);
        page.QuerySelectorAll("#definition dt").Select(d => d.FirstChild!.TextContent.Trim()).Should().Equal("課題解決件数", "相談対応件数");
        page.QuerySelector("#computation")!.TextContent.Should().Contain(Caution);
    }

    [Theory]
    [InlineData("view=year", "#trend")]
    [InlineData("view=all", "#trend")]
    [InlineData("month=2021-11", "#prefectures")]
    public async Task Single_months_are_shown_on_request_with_the_caution(string query, string block)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync($"/indicators/resolution-rate?{query}")).QuerySelector($"{block} .note")!.TextContent.Should().StartWith(Caution);
        (await app.GetPageAsync("/indicators/resolution-rate")).QuerySelector($"{block} .note").Should().BeNull();
    }

    [Fact]
    public async Task The_heat_table_adds_up_to_each_month_unless_single_months_are_asked_for()
    {
        await using var app = await WebApp.SharedAsync();
        var file = await FigureAsync(app, "/extracts/indicators.csv?indicator=resolution-rate&area=33&from=2021-11&to=2021-11");

        Okayama(await app.GetPageAsync("/indicators/resolution-rate"))[8].Should().Be(OneDecimal(file["cumulative"]));
        Okayama(await app.GetPageAsync("/indicators/resolution-rate?heat=months"))[8].Should().Be(OneDecimal(file["value"]));

        static string[] Okayama(IParentNode page) =>
            [.. page.QuerySelectorAll(".heat tbody tr").Single(r => r.Children[0].TextContent == "岡山県").Children.Select(c => c.TextContent)];
    }

    [Fact]
    public async Task The_ranking_is_by_the_ratio_and_its_csv_has_six_digits_and_the_formula()
    {
        await using var app = await WebApp.SharedAsync();
        var file = await FigureAsync(app, "/extracts/indicators.csv?indicator=resolution-rate&area=33&from=2022-03");

        var csv = Csv.Read(await app.BytesAsync("/indicators/resolution-rate?csv=prefectures"));

        var okayama = csv.Rows.Single(r => r["都道府県"] == "岡山県");
        okayama["値（%）"].Should().Be(file["cumulative"]);
        okayama["本サイトの計算"].Should().Be("相談対応件数に対する課題解決の割合 = 課題解決件数 ÷ 相談対応件数 × 100");
        var values = csv["値（%）"].Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToList();
        csv["順位"].Should().Equal(values.Select(v => $"{1 + values.Count(other => other > v)}"));
    }

    [Fact]
    public async Task Both_figures_lead_to_where_they_are_published()
    {
        await using var app = await WebApp.SharedAsync();
        var page = await app.GetPageAsync("/indicators/resolution-rate?area=33");
        var rows = page.QuerySelectorAll("#definition tbody tr").ToList();

        var shown = new List<string>();
        foreach (var link in rows.Take(2).Select(r => r.QuerySelector("td a")!.GetAttribute("href")!))
        {
            shown.Add((await app.GetPageAsync(link)).QuerySelector(".lead-figure")!.TextContent);
        }

        shown.Should().Equal(rows.Take(2).Select(r => r.Children[1].TextContent));
        rows[2].Children[1].TextContent.Should().MatchRegex("^[0-9]+\\.[0-9]%$");
    }

    [Fact]
    public async Task A_year_in_which_it_was_not_published_shows_the_latest_that_was()
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/indicators/resolution-rate?fy=2026")).QuerySelector("[data-fallback]")!.TextContent.Should().Be(
            "相談対応件数に対する課題解決の割合（本サイトの計算）は令和8年度（2026年度）には公表されていないため、令和3年度（2021年度）を示しています。");
    }

    [Theory]
    [InlineData("/indicators/consultations")]
    [InlineData("/indicators/nothing")]
    [InlineData("/metrics/resolution-rate")]
    public async Task A_metric_is_no_indicator_and_an_indicator_no_metric(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_prefecture_lists_it_among_its_metrics_and_goes_into_it()
    {
        await using var app = await WebApp.SharedAsync();
        var file = await FigureAsync(app, "/extracts/indicators.csv?indicator=one-stop-consultations-per-business&area=33");

        var page = await app.GetPageAsync("/prefectures/33?metric=one-stop-consultations-per-business");

        var row = page.QuerySelectorAll("#metrics tbody tr.highlight").Should().ContainSingle().Subject;
        var value = double.Parse(file["cumulative"], CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture);
        row.Children.Select(c => c.TextContent.Trim()).Should().StartWith(["1事業者当たりの相談件数（件/者）", "―", value]);
        page.QuerySelectorAll("#metrics tr.section")[^1].TextContent.Trim().Should().Be("本サイトの計算");
        page.QuerySelector(".lead")!.TextContent.Should().StartWith("岡山県の1事業者当たりの相談件数は4月の累計で");
        page.QuerySelectorAll("main .choices a").Select(a => a.GetAttribute("href")).Should()
            .Contain(h => h!.StartsWith("/indicators/one-stop-consultations-per-business?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_change_on_the_year_is_of_the_years_up_to_a_month_in_every_view()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/indicators/one-stop-consultations-per-business?view=yoy");
        var months = await app.GetPageAsync("/indicators/one-stop-consultations-per-business?view=cumulative");

        page.QuerySelector("#trend .choices [aria-current]")!.TextContent.Should().Be("前年同期比");
        page.QuerySelector("#trend h2")!.TextContent.Should().Contain("までの累計で前年同期比");
        page.QuerySelector("#trend caption")!.TextContent.Should().Be("1事業者当たりの相談件数の前年同期比");
        page.QuerySelector("#trend .subtitle")!.TextContent.Should().Contain("各月の欄は4月からその月までの累計による値");
        page.QuerySelectorAll("#trend tbody tr").Select(r => r.Children[^1].TextContent)
            .Should().Equal(months.QuerySelectorAll("#trend tbody tr").Select(r => r.Children[^1].TextContent), "both say what changed");
    }

    [Theory]
    [InlineData("/compare?metric=resolution-rate&areas=13,33", "#comparison")]
    [InlineData("/compare?metric=resolution-rate&metric=consultations&areas=13,33", "#comparison")]
    [InlineData("/compare?section=本サイトの計算&fy=2021&areas=13,33", "#comparison")]
    [InlineData("/scatter?x=consultations&y=resolution-rate", "#scatter")]
    public async Task It_is_compared_and_related_as_a_metric_is(string address, string block)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);

        page.QuerySelector("[data-fallback]").Should().BeNull();
        page.QuerySelector($"{block} table")!.TextContent.Should().Contain("課題解決の割合");
        page.QuerySelector(block)!.TextContent.Should().Contain("課題解決件数 ÷ 相談対応件数 × 100");
    }

    private static Dictionary<string, string> Table(IParentNode page, string block) =>
        page.QuerySelectorAll($"{block} tbody tr").ToDictionary(r => r.Children[0].TextContent, r => r.Children[1].TextContent);

    private static async Task<IReadOnlyDictionary<string, string>> FigureAsync(WebApp app, string address) =>
        Csv.Read(await app.BytesAsync(address)).Rows.Should().ContainSingle().Subject;

    private static string OneDecimal(string number) =>
        double.Parse(number, CultureInfo.InvariantCulture).ToString("0.0", CultureInfo.InvariantCulture);
}
