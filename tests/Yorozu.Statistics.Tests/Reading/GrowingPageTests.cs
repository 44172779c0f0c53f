using System.Globalization;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>The published page of FY2026 as it will look later in the year: every month repeats April's figures.</summary>
public sealed class GrowingPageTests
{
    private static readonly FiscalYear Year = new(2026);
    private static readonly string April = Encoding.UTF8.GetString(PublishedDocuments.Fy2026);

    [Theory]
    [InlineData(2, "2026-05")]
    [InlineData(6, "2026-09")]
    [InlineData(12, "2027-03")]
    public void The_page_grows_by_a_month_at_a_time(int months, string asOf)
    {
        var page = Read(Grow(months, blank: 0));

        page.AsOf.ToString().Should().Be(asOf);
        page.Tables.Should().HaveCount(12).And.OnlyContain(t => t.Months.Count == months);
        page.Tables.Sum(t => t.Observations.Count).Should().Be((11 + 3) * 48 * months, "one table has three parts");
        var april = Read(April);
        foreach (var (grown, first) in page.Tables.Zip(april.Tables))
        {
            var counts = first.Observations.ToDictionary(o => (o.Part, o.Area), o => o.Figure);
            grown.Metric.Key.Should().Be(first.Metric.Key);
            grown.Observations.Should().OnlyContain(o => o.Figure == counts[ValueTuple.Create(o.Part, o.Area)]);
        }

        Verifier.Verify(page, FigureHistory.Empty).Where(f => f.Severity == Severity.Error).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void Columns_of_coming_months_are_not_published_never_zero_and_not_the_as_of_month()
    {
        var page = Read(Grow(2, blank: 3));

        page.AsOf.Should().Be(new YearMonth(2026, 5));
        page.Tables.Should().OnlyContain(t => t.Months.Count == 5);
        page.Tables.SelectMany(t => t.Observations).Where(o => o.Month > page.AsOf).Should().HaveCount((11 + 3) * 48 * 3)
            .And.OnlyContain(o => !o.Figure.IsPublished && o.Figure.Count == null);
    }

    private static PublishedPage Read(string text) => DocumentReader.Read(Encoding.UTF8.GetBytes(text), MetricCatalogue.Default).Page!;

    private static string Grow(int months, int blank)
    {
        var columns = Year.Months.Take(months + blank).Select(m => $"{m.Month}月").ToList();
        return string.Join('\n', April.Split('\n').Select(line => line.TrimEnd('\r').Split('\t') switch
        {
            ["", "4月", "累計値"] => string.Join('\t', ["", .. columns, "累計値"]),
            ["", "4月", "", ""] => string.Join('\t', ["", .. columns.SelectMany(c => (string[])[c, "", ""])]),
            ["", "4月"] => string.Join('\t', ["", .. columns]),
            ["", "トレーニー", ..] parts => string.Join('\t', ["", .. columns.SelectMany(_ => parts[1..])]),
            [var area, var count, var total] when count == total => string.Join('\t', [area, .. Cells([count]), Total(count)]),
            { Length: > 1 } cells when !line.StartsWith('#') => string.Join('\t', [cells[0], .. Cells(cells[1..])]),
            _ => line,
        }));

        string[] Cells(string[] april) =>
            [.. Enumerable.Repeat(april, months).SelectMany(c => c), .. Enumerable.Repeat("－", april.Length * blank)];

        string Total(string count) =>
            (long.Parse(count, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) * months).ToString("N0", CultureInfo.InvariantCulture);
    }
}
