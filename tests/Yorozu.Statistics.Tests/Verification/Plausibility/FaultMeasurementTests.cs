using Xunit.Abstractions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification.Plausibility;

/// <summary>
/// How many of a thousand faults of each kind are found in the newest month of FY2021 when every sum was made to fit, and how many
/// new warnings the months of true figures bring. The bounds are a little below what was measured.
/// </summary>
public sealed class FaultMeasurementTests(ITestOutputHelper output)
{
    private const int Faults = 1000;

    private static readonly PublishedPage Page = Fy2021Page.Page;
    private static readonly YearMonth[] Newest = [.. Page.FiscalYear.Months.Skip(6)];

    [Fact]
    public void Nearly_every_month_that_repeats_the_month_before_is_found() => Measure(0.95, random =>
    {
        var page = Until(random);
        var table = Any(random, page.Tables);
        // Up to four prefectures sent a new figure after all.
        var others = Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(1, 48)).ToHashSet();
        var copied = Changed(table, page.AsOf, o => others.Contains(o.Area.Number) ? o.Figure : At(table, o.Area, page.AsOf.AddMonths(-1)));
        return Failed(page, copied).Any(r => r.Kind == CheckKind.Repeated && r.Month == page.AsOf && r.Area.IsNation);
    });

    [Fact]
    public void Nine_in_ten_prefectures_that_repeat_their_month_before_are_found() => Measure(0.9, random =>
    {
        var page = Until(random);
        var area = Any(random, Prefecture.All).Code;
        var copied = page.Tables.Select(t => Changed(t, page.AsOf, o => o.Area.Code == area ? At(t, o.Area, page.AsOf.AddMonths(-1)) : o.Figure));
        return Failed(page, [.. copied]).Any(r => r.Kind == CheckKind.Repeated && r.Month == page.AsOf && r.Area.Code == area);
    });

    [Fact]
    public void Every_table_with_the_figures_of_another_metric_is_found() => Measure(1, random =>
    {
        var page = Until(random);
        var tables = random.GetItems([.. page.Tables], 1).Concat(page.Tables).Distinct().Take(2).ToList();
        var (from, to) = random.Next(2) == 0 ? (tables[0], tables[1]) : (tables[1], tables[0]);
        var copied = to with { Observations = from.Observations };
        return Failed(page, copied).Any(r => r.Kind == CheckKind.Repeated && r.Month is null);
    });

    [Fact]
    public void More_than_half_the_prefectures_exchanged_in_a_month_are_found() => Measure(0.55, random =>
    {
        var page = Until(random);
        var (table, cells) = Large(random, page);
        var one = Any(random, cells);
        var unlike = cells.Where(c => c.Figure.Count > one.Figure.Count * 1.2 || c.Figure.Count < one.Figure.Count / 1.2).ToList();
        var other = Any(random, unlike);
        var exchanged = Changed(table, page.AsOf, o => o.Area == one.Area ? other.Figure : o.Area == other.Area ? one.Figure : o.Figure);
        return Failed(page, exchanged).Any(r => r.Month == page.AsOf && (r.Area == one.Area || r.Area == other.Area));
    });

    [Fact]
    public void Two_in_three_figures_halved_are_found() => Measure(0.66, random => IsFound(random, count => count / 2));

    [Fact]
    public void Two_in_three_figures_doubled_are_found() => Measure(0.65, random => IsFound(random, count => count * 2));

    // The first six months have too few before them to compare with.
    [Fact]
    public void Twelve_releases_of_true_figures_bring_no_new_warnings_in_the_first_half_year_and_at_most_nineteen_in_the_second()
    {
        var added = Page.FiscalYear.Months.Select(month => Until(month)).Select(page => Failed(page).Count(r => r.Month == page.AsOf)).ToList();

        output.WriteLine($"new warnings by release: {string.Join(' ', added)}");
        added.Take(6).Should().OnlyContain(count => count == 0);
        added.Skip(6).Sum().Should().BeLessThanOrEqualTo(19);
    }

    private void Measure(double bound, Func<Random, bool> plantAndFind)
    {
        var random = new Random(20211121);
        var found = Enumerable.Range(0, Faults).Count(_ => plantAndFind(random));

        output.WriteLine($"{found} of {Faults} found");
        ((double)found / Faults).Should().BeGreaterThanOrEqualTo(bound);
    }

    private static bool IsFound(Random random, Func<long, long> change)
    {
        var page = Until(random);
        var (table, cells) = Large(random, page);
        var cell = Any(random, cells);
        var changed = Changed(table, page.AsOf, o => o.Area == cell.Area ? Figure.Of(change(o.Figure.Count!.Value)) : o.Figure);
        return Failed(page, changed).Any(r => r.Month == page.AsOf && r.Area == cell.Area);
    }

    /// <summary>The newest counts over 100 of a table with at least ten of them.</summary>
    private static (PublishedTable Table, List<Observation> Cells) Large(Random random, PublishedPage page)
    {
        var tables = page.Tables
            .Select(t => (t, Cells: t.Observations.Where(o => o.Month == page.AsOf && !o.Area.IsNation && o.Figure.Count > 100).ToList()))
            .Where(t => t.Cells.Count >= 10)
            .ToList();
        return Any(random, tables);
    }

    private static PublishedPage Until(Random random) => Until(Any(random, Newest));

    private static PublishedPage Until(YearMonth newest) =>
        Page with { AsOf = newest, Tables = [.. Page.Tables.Select(t => t.Of(m => m <= newest))] };

    private static IEnumerable<CheckResult> Failed(PublishedPage page, params PublishedTable[] changed) => Verifier
        .Verify(page with { Tables = [.. page.Tables.Select(t => Array.Find(changed, c => c.Metric == t.Metric) ?? t)] }, FigureHistory.Empty)
        .Where(r => !r.Passed && r.Kind is (CheckKind.Plausible or CheckKind.Repeated));

    private static PublishedTable Changed(PublishedTable table, YearMonth month, Func<Observation, Figure> figure) =>
        table with { Observations = [.. table.Observations.Select(o => o.Month == month ? o with { Figure = figure(o) } : o)] };

    private static Figure At(PublishedTable table, Area area, YearMonth month) =>
        table.Observations.First(o => o.Area == area && o.Month == month).Figure;

    private static T Any<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
