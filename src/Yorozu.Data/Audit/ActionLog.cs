using System.Globalization;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Audit;

/// <summary>
/// Logs actions and attempts with their actor. Never logs a password or a key; of a document at most the short quotation in its
/// first problem.
/// </summary>
public sealed class ActionLog(YorozuDbContext db, TimeProvider clock)
{
    private const int MaxSubjectLength = 200;
    private const int MaxDetailLength = 1000;

    /// <summary>No cancellation token: an action must be logged even when the client disconnects.</summary>
    public async Task WriteAsync(Actor actor, LogAction action, string subject, LogOutcome outcome, string detail = "")
    {
        await using var entry = await db.PrepareAsync(
            "INSERT INTO log (at, actor, address, action, subject, outcome, detail) VALUES (@at, @actor, @address, @action, @subject, @outcome, @detail)",
            CancellationToken.None, "@at", "@actor", "@address", "@action", "@subject", "@outcome", "@detail");
        await entry.WriteAsync(
            CancellationToken.None,
            StoredTime.Of(clock.GetUtcNow()),
            actor.Name,
            actor.Address,
            action.Code,
            ShortText.Shorten(OneLine(subject), MaxSubjectLength),
            outcome.Code,
            ShortText.Shorten(detail, MaxDetailLength));
        db.LoggedActions++;
    }

    // A forged name must not look like another entry or, with a right-to-left mark, like another name.
    internal static string OneLine(string text) => string.Concat(text.Select(c => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : c));
}
