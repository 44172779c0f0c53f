using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Audit;

/// <summary>A filter of log entries. Null means all.</summary>
/// <param name="Before">Only entries older than the one with this number: the next page.</param>
public sealed record LogFilter(string? Actor = null, LogAction? Action = null, int? Before = null);

/// <summary>One entry of the log.</summary>
public sealed record LogEntry(int Id, DateTimeOffset At, string Actor, string Address, LogAction Action, string Subject, LogOutcome Outcome, string Detail)
{
    internal LogEntry(LogEntryEntity row)
        : this(row.Id, row.At, row.Actor, row.Address, LogAction.Of(row.Action), row.Subject, LogOutcome.Of(row.Outcome), row.Detail)
    {
    }
}

/// <summary>Reads the log, the newest entry first.</summary>
public static class LogQuery
{
    public static Task<List<LogEntry>> LogAsync(this YorozuDbContext db, LogFilter filter, int count, CancellationToken cancellationToken) =>
        db.LogEntries.Matching(filter).OrderByDescending(e => e.Id).Take(count).Select(e => new LogEntry(e)).ToListAsync(cancellationToken);

    /// <summary>The actors in the log, for a select list.</summary>
    public static Task<List<string>> LogActorsAsync(this YorozuDbContext db, CancellationToken cancellationToken) =>
        db.LogEntries.Select(e => e.Actor).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);

    internal static IQueryable<LogEntryEntity> Matching(this IQueryable<LogEntryEntity> entries, LogFilter filter)
    {
        if (filter.Actor is { } actor) entries = entries.Where(e => e.Actor == actor);
        if (filter.Action is { } action) entries = entries.Where(e => e.Action == action.Code);
        if (filter.Before is { } id) entries = entries.Where(e => e.Id < id);
        return entries;
    }
}
