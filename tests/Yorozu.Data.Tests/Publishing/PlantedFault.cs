using System.Globalization;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>A fault of the newest month of a page, with 合計 made to fit.</summary>
/// <param name="Plant">The tables with the fault in place of the page's; null where the page has no place for it.</param>
internal sealed record PlantedFault(string Name, Func<PublishedPage, Random, IReadOnlyList<PublishedTable>?> Plant)
{
    // A slip in a smaller count would not matter.
    private const long LargeCount = 100;

    public static IReadOnlyList<PlantedFault> All { get; } =
    [
        new("digit dropped", (page, random) => Misprint(page, random, digits => digits.Remove(random.Next(digits.Length), 1))),
        new("digit added", (page, random) => Misprint(page, random, digits => digits.Insert(random.Next(1, digits.Length + 1), $"{random.Next(10)}"))),
        new("first two digits transposed", (page, random) => Misprint(page, random, digits => Transposed(digits, 0))),
        new("any two digits transposed", (page, random) => Misprint(page, random, digits => Transposed(digits, random.Next(digits.Length - 1)))),
        new("halved", (page, random) => OneCell(page, random, count => count / 2)),
        new("doubled", (page, random) => OneCell(page, random, count => count * 2)),
        new("two rows swapped", RowsSwapped),
        new("two months swapped", (page, random) => OneTable(page, random, table => MonthsSwapped(table, page.AsOf))),
        new("previous month repeated", (page, random) => OneTable(page, random, table => Repeated(table, page.AsOf, _ => true))),
        new("row of previous month repeated", RowRepeated),
    ];

    private static string Transposed(string digits, int at) => $"{digits[..at]}{digits[at + 1]}{digits[at]}{digits[(at + 2)..]}";

    private static IReadOnlyList<PublishedTable>? Misprint(PublishedPage page, Random random, Func<string, string> change) => OneCell(
        page,
        random,
        count => long.Parse(change(count.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture));

    private static IReadOnlyList<PublishedTable>? OneCell(PublishedPage page, Random random, Func<long, long> change)
    {
        var (table, cell) = Any(random, [.. page.Tables.SelectMany(table => Large(table, page.AsOf).Select(cell => (table, cell)))]);
        var wrong = change(cell.Figure.Count!.Value);
        return wrong == cell.Figure.Count ? null : [Fitted(Changed(table, page.AsOf, o => o == cell ? Figure.Of(wrong) : o.Figure), page.AsOf)];
    }

    /// <summary>Two prefectures whose counts differ by a fifth or more.</summary>
    private static IReadOnlyList<PublishedTable>? RowsSwapped(PublishedPage page, Random random)
    {
        var (table, cells) = Any(random, [.. page.Tables.Select(table => (table, Cells: Large(table, page.AsOf))).Where(t => t.Cells.Count >= 10)]);
        var one = Any(random, cells);
        var unlike = cells.Where(c => c.Figure.Count > one.Figure.Count * 1.2 || c.Figure.Count < one.Figure.Count / 1.2).ToList();
        if (unlike.Count == 0) return null;
        var other = Any(random, unlike);
        return [Changed(table, page.AsOf, o => o == one ? other.Figure : o == other ? one.Figure : o.Figure)];
    }

    private static IReadOnlyList<PublishedTable>? RowRepeated(PublishedPage page, Random random)
    {
        var area = Area.Of(Any(random, Prefecture.All));
        return page.Tables[0].Months.Count == 1 ? null : [.. page.Tables.Select(t => Fitted(Repeated(t, page.AsOf, a => a == area), page.AsOf))];
    }

    private static IReadOnlyList<PublishedTable>? OneTable(PublishedPage page, Random random, Func<PublishedTable, PublishedTable> change) =>
        Any(random, page.Tables) is { Months.Count: > 1 } table ? [change(table)] : null;

    private static PublishedTable MonthsSwapped(PublishedTable table, YearMonth month) => Changed(
        Repeated(table, month, _ => true), month.AddMonths(-1), o => At(table, o, month));

    private static PublishedTable Repeated(PublishedTable table, YearMonth month, Func<Area, bool> areas) =>
        Changed(table, month, o => areas(o.Area) ? At(table, o, month.AddMonths(-1)) : o.Figure);

    private static List<Observation> Large(PublishedTable table, YearMonth month) =>
        [.. table.Observations.Where(o => o.Month == month && !o.Area.IsNation && o.Part == MetricPart.MainOf(table.Parts) && o.Figure.Count > LargeCount)];

    private static PublishedTable Fitted(PublishedTable table, YearMonth month)
    {
        var sums = table.Observations
            .Where(o => o.Month == month && !o.Area.IsNation)
            .GroupBy(o => o.Part)
            .ToDictionary(part => part.Key, part => part.Sum(o => o.Figure.Count ?? 0));
        return Changed(table, month, o => o.Area.IsNation ? Figure.Of(sums[o.Part]) : o.Figure);
    }

    private static PublishedTable Changed(PublishedTable table, YearMonth month, Func<Observation, Figure> figure) =>
        table with { Observations = [.. table.Observations.Select(o => o.Month == month ? o with { Figure = figure(o) } : o)] };

    private static Figure At(PublishedTable table, Observation cell, YearMonth month) =>
        table.Observations.First(o => o.Part == cell.Part && o.Area == cell.Area && o.Month == month).Figure;

    private static T Any<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
