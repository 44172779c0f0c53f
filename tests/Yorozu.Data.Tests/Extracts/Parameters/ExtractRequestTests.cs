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
    [InlineData("shape=tidy&encoding=utf-8-bom&lang=en", "")]
    [InlineData("metric=visitors&metric=consultations&metric=visitors", "?metric=consultations&metric=visitors")]
    [InlineData(
        "to=2022-03&area=33&fy=2021&asof=2&area=01&from=2021-04&section=窓口",
        "?area=01&area=33&fy=2021&from=2021-04&to=2022-03&section=%E7%AA%93%E5%8F%A3&asof=2")]
    [InlineData(
        "region=kyushu&area=40&area=00&totals=exclude&part=合計&part=出向者",
        "?area=00&region=kyushu&part=%E5%87%BA%E5%90%91%E8%80%85&part=%E5%90%88%E8%A8%88&totals=exclude")]
    [InlineData("lang=ja&encoding=shift_jis&shape=wide", "?shape=wide&encoding=shift_jis&lang=ja")]
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

    private static IEnumerable<KeyValuePair<string, string>> Parameters(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], p[1]));
}
