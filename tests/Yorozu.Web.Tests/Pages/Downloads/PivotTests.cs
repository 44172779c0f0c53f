using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Web.Tests.Downloads;
using Yorozu.Web.Tests.Wording;

namespace Yorozu.Web.Tests.Pages.Downloads;

public sealed class PivotTests
{
    [Theory]
    [InlineData("")]
    [InlineData("&region=kyushu&measure=fiscal-year")]
    [InlineData("&rows=month&columns=region&metric=visitors&measure=month")]
    [InlineData("&rows=part&columns=area&metric=one-stop-trainees&area=13&area=33")]
    public async Task The_page_shows_the_cells_of_its_csv_and_links_to_the_same_workbook(string query)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/downloads?shape=pivot" + query);

        var links = page.QuerySelectorAll("#pivot .figure-tools a").Select(a => a.GetAttribute("href")!).ToList();
        var csv = Csv.Read(await app.BytesAsync(links[0]));
        var first = csv.Header.ToList().IndexOf("measure") + 1;
        page.QuerySelectorAll("#pivot tbody tr")
            .Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent.Replace(",", "", StringComparison.Ordinal))))
            .Should().Equal(csv.Rows.Select(r => string.Join(' ', r.Values.Skip(first).Select(v => v.Length > 0 ? v : "未公表"))));
        page.QuerySelector(".file-size")!.TextContent.Should().Contain($"{csv.Rows.Count}行").And.NotContain("約");
        (await app.Client.GetAsync(links[1])).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task All_metrics_of_the_prefectures_of_kyushu_for_a_fiscal_year_are_three_choices()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/downloads?shape=pivot&region=kyushu&measure=fiscal-year");

        page.QuerySelector("#pivot caption")!.TextContent.Should().Be("年度の計、令和3年度（2021年度）");
        page.QuerySelectorAll("#pivot thead th").Select(h => h.TextContent).Should()
            .Equal("地域", "相談対応件数（件）", "来訪相談者数（者）", "課題解決件数（件）", "ネットワーク活動件数（件）");
        page.QuerySelectorAll("#pivot tbody th").Select(h => h.TextContent).Should().Equal("福岡県", "佐賀県", "長崎県", "熊本県", "大分県", "宮崎県", "鹿児島県");
        page.QuerySelector("#pivot .figure-tools a")!.GetAttribute("href").Should()
            .Be("/extracts/observations.csv?region=kyushu&shape=pivot&measure=fiscal-year");
    }

    [Fact]
    public async Task The_controls_show_the_layout_and_leave_the_default_out_of_the_address()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/downloads?shape=pivot&rows=region&columns=&measure=");

        page.QuerySelectorAll<IHtmlSelectElement>(".pivot-layout select").Select(s => (s.Name, s.Value)).Should()
            .Equal(("rows", "region"), ("columns", ""), ("measure", ""));
        page.QuerySelector(".address input")!.GetAttribute("value").Should().EndWith("/extracts/observations.csv?shape=pivot&rows=region");
        page = await app.GetPageAsync("/downloads?rows=region");
        page.QuerySelector(".address input")!.GetAttribute("value").Should().EndWith("/extracts/observations.csv");
    }

    [Theory]
    [InlineData("rows=metric", "「列にするもの」を選び直してください: 行が指標なら、列は地域、管轄地域、月、年度、内訳のどれか。")]
    [InlineData("columns=month", "「指標」を選び直してください: 行も列も指標でなければ、1つだけ。")]
    public async Task A_pivot_that_cannot_be_is_a_sentence_that_says_what_to_choose(string query, string sentence)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/downloads?shape=pivot&" + query);

        page.QuerySelector("#pivot [data-fallback]")!.TextContent.Should().Be(sentence);
        page.QuerySelector("#pivot table, .file-size, .address").Should().BeNull("there is no such file");
    }

    [Theory]
    [InlineData("?shape=pivot&lang=en")]
    [InlineData("?shape=pivot&lang=en&rows=metric&columns=part")]
    [InlineData("?shape=pivot&lang=en&rows=region&columns=fiscal_year&metric=one-stop-joint-staff")]
    [InlineData("?shape=pivot&lang=en&rows=region&columns=month&metric=one-stop-trainees&measure=month&part=合計")]
    [InlineData("?shape=pivot&lang=en&rows=metric")]
    [InlineData("?shape=pivot&lang=en&rows=month")]
    public async Task In_english_everything_is(string query)
    {
        await using var app = await WebApp.SharedAsync();

        EnglishPage.Check(await app.GetPageAsync("/downloads" + query), query);
    }

    [Theory]
    [InlineData("", 12, "値の列は12列です（最初は one-stop-businesses、最後は productivity-outreach）。指標ごとの年度累計で、空欄は未公表です。", "")]
    [InlineData(
        "&rows=metric&columns=area",
        48,
        "値の列は48列です（最初は 00、最後は 47）。地域ごとの年度累計で、空欄は未公表です。",
        "紙には左の20列を印刷します。48列すべてはCSVとExcelブックにあります。")]
    [InlineData(
        "&rows=metric&columns=area&lang=en",
        48,
        "Columns of figures: 48 (first 00, last 47), by area: year to date. Empty is not published.",
        "Paper shows the first 20 columns. All 48 are in the CSV and the Excel workbook.")]
    public async Task The_columns_of_figures_are_explained_in_a_sentence(string query, int columns, string sentence, string onPaper)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/downloads?shape=pivot" + query);

        var csv = Csv.Read(await app.BytesAsync(page.QuerySelector("#pivot .figure-tools a")!.GetAttribute("href")!));
        page.QuerySelectorAll("#dictionary > .scroll th code").Select(c => c.TextContent).Should().Equal(csv.Header.SkipLast(columns)).And.EndWith("measure");
        page.QuerySelector("#dictionary > .rules li")!.TextContent.Should().Be(sentence);
        (page.QuerySelector("#pivot .on-paper")?.TextContent ?? "").Should().Be(onPaper);
    }

    [Fact]
    public async Task An_unfinished_year_says_how_far_it_goes_and_that_it_has_no_total()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/downloads?shape=pivot&rows=fiscal_year&columns=region&metric=one-stop-joint-staff");
        page.QuerySelectorAll("#pivot tbody th").Select(h => h.TextContent).TakeLast(2).Should().Equal("令和7年度（2025年度）", "令和8年度（2026年度）12月まで");
        page.QuerySelector("#pivot .rules")!.TextContent.Should().Contain("公表資料に累計値がなく、計を照合できない指標: ");
        page = await app.GetPageAsync("/downloads?shape=pivot&rows=fiscal_year&columns=region&metric=one-stop-consultations&measure=fiscal-year");
        page.QuerySelector("#pivot .rules")!.TextContent.Should().Contain("令和8年度（2026年度）は年度の途中のため、計はまだありません。");
        page.QuerySelectorAll("#pivot tbody tr:last-child td").Should().OnlyContain(c => c.TextContent == "未公表");
    }
}
