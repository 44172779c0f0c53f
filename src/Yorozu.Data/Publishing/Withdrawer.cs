using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Publishing;

/// <summary>Takes a release back. Its rows stay; it only ceases to count.</summary>
public sealed class Withdrawer(YorozuDbContext db, TimeProvider clock)
{
    private readonly ActionLog _log = new(db, clock);

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

    /// <summary>Withdraws a release for somebody who has seen what would change back, and who has to say why.</summary>
    /// <param name="baseVersion">The data version of the plan that was shown.</param>
    /// <param name="note">As it was typed.</param>
    public async Task<WithdrawalOutcome> WithdrawReviewedAsync(int releaseId, long baseVersion, string? note, Actor actor, CancellationToken cancellationToken)
    {
        var text = PublicNote.Of(note);
        WithdrawalOutcome outcome =
            text.Length == 0 ? new WithdrawalOutcome.NoteMissing()
            : text.Length > PublicNote.MaxLength ? new WithdrawalOutcome.NoteTooLong()
            : await WithdrawAsync(releaseId, baseVersion, text, actor, cancellationToken);
        if (outcome is not WithdrawalOutcome.Withdrawn) await _log.WriteAsync(actor, LogAction.Withdraw, Subject(releaseId), outcome.Logged);
        return outcome;
    }

    /// <summary>Withdraws a release, unless something was published or withdrawn since its plan was made. Logs it only when it did.</summary>
    public async Task<WithdrawalOutcome> WithdrawAsync(int releaseId, long baseVersion, string note, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await StoreTransaction.BeginAsync(db, cancellationToken);
            var state = await db.StoreState.AsTracking().SingleAsync(cancellationToken);
            if (state.DataVersion != baseVersion) return new WithdrawalOutcome.Conflict();
            var release = await db.Releases.AsTracking().SingleOrDefaultAsync(r => r.Id == releaseId && r.WithdrawnVersion == null, cancellationToken);
            if (release is null) return new WithdrawalOutcome.Gone();

            state.Change(clock.GetUtcNow());
            release.WithdrawnVersion = state.DataVersion;
            release.WithdrawnAt = state.ChangedAt;
            release.WithdrawnBy = actor.Name;
            release.WithdrawalNote = note;
            await db.SaveChangesAsync(cancellationToken);
            await _log.WriteAsync(actor, LogAction.Withdraw, Subject(releaseId), LogOutcome.Withdrawn, note);
            await transaction.CommitAsync(cancellationToken);
            return new WithdrawalOutcome.Withdrawn(state.DataVersion);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static string Subject(int releaseId) => string.Create(CultureInfo.InvariantCulture, $"release {releaseId}");

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

    private async Task<Dictionary<(string Part, int Area, int Month), Figure>> CellsAsync(int tableId, CancellationToken cancellationToken) =>
        await db.Observations.Where(o => o.TableId == tableId)
        .ToDictionaryAsync(o => (o.Part, o.Area, o.Month), o => Figure.Of(o.Value), cancellationToken);
}
