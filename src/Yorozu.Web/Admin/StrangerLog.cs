using System.Collections.Concurrent;
using Yorozu.Data.Audit;

namespace Yorozu.Web.Admin;

/// <summary>
/// Entries about people who have not signed in. They decide how often they come, so that only so many an hour are written
/// down, then one that says so. Every account has its own share: noise about others does not hide guesses at one.
/// </summary>
public sealed class StrangerLog(TimeProvider clock)
{
    public const int PerHour = 60;

    public const string NoSession = "（サインインなし）";

    /// <summary>What was typed for a name may be a password: only names that exist are written down.</summary>
    public const string UnknownName = "（登録のない名前）";

    private readonly ConcurrentDictionary<string, (long Hour, int Count)> _written = new();

    /// <param name="log">The log of the request.</param>
    /// <param name="actor">An existing account, <see cref="NoSession"/> or <see cref="UnknownName"/>.</param>
    public async Task WriteAsync(ActionLog log, Actor actor, string action, string subject, string outcome)
    {
        var hour = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerHour;
        var (_, count) = _written.AddOrUpdate(actor.Name, (hour, 1), (_, written) => written.Hour == hour ? (hour, written.Count + 1) : (hour, 1));
        if (count <= PerHour) await log.WriteAsync(actor, action, subject, outcome);
        else if (count == PerHour + 1) await log.WriteAsync(actor with { Address = "" }, "request", "", "omitted", "1時間に60件を超えたため、次の正時まで、同じ種類の記録を省きます。");
    }
}
