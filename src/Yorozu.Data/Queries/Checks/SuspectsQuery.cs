using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Queries.Checks;

/// <summary>A prefecture that may explain a failed 合計 check.</summary>
/// <param name="OwnRowFails">Its months do not add up to its own 累計値.</param>
/// <param name="Change">
/// The change of its figure in that month, or of the sum of its months, since the previous release, when it explains the difference of the 合計
/// (equal amount, opposite sign); otherwise null.
/// </param>
public sealed record Suspect(Area Area, bool OwnRowFails, long? Change);

/// <summary>Finds the prefectures most likely responsible for a failed 合計 check.</summary>
public static class SuspectsQuery
{
    /// <summary>The suspects of each failed 合計 row of the ledger; rows without suspects are omitted.</summary>
    public static async Task<IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>>> SuspectsAsync(
        this YorozuDbContext db, IReadOnlyList<LedgerRow> ledger, CancellationToken cancellationToken)
    {
        var totals = ledger.Where(r => r.CheckResult is { Kind: CheckKind.National, Passed: false }).ToList();
        if (totals.Count == 0) return new Dictionary<LedgerRow, IReadOnlyList<Suspect>>();

        var releases = totals.Select(r => r.ReleaseId).Distinct().ToList();
        var failures = (await db.CheckResults
            .Where(f => releases.Contains(f.Table.ReleaseId) && !f.Passed && f.Area != 0 && (f.Kind == CheckKind.Cumulative || f.Kind == CheckKind.Revision))
            .Select(f => new { f.Table.ReleaseId, f.Table.Metric.Key, f.Part, f.Kind, f.Area, f.Month, f.Published, f.Expected })
            .ToListAsync(cancellationToken)).ToLookup(f => (f.ReleaseId, f.Key, f.Part));

        return totals
            .Select(total =>
            {
                var (result, month) = (total.CheckResult, total.CheckResult.Month?.Number);
                var ofTable = failures[(total.ReleaseId, result.MetricKey, result.Part)].ToList();
                var rows = ofTable.Where(f => f.Kind == CheckKind.Cumulative).Select(f => f.Area).ToHashSet();
                // When a prefecture rose and 合計 did not, 合計 is short by as much; for 累計値 all its months count.
                var changes = ofTable
                    .Where(f => f.Kind == CheckKind.Revision && (month is null || f.Month == month))
                    .GroupBy(f => f.Area, f => f.Published - f.Expected)
                    .Where(area => area.Sum() == -result.Difference && area.All(change => change is not null))
                    .ToDictionary(area => area.Key, area => area.Sum());
                return KeyValuePair.Create(total, (IReadOnlyList<Suspect>)[.. rows.Union(changes.Keys).Order()
                    .Select(area => new Suspect(Area.FromNumber(area), rows.Contains(area), changes.GetValueOrDefault(area)))]);
            })
            .Where(total => total.Value.Count > 0)
            .ToDictionary();
    }
}
