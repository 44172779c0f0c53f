using Yorozu.Data.Extracts.Datasets;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class EnglishValuesTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    public static TheoryData<string> Files => [.. DatasetCatalogue.All.Select(d => d.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_value_has_English_and_no_figure_changes(string file)
    {
        var asPublished = Csv.Read(await published.Host.BytesAsync("/extracts/" + file));
        var english = Csv.Read(await published.Host.BytesAsync($"/extracts/{file}?lang=en"));

        english.Header.Should().Equal(asPublished.Header, "programs know the columns by name");
        english.Rows.SelectMany(r => r.Values).Where(IsJapanese).Distinct().Should().BeEmpty();
        foreach (var column in asPublished.Header.Where(h => !asPublished[h].Any(IsJapanese))) english[column].Should().Equal(asPublished[column], column);
    }

    [Fact]
    public async Task Metrics_areas_parts_and_units_are_those_of_the_English_pages()
    {
        var rows = Csv.Read(await published.Host.BytesAsync("/extracts/observations.csv?lang=en&metric=one-stop-trainees&area=33&part=トレーニー"));

        var row = rows.Rows[0];
        (row["area"], row["section"], row["metric_name"], row["part"], row["unit"]).Should()
            .Be(("Okayama", "One-stop desk", "Trainees and secondees received", "Trainees", "people"));
    }

    [Fact]
    public async Task A_metric_with_a_unit_of_its_own_has_it_everywhere()
    {
        var metrics = Csv.Read(await published.Host.BytesAsync("/extracts/metrics.csv?lang=en")).Rows.Single(r => r["key"] == "visitors");
        (metrics["unit"], metrics["unit_en"]).Should().Be(("people", "people"));
        Csv.Read(await published.Host.BytesAsync("/extracts/observations.csv?lang=en&metric=visitors"))["unit"].Should().OnlyContain(unit => unit == "people");
        Csv.Read(await published.Host.BytesAsync("/extracts/observations.csv?lang=en&metric=visitors&shape=pivot&fy=2021")).Header.Should()
            .EndWith("Visitors (people)");
    }

    [Theory]
    [InlineData("shape=wide&lang=en")]
    [InlineData("shape=pivot&rows=region&columns=month&lang=en&fy=2026&metric=one-stop-consultations")]
    public async Task Every_shape_has_English(string query)
    {
        var csv = Csv.Read(await published.Host.BytesAsync("/extracts/observations.csv?" + query));

        csv.Header.Concat(csv.Rows.SelectMany(r => r.Values)).Where(IsJapanese).Should().BeEmpty();
    }

    [Fact]
    public async Task The_workbook_explains_itself_in_English()
    {
        var book = XlsxTests.Read(await published.Host.BytesAsync("/extracts/yorozu.xlsx?lang=en&fy=2026"));

        var notes = book["notes"]!.Rows.Cast<System.Data.DataRow>().ToDictionary(r => (string)r["item"], r => (string)r["text"]);
        notes["empty and zero"].Should().Be("Empty is not published, 0 is zero.");
        notes["citation"].Should().EndWith("(preliminary), as of 2, /extracts/observations.csv?fy=2026&asof=2&lang=en of this site");
        var pivot = XlsxTests.Read(await published.Host.BytesAsync("/extracts/yorozu.xlsx?lang=en&shape=pivot"))["notes"]!.Rows.Cast<System.Data.DataRow>();
        pivot.Select(r => (string)r["text"]).Should().Contain("pivot; rows: area, columns: metric, figures: year-to-date");
        book["columns"]!.Rows.Cast<System.Data.DataRow>().Select(r => (string)r["description"]).Where(IsJapanese).Should().BeEmpty();
    }

    private static bool IsJapanese(string text) => text.Any(c => c is >= '぀' and <= 'ヿ' or >= '一' and <= '鿿');
}
