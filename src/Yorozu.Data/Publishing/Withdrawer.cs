using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Publishing;

/// <summary>Withdraws a release. Its rows stay but are no longer current.</summary>
public sealed class Withdrawer(YorozuDbContext db, TimeProvider clock)
{
    private readonly ActionLog _log = new(db, clock);

    /// <summary>Plans the withdrawal; null when the release does not exist or is already withdrawn.</summary>
    public async Task<WithdrawalPlan?> PrepareAsync(int releaseId, CancellationToken cancellationToken)
    {
        var latest = await db.LatestSnapshotAsync(cancellationToken);
        if (!await db.Releases.AnyAsync(r => r.Id == releaseId && r.WithdrawnVersion == null, cancellationToken)) return null;

        var shown = await db.CurrentAt(latest)
            .Where(t => t.ReleaseId == releaseId)
            .OrderBy(t => t.Ordinal)
            .Select(t => new
            {
                Standing = new StandingTable(t.ReleaseId, t.MetricId, t.Precedence, new TableSpan(t.Id, t.FirstMonth, t.EndMonth)),
                t.Metric.Key,
                t.Metric.Name
            })
            .ToListAsync(cancellationToken);
        var others = await db.StandingAt(latest)
            .Where(t => t.ReleaseId != releaseId && db.Releases.Any(r => r.Id == releaseId && r.FiscalYear == t.FiscalYear))
            .OrderByDescending(t => t.Precedence)
            .Select(t => new StandingTable(t.ReleaseId, t.MetricId, t.Precedence, new TableSpan(t.Id, t.FirstMonth, t.EndMonth)))
            .ToListAsync(cancellationToken);

        var tables = new List<TableReversion>();
        foreach (var table in shown)
        {
            var without = others.FindAll(t => t.MetricId == table.Standing.MetricId);
            List<StandingTable> with = [.. without.Append(table.Standing).OrderByDescending(t => t.Precedence)];
            var next = without.Find(t => t.Span.FirstMonth <= table.Standing.Span.EndMonth
                && t.Span.EndMonth >= table.Standing.Span.FirstMonth
                && t.Precedence < table.Standing.Precedence);
            tables.Add(new TableReversion(table.Key, table.Name, next?.ReleaseId, await ChangesAsync(table.Standing.Span, with, without, cancellationToken)));
        }

        return new WithdrawalPlan(releaseId, latest.Version, tables);
    }

    /// <summary>Withdraws a release for an admin who has reviewed the plan; a note is required.</summary>
    /// <param name="baseVersion">The data version of the reviewed plan.</param>
    /// <param name="note">As it was typed.</param>
    public async Task<WithdrawalOutcome> WithdrawReviewedAsync(int releaseId, long baseVersion, string? note, Actor actor, CancellationToken cancellationToken)
    {
        var text = PublicNote.Of(note);
        WithdrawalOutcome outcome =
            text.Length == 0 ? new WithdrawalOutcome.NoteMissing()
            : await WithdrawAsync(releaseId, baseVersion, text, actor, cancellationToken);
        if (outcome is not WithdrawalOutcome.Withdrawn) await _log.WriteAsync(actor, LogAction.Withdraw, Subject(releaseId), outcome.Logged);
        return outcome;
    }

    /// <summary>Withdraws a release, unless something was published or withdrawn since the plan. Logs only a successful withdrawal.</summary>
    public async Task<WithdrawalOutcome> WithdrawAsync(int releaseId, long baseVersion, string note, Actor actor, CancellationToken cancellationToken)
    {
        if (note.Length > PublicNote.MaxLength) return new WithdrawalOutcome.NoteTooLong();

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await NextSnapshot.BeginAsync(db, baseVersion, clock, cancellationToken) is not { } next) return new WithdrawalOutcome.Conflict();
        var withdrawn = await db.Releases.Where(r => r.Id == releaseId && r.WithdrawnVersion == null).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.WithdrawnVersion, next.Version)
                .SetProperty(x => x.WithdrawnAt, next.Since)
                .SetProperty(x => x.WithdrawnBy, actor.Name)
                .SetProperty(x => x.WithdrawalNote, note),
            cancellationToken);
        if (withdrawn == 0) return new WithdrawalOutcome.Gone();

        await _log.WriteAsync(actor, LogAction.Withdraw, Subject(releaseId), LogOutcome.Withdrawn, note);
        await transaction.CommitAsync(cancellationToken);
        return new WithdrawalOutcome.Withdrawn(next.Version);
    }

    private static string Subject(int releaseId) => string.Create(CultureInfo.InvariantCulture, $"release {releaseId}");

    /// <summary>The figures of a table's cells with and without it, given the tables of its metric and year, latest first.</summary>
    private async Task<IReadOnlyList<RevisedCell>> ChangesAsync(
        TableSpan table, List<StandingTable> with, List<StandingTable> without, CancellationToken cancellationToken)
    {
        var now = await CellsAsync(table, with, cancellationToken);
        var then = await CellsAsync(table, without, cancellationToken);
        return
        [
            .. from key in now.Keys.Union(then.Keys).OrderBy(k => k.Part, StringComparer.Ordinal).ThenBy(k => k.Area).ThenBy(k => k.Month)
               let before = now.GetValueOrDefault(key)
               let after = then.GetValueOrDefault(key)
               where before != after
               select new RevisedCell(key.Part, Area.FromNumber(key.Area), YearMonth.FromNumber(key.Month), before, after),
        ];
    }

    /// <summary>The current figures in the months that a table covers.</summary>
    private async Task<Dictionary<(string Part, int Area, int Month), Figure>> CellsAsync(
        TableSpan of, List<StandingTable> latestFirst, CancellationToken cancellationToken)
    {
        List<TableSpan> spans = [.. latestFirst.Select(t => t.Span)];
        var asked = YearMonth.FromNumber(of.FirstMonth).FiscalYear.Months
            .Where(m => m.Number >= of.FirstMonth && m.Number <= of.EndMonth)
            .Select(m => (Month: m.Number, TableSpan.Current(spans, m.Number)?.TableId))
            .Where(m => m.TableId is not null)
            .GroupBy(m => m.TableId!.Value, m => m.Month);
        var cells = new Dictionary<(string Part, int Area, int Month), Figure>();
        foreach (var source in asked)
        {
            var months = source.ToList();
            var found = await db.Observations
                .Where(o => o.TableId == source.Key && months.Contains(o.Month))
                .Select(o => new { o.Part, o.Area, o.Month, o.Value })
                .ToListAsync(cancellationToken);
            foreach (var o in found) cells[(o.Part, o.Area, o.Month)] = Figure.Of(o.Value);
        }

        return cells;
    }

    private sealed record StandingTable(int ReleaseId, int MetricId, long Precedence, TableSpan Span);
}
