using Yorozu.Data.Entities;
using Yorozu.Data.Importing;

namespace Yorozu.Data.Log;

/// <summary>Writes down who did or tried to do what. Never a password, a key or the content of a document.</summary>
public sealed class ActionLog(YorozuDbContext db, TimeProvider clock)
{
    private const int LongestText = 1000;

    public async Task WriteAsync(Actor actor, string action, string subject, string outcome, string detail, CancellationToken cancellationToken)
    {
        db.LogEntries.Add(new LogEntryEntity
        {
            At = clock.GetUtcNow(),
            Actor = actor.Name,
            Address = actor.Address,
            Action = action,
            Subject = Cut(subject),
            Outcome = outcome,
            Detail = Cut(detail),
        });
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";
}
