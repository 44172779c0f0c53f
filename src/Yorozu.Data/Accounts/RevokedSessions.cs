using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Data.Accounts;

/// <summary>Remembers revoked sessions and answered passkey questions for as long as their cookies would be valid.</summary>
public sealed class RevokedSessions(YorozuDbContext db, TimeProvider clock)
{
    private const int Constraint = 19;

    public Task<bool> ContainsAsync(string session, CancellationToken cancellationToken) =>
        db.RevokedSessions.AnyAsync(s => s.Id == session, cancellationToken);

    /// <summary>No cancellation token: a disconnected client is signed out too.</summary>
    /// <returns>False when it is revoked already.</returns>
    public async Task<bool> AddAsync(string session, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        await db.RevokedSessions.Where(s => s.Until < now).ExecuteDeleteAsync();
        db.Add(new RevokedSession { Id = session, Until = until });
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is SqliteException { SqliteErrorCode: Constraint })
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
