using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Audit;

/// <summary>A filter of log entries. Null means all.</summary>
/// <param name="From">The first day, in Japan.</param>
/// <param name="To">The last day, in Japan.</param>
/// <param name="Before">Only entries older than the one with this number: the next page.</param>
public sealed record LogFilter(
    string? Actor = null, LogAction? Action = null, LogOutcome? Outcome = null, DateOnly? From = null, DateOnly? To = null, int? Before = null)
{
    internal DateTimeOffset? Since => From is { } day ? Midnight(day) : null;

    internal DateTimeOffset? Until => To is { } day && day < DateOnly.MaxValue ? Midnight(day.AddDays(1)) : null;

    // The first of days began before the first of times in UTC.
    private static DateTimeOffset Midnight(DateOnly day) =>
        day.DayNumber == 0 ? DateTimeOffset.MinValue : new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(9)).ToUniversalTime();
}

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
        if (filter.Outcome is { } outcome) entries = entries.Where(e => e.Outcome == outcome.Code);
        if (filter.Since is { } since) entries = entries.Where(e => e.At >= since);
        if (filter.Until is { } until) entries = entries.Where(e => e.At < until);
        if (filter.Before is { } id) entries = entries.Where(e => e.Id < id);
        return entries;
    }
}
