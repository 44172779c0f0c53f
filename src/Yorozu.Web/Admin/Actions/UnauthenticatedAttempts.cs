using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Audit;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Actions;

/// <summary>
/// Limits the log entries of unauthenticated attempts, whose number visitors control: a fixed number per hour, then one entry
/// that says so. Not for checked passwords: every guess at an existing account is logged.
/// </summary>
public sealed class UnauthenticatedAttempts(TimeProvider clock)
{
    public const int MaxPerHour = 60;

    public const string NoSession = "（サインインなし）";

    /// <summary>Stands for an unknown name, which is never logged because it may be a mistyped password.</summary>
    public const string UnknownName = "（登録のない名前）";

    /// <summary>With <see cref="MaxPerHour"/> written out, so that what is stored can be found among the texts.</summary>
    private const string Omitted = "1時間に60件を超えたため、次の正時まで、同じ種類の記録を省きます。";

    /// <summary>What the log holds, in its own words but for those of the program. Looks up nothing typed by a person.</summary>
    public static string InWords(string logged, IStringLocalizer<UiText> text) => logged is NoSession or UnknownName or Omitted ? text[logged] : logged;

    private readonly ConcurrentDictionary<string, (long Hour, int Count)> _written = new();

    /// <param name="actor">An existing account, <see cref="NoSession"/> or <see cref="UnknownName"/>: each has its own hourly limit.</param>
    public async Task WriteAsync(HttpContext http, Actor actor, LogAction action, string subject, LogOutcome outcome)
    {
        var log = http.RequestServices.GetRequiredService<ActionLog>();
        ActionAudit.Suppress(http);
        var hour = clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerHour;
        var (_, count) = _written.AddOrUpdate(actor.Name, (hour, 1), (_, written) => written.Hour == hour ? (hour, written.Count + 1) : (hour, 1));
        if (count <= MaxPerHour) await log.WriteAsync(actor, action, subject, outcome);
        else if (count == MaxPerHour + 1) await log.WriteAsync(actor with { Address = "" }, LogAction.Other, "", LogOutcome.Omitted, Omitted);
    }
}
