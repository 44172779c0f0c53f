using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>Remembers which sessions were signed out, for as long as their cookies would be taken.</summary>
public sealed class RevokedSessions(YorozuDbContext db, TimeProvider clock)
{
    private const int Constraint = 19;

    public Task<bool> ContainsAsync(string session, CancellationToken cancellationToken) =>
        db.RevokedSessions.AnyAsync(s => s.Id == session, cancellationToken);

    /// <summary>Takes no cancellation token: a session ends also for who hangs up.</summary>
    public async Task AddAsync(string session, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        db.RemoveRange(await db.RevokedSessions.Where(s => s.Until < now).ToListAsync());
        db.Add(new RevokedSession { Id = session, Until = until });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception.InnerException is SqliteException { SqliteErrorCode: Constraint })
        {
            // Signed out twice at the same moment: it is signed out.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
