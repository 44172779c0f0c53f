using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Yorozu.Data.Store;

/// <summary>Changes that are made together or, unless committed, not at all. Holds the store's one right to write from the beginning.</summary>
internal sealed class StoreTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly sqlite3? _connection;
    private bool _committed;

    private StoreTransaction(IDbContextTransaction transaction)
    {
        _transaction = transaction;
        _connection = (transaction.GetDbTransaction().Connection as SqliteConnection)?.Handle;
    }

    public static async Task<StoreTransaction> BeginAsync(YorozuDbContext db, CancellationToken cancellationToken) =>
        new(await db.Database.BeginTransactionAsync(cancellationToken));

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction.CommitAsync(cancellationToken);
        _committed = true;
    }

    public async ValueTask DisposeAsync()
    {
        // On a full disk SQLite rolls back by itself. The provider does not know, and its own attempt would fail and hide why.
        if (!_committed && raw.sqlite3_get_autocommit(_connection) != 0) raw.sqlite3_exec(_connection, "BEGIN");
        await _transaction.DisposeAsync();
    }
}
