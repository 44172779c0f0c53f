using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;

namespace Yorozu.Data.Publishing;

/// <summary>Finds oddities of a page compared with the figures published before.</summary>
internal static class ImportWarnings
{
    public static async Task<IReadOnlyList<string>> FindAsync(
        YorozuDbContext db, PublishedPage page, long version, long precedence, FigureHistory history, CancellationToken cancellationToken)
    {
        var warnings = new List<string>();
        var keys = page.Tables.Select(t => t.Metric.Key).ToList();
        var before = db.StandingAt(version).Where(t => t.FiscalYear == page.FiscalYear.StartYear && t.Precedence < precedence);
        var missing = await before
            .Where(t => !keys.Contains(t.Metric.Key) && t.Precedence == before.Max(o => o.Precedence))
            .OrderBy(t => t.Ordinal)
            .Select(t => t.Heading)
            .ToListAsync(cancellationToken);
        if (missing.Count > 0) warnings.Add($"前の公表にあった表がありません: {string.Join('、', missing)}。資料の一部が欠けていないか確かめてください。前の公表の値がそのまま残ります");
        if (YearDoubt.Find(page, history) is { } year)
        {
            warnings.Add($"{page.FiscalYear.JapaneseName}の資料ですが、数のほとんどが{year.JapaneseName}の同じ月の公表値と同じです。年度を確かめてください");
        }
        return warnings;
    }
}
