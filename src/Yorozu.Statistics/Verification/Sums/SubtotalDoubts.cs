using System.Globalization;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Verification.Sums;

/// <summary>The sums of some months or of a region (第1四半期計, 東北計) that do not hold. Their figures are not stored.</summary>
public static class SubtotalDoubts
{
    /// <summary>One doubt for each column or row of sums, with the first one and the number of others.</summary>
    /// <param name="page">The page as read.</param>
    public static IEnumerable<Phrase> Find(PublishedPage page) => page.Tables.Where(t => t.Sums.Count > 0).SelectMany(t => Find(new TableFigures(t)));

    private static IEnumerable<Phrase> Find(TableFigures figures) =>
        from sum in figures.Table.Sums
        let expected = ExpectedOf(figures, sum)
        where expected is not null && sum.Figure.Count != expected
        group (Sum: sum, Expected: expected.Value) by sum.Label into wrong
        select Describe(figures.Table, [.. wrong]);

    private static Phrase Describe(PublishedTable table, IReadOnlyList<(PrintedSum Sum, long Expected)> wrong)
    {
        var (sum, expected) = wrong[0];
        object place = !sum.IsRow ? sum.Areas[0].RowLabel : sum.Months.Count == 0 ? new Phrase("累計値") : sum.Months[0];
        var first = new Phrase(
            "「{0}」の「{1}」が、足し合わせた値と合いません: {2} 公表値 {3}、計算値 {4}（{5}）",
            table.Heading, sum.Label, place, InWords(sum.Figure.Count!.Value), InWords(expected), sum.Position.Name);
        return wrong.Count == 1 ? first : new Phrase("{0} ほか{1}件", first, wrong.Count - 1);
    }

    /// <summary>The sum of the published figures; null when none of them is published.</summary>
    private static long? ExpectedOf(TableFigures figures, PrintedSum sum)
    {
        var cells = sum.Months.Count == 0
            ? sum.Areas.Select(a => figures.Cumulative(sum.Part, a).Figure)
            : sum.Areas.SelectMany(a => sum.Months.Select(m => figures.Cell(sum.Part, a, m).Figure));
        var counts = cells.Where(f => f.IsPublished).Select(f => f.Count!.Value).ToList();
        return counts.Count == 0 ? null : counts.Sum();
    }

    private static string InWords(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
