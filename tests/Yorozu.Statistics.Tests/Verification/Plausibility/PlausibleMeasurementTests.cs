using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification.Plausibility;

/// <summary>
/// What the plausibility check costs and what it yields, measured on FY2021. The bounds are those that the check's own
/// documentation promises; the exact figures stand there.
/// </summary>
public sealed class PlausibleMeasurementTests
{
    private const int ErrorsOfAKind = 500;

    [Fact]
    public void About_one_true_figure_in_a_hundred_is_warned_of()
    {
        var results = Fy2021Page.Page.Tables.SelectMany(t => Fy2021Page.Plausible(t)).ToList();

        results.Should().HaveCount(4 * 47 * 12);
        results.Count(f => !f.Passed).Should().BeLessThanOrEqualTo(results.Count * 11 / 1000);
    }

    [Fact]
    public void At_most_two_true_figures_in_a_hundred_are_warned_of_in_the_newest_month()
    {
        var results = (
            from newest in Fy2021Page.Page.FiscalYear.Months.Skip(6)
            from table in Fy2021Page.Page.Tables
            from result in Fy2021Page.Plausible(table.Of(m => m <= newest))
            where result.Month == newest
            select result).ToList();

        results.Should().HaveCount(4 * 47 * 6);
        results.Count(f => !f.Passed).Should().BeLessThanOrEqualTo(results.Count * 2 / 100);
    }

    [Fact]
    public void Nine_in_ten_planted_errors_are_found_when_the_sums_were_made_to_fit_them()
    {
        var dropped = Caught(Slip.DigitDropped);
        var added = Caught(Slip.DigitAdded);
        var transposed = Caught(Slip.LeadingDigitsTransposed);

        dropped.Should().BeGreaterThan(0.93);
        added.Should().BeGreaterThan(0.99);
        transposed.Should().BeGreaterThan(0.76);
        ((dropped + added + transposed) / 3).Should().BeGreaterThanOrEqualTo(0.9);
    }

    /// <summary>
    /// Three in ten of these move a count by less than a tenth; nearly half the true counts lie that far from what is
    /// usual. No check of plausibility alone finds nine in ten of them; the sums do.
    /// </summary>
    [Fact]
    public void About_four_in_ten_transpositions_anywhere_in_a_count_are_found()
    {
        Caught(Slip.AnyDigitsTransposed).Should().BeInRange(0.35, 0.45);
    }

    [Theory]
    [InlineData(Slip.DigitDropped)]
    [InlineData(Slip.DigitAdded)]
    [InlineData(Slip.AnyDigitsTransposed)]
    public void Every_single_misprint_breaks_the_sums_of_its_row_and_its_month(Slip slip)
    {
        foreach (var (table, cell, count) in Plant(slip).Take(100))
        {
            var failures = Fy2021Page.Verify(table.With(cell, count)).Where(f => !f.Passed).ToList();

            failures.Should().ContainSingle(f => f.Kind == CheckKind.National && f.Month == cell.Month);
            failures.Should().ContainSingle(f => f.Kind == CheckKind.Cumulative && f.Area == cell.Area);
        }
    }

    private static double Caught(Slip slip) => Plant(slip).Average(error =>
        Fy2021Page.Plausible(error.Table.With(error.Cell, error.Count))
            .Any(f => !f.Passed && f.Area == error.Cell.Area && f.Month == error.Cell.Month) ? 1.0 : 0);

    private static IEnumerable<(PublishedTable Table, Observation Cell, long Count)> Plant(Slip slip)
    {
        var random = new Random(20210401);
        for (var planted = 0; planted < ErrorsOfAKind;)
        {
            var (table, cell) = Fy2021Page.LargeCells[random.Next(Fy2021Page.LargeCells.Count)];
            var counts = PlantedError.All(slip, cell.Figure.Count!.Value);
            if (counts.Count == 0) continue;
            planted++;
            yield return (table, cell, counts[random.Next(counts.Count)]);
        }
    }
}
