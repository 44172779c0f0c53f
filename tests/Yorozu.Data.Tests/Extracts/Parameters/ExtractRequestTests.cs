using System.Globalization;
using FluentAssertions.Execution;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;

namespace Yorozu.Data.Tests.Extracts.Parameters;

public sealed class ExtractRequestTests
{
    private static readonly ExtractVocabulary Known = new(["consultations", "visitors"], ["窓口"], ["出向者", "合計"], [AsOf.Publication(2)]);

    [Theory]
    [InlineData("", "")]
    [InlineData("shape=tidy&encoding=utf-8-bom&lang=", "")]
    [InlineData("metric=visitors&metric=consultations&metric=visitors", "?metric=consultations&metric=visitors")]
    [InlineData(
        "to=2022-03&area=33&fy=2021&asof=2&area=01&from=2021-04&section=窓口",
        "?area=01&area=33&fy=2021&from=2021-04&to=2022-03&section=%E7%AA%93%E5%8F%A3&asof=2")]
    [InlineData(
        "region=kyushu&area=40&area=00&totals=exclude&part=合計&part=出向者",
        "?area=00&region=kyushu&part=%E5%87%BA%E5%90%91%E8%80%85&part=%E5%90%88%E8%A8%88&totals=exclude")]
    [InlineData("lang=ja&encoding=shift_jis&shape=wide", "?shape=wide&encoding=shift_jis&lang=ja")]
    [InlineData("rows=month&columns=part&measure=month", "")]
    [InlineData("shape=pivot&rows=area&columns=metric&measure=year-to-date", "?shape=pivot")]
    [InlineData(
        "measure=fiscal-year&lang=ja&columns=fiscal_year&rows=region&shape=pivot&metric=visitors",
        "?metric=visitors&shape=pivot&rows=region&columns=fiscal_year&measure=fiscal-year&lang=ja")]
    public void The_same_request_is_always_the_same_query_string(string query, string canonical)
    {
        var request = ExtractRequest.Parse(Parameters(query), Known, out var problems);

        using var scope = new AssertionScope();
        problems.Should().BeEmpty();
        request.ToQueryString().Should().Be(canonical);
        ExtractRequest.Parse(Parameters(Uri.UnescapeDataString(canonical.TrimStart('?'))), Known, out _).ToQueryString().Should().Be(canonical);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task The_readers_language_does_not_change_the_order(string language)
    {
        // In a flow of its own, for the culture would stay with the thread.
        var request = await Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
            return ExtractRequest.Parse(Parameters("section=窓口&section=一&section=亜"), Known with { Sections = ["窓口", "亜", "一"] }, out _);
        });

        request.Filter.Sections.Should().Equal("一", "亜", "窓口");
    }

    [Theory]
    [InlineData("来訪", true)]
    [InlineData("", true)]
    [InlineData("合計", false)]
    [InlineData("うちオンライン", false)]
    public void Without_totals_the_parts_that_add_up_are_left(string part, bool isIncluded) =>
        new ObservationFilter { ExcludesTotals = true }.Includes(part).Should().Be(isIncluded);

    [Theory]
    [InlineData("rows=metric", "columns", "「columns」の値「metric」は使えません（行が指標なら、列は地域、管轄地域、月、年度、内訳のどれか）。")]
    [InlineData("rows=area&columns=region&metric=visitors", "columns", "「columns」の値「region」は使えません（行が地域なら、列は指標、月、年度、内訳のどれか）。")]
    [InlineData("rows=month&columns=fiscal_year&metric=visitors", "columns", "「columns」の値「fiscal_year」は使えません（行が月なら、列は指標、地域、管轄地域、内訳のどれか）。")]
    [InlineData("columns=month", "metric", "パラメーター「metric」を指定してください（行も列も指標でなければ、1つだけ）。")]
    [InlineData("columns=month&metric=visitors&metric=consultations", "metric", "パラメーター「metric」を指定してください（行も列も指標でなければ、1つだけ）。")]
    [InlineData("rows=month&measure=fiscal-year", "measure", "「measure」の値「fiscal-year」は使えません（月が行か列なら、年度累計、月の値のどれか）。")]
    [InlineData("rows=fiscal_year&measure=month", "measure", "「measure」の値「month」は使えません（年度が行か列なら、年度累計、年度の計のどれか）。")]
    [InlineData("measure=fiscal-year&from=2021-05", "from", "「from」の値「2021-05」は使えません（年度の計はすべての月の計。期間は年度で選ぶ）。")]
    [InlineData("measure=fiscal-year&to=2021-05", "to", "「to」の値「2021-05」は使えません（年度の計はすべての月の計。期間は年度で選ぶ）。")]
    [InlineData("rows=month&area=40&area=41", "area", "パラメーター「area」を指定してください（行も列も地域か管轄地域でなければ、地域か管轄地域を1つだけ）。")]
    [InlineData("rows=month&area=40&region=kanto", "area", "パラメーター「area」を指定してください（行も列も地域か管轄地域でなければ、地域か管轄地域を1つだけ）。")]
    [InlineData("rows=month&totals=exclude", "area", "パラメーター「area」を指定してください（行も列も地域か管轄地域でなければ、地域か管轄地域を1つだけ）。")]
    [InlineData("rows=region&area=40", "area", "「area」の値「40」は使えません（管轄地域が行か列なら、都道府県は管轄地域でまとめて選ぶ）。")]
    [InlineData("fy=2021&fy=2026", "fy", "「fy」の値「2026」は使えません（行も列も月か年度でなければ、1つだけ）。")]
    [InlineData("part=合計&part=出向者", "part", "「part」の値「合計」は使えません（行も列も内訳でなければ、1つだけ）。")]
    public void A_pivot_that_would_add_what_does_not_add_up_is_refused(string query, string parameter, string message)
    {
        var request = ExtractRequest.Parse(Parameters("shape=pivot&" + query), Known, out var problems);

        problems.Select(p => (p.Parameter, p.Message.ToString())).Should().Equal((parameter, message));
        request.Refusals.Should().Equal(problems);
        ExtractRequest.Parse(Parameters(query), Known, out problems).Refusals.Should().BeEmpty("another shape has no layout");
        problems.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("region=kyushu&measure=fiscal-year")]
    [InlineData("rows=metric&columns=month&region=kyushu")]
    [InlineData("rows=metric&columns=month&area=40&totals=exclude")]
    [InlineData("rows=region&area=00&region=kyushu")]
    [InlineData("rows=region&area=36&area=37&area=38&area=39")]
    [InlineData("rows=month&columns=area&metric=visitors&fy=2021&fy=2026&part=合計")]
    [InlineData("rows=part&part=合計&part=出向者")]
    public void A_pivot_of_one_thing_each_is_not(string query)
    {
        ExtractRequest.Parse(Parameters("shape=pivot&" + query), Known, out var problems);

        problems.Should().BeEmpty();
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1]));
}
