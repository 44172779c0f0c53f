using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;
using Yorozu.Statistics.Verification.Sums;

namespace Yorozu.Data.Publishing;

/// <summary>Finds doubts about a page that belong to no single stored cell.</summary>
internal static class ImportWarnings
{
    private const int MaxTables = 2;

    public static IReadOnlyList<Phrase> Find(PublishedPage page, FigureHistory history, IReadOnlyList<CheckResult> results)
    {
        var revisions = results.Where(r => r.Kind == CheckKind.Revision).ToLookup(r => r.MetricKey);
        return [.. Alarms(page, history, revisions), .. Missing(page, history), .. SubtotalDoubts.Find(page)];
    }

    private static IEnumerable<Phrase> Alarms(PublishedPage page, FigureHistory history, ILookup<string, CheckResult> revisions)
    {
        if (InTables(page, table => WholeMonthDoubt.MostChanged(table, revisions[table.Metric.Key])) is { } changed)
        {
            yield return new Phrase("公開中の値のほとんどが変わる月があります: {0}。列や表を取り違えていないか確かめてください", changed);
        }

        if (InTables(page, table => WholeMonthDoubt.AllZero(table, history)) is { } zero)
        {
            yield return new Phrase("値がすべて0の月があります: {0}。空欄の月でないか確かめてください", zero);
        }
    }

    /// <summary>The first tables with such months and the number of others; null without one.</summary>
    private static Phrase? InTables(PublishedPage page, Func<PublishedTable, IReadOnlyList<YearMonth>> monthsOf)
    {
        var found = page.Tables.Select(t => (t.Heading, Months: monthsOf(t))).Where(t => t.Months.Count > 0).ToList();
        if (found.Count == 0) return null;
        var named = Phrase.List("、", found.Take(MaxTables).Select(t => new Phrase("「{0}」の{1}", t.Heading, Phrase.List("、", t.Months))));
        return found.Count <= MaxTables ? named : new Phrase("{0} ほか{1}表", named, found.Count - MaxTables);
    }

    // Of the same year they are check results of their own.
    private static IEnumerable<Phrase> Missing(PublishedPage page, FigureHistory history)
    {
        if (history.AsOfBefore is not { } before || before.FiscalYear == page.FiscalYear) yield break;
        if (history.TablesMissingIn(page) is not { Count: > 0 } missing) yield break;
        yield return new Phrase(
            "前の公表（{0}の{1}分まで）にあった表がありません: {2}。資料の一部が欠けていないか確かめてください", before.FiscalYear, before, Phrase.List("、", missing));
    }
}
