using Microsoft.EntityFrameworkCore.Storage;

namespace Yorozu.Data.Store;

/// <summary>Changes that are made together or, unless committed, not at all. Holds the store's one right to write from the beginning.</summary>
internal sealed class StoreTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;

    private StoreTransaction(IDbContextTransaction transaction) => _transaction = transaction;

    public static async Task<StoreTransaction> BeginAsync(YorozuDbContext db, CancellationToken cancellationToken) =>
        new(await db.Database.BeginTransactionAsync(cancellationToken));

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
