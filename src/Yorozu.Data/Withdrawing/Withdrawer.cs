using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Importing;
using Yorozu.Data.Log;
using Yorozu.Data.Queries;
using Yorozu.Statistics;

namespace Yorozu.Data.Withdrawing;

/// <summary>Takes a release back. Its rows stay; it only ceases to count.</summary>
public sealed class Withdrawer(YorozuDbContext db, TimeProvider clock)
{
    /// <summary>Works out what would change back, or null when there is no such release or it is withdrawn already.</summary>
    public async Task<WithdrawalPlan?> PrepareAsync(int releaseId, CancellationToken cancellationToken)
    {
        var version = (await db.DataVersionAsync(cancellationToken)).Number;
        if (!await db.Releases.AnyAsync(r => r.Id == releaseId && r.WithdrawnVersion == null, cancellationToken)) return null;

        var shown = await db.CurrentAt(version)
            .Where(t => t.ReleaseId == releaseId)
            .OrderBy(t => t.Ordinal)
            .Select(t => new { t.Id, t.MetricId, t.Metric.Key, t.Metric.Name })
            .ToListAsync(cancellationToken);
        var others = await db.StandingAt(version)
            .Where(t => t.ReleaseId != releaseId && db.Releases.Any(r => r.Id == releaseId && r.FiscalYear == t.FiscalYear))
            .OrderByDescending(t => t.Precedence)
            .Select(t => new { t.Id, t.ReleaseId, t.MetricId })
            .ToListAsync(cancellationToken);

        var tables = new List<TableReversion>();
        foreach (var table in shown)
        {
            var next = others.Find(t => t.MetricId == table.MetricId);
            tables.Add(new TableReversion(table.Key, table.Name, next?.ReleaseId, await ChangesAsync(table.Id, next?.Id, cancellationToken)));
        }

        return new WithdrawalPlan(releaseId, version, tables);
    }

    /// <summary>Withdraws the release of a plan, unless something was published or withdrawn since the plan was made.</summary>
    public async Task<WithdrawalOutcome> WithdrawAsync(WithdrawalPlan plan, Actor actor, string note, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await StoreTransaction.BeginAsync(db, cancellationToken);
            var state = await db.StoreState.AsTracking().SingleAsync(cancellationToken);
            if (state.DataVersion != plan.BaseVersion) return new WithdrawalOutcome.BaseMoved(state.DataVersion);

            var release = await db.Releases.AsTracking().SingleAsync(r => r.Id == plan.ReleaseId, cancellationToken);
            state.Change(clock.GetUtcNow());
            release.WithdrawnVersion = state.DataVersion;
            release.WithdrawnAt = state.ChangedAt;
            release.WithdrawnBy = actor.Name;
            release.WithdrawalNote = note;
            await db.SaveChangesAsync(cancellationToken);
            await new ActionLog(db, clock).WriteAsync(actor, LogAction.Withdraw, $"release {release.Id}", LogOutcome.Withdrawn, note);
            await transaction.CommitAsync(cancellationToken);
            return new WithdrawalOutcome.Withdrawn(state.DataVersion);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<IReadOnlyList<RevisedCell>> ChangesAsync(int tableId, int? belowId, CancellationToken cancellationToken)
    {
        var now = await CellsAsync(tableId, cancellationToken);
        var then = belowId is { } id ? await CellsAsync(id, cancellationToken) : [];
        return
        [
            .. from key in now.Keys.Union(then.Keys)
               orderby key.Part, key.Area, key.Month
               let before = now.GetValueOrDefault(key)
               let after = then.GetValueOrDefault(key)
               where before != after
               select new RevisedCell(key.Part, Area.FromNumber(key.Area), YearMonth.FromNumber(key.Month), before, after),
        ];
    }

    private async Task<Dictionary<(string Part, int Area, int Month), Figure>> CellsAsync(int tableId, CancellationToken cancellationToken) => await db.Observations
        .Where(o => o.TableId == tableId)
        .ToDictionaryAsync(o => (o.Part, o.Area, o.Month), o => Figure.Of(o.Value), cancellationToken);
}
