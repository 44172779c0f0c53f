using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;

namespace Yorozu.Testing;

/// <summary>A real store in a folder of its own, gone with the test.</summary>
public sealed class TemporaryStore : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TemporaryStore() => Directory = new DataDirectory(_folder.Path);

    public DataDirectory Directory { get; }

    public FrozenClock Clock { get; } = new();

    /// <summary>A store with these documents published, in this order.</summary>
    public static async Task<TemporaryStore> CreateAsync(params IEnumerable<DocumentFile> documents)
    {
        var all = documents.ToList();
        return all.TrueForAll(d => d == PublishedDocuments.Fy2021 || d == PublishedDocuments.Fy2026April)
            ? await ImportedStores.CopyAsync(string.Join(' ', all.Select(d => d.Name)), all)
            : await ImportAsync(all);
    }

    internal static async Task<TemporaryStore> ImportAsync(IEnumerable<DocumentFile> documents)
    {
        var store = new TemporaryStore();
        // Without documents of its own a store would start with those of the program.
        System.IO.Directory.CreateDirectory(Path.Combine(store.Directory.Path, "published"));
        await using (var db = store.Open()) await StoreDatabase.MigrateAsync(db, CancellationToken.None);
        foreach (var document in documents) await store.PublishAsync(document);
        return store;
    }

    /// <summary>A store with what another one holds, whose connections are closed.</summary>
    internal static TemporaryStore CopyOf(TemporaryStore other)
    {
        var store = new TemporaryStore();
        System.IO.Directory.CreateDirectory(Path.Combine(store.Directory.Path, "published"));
        File.Copy(other.Directory.DatabasePath, store.Directory.DatabasePath);
        return store;
    }

    public YorozuDbContext Open() => StoreDatabase.Open(Directory.DatabasePath);

    public async Task<ImportProposal> PrepareAsync(DocumentFile document)
    {
        await using var db = Open();
        return await new Importer(db, Clock).PrepareAsync(document, CancellationToken.None);
    }

    public async Task<PublishOutcome> PublishAsync(DocumentFile document, string note = "", DateOnly? publishedOn = null) =>
        await PublishAsync(await PrepareAsync(document), note, publishedOn);

    public async Task<PublishOutcome> PublishAsync(ImportProposal proposal, string note = "", DateOnly? publishedOn = null)
    {
        await using var db = Open();
        return await new Importer(db, Clock).PublishAsync(
            proposal, new Actor("tester"), note, CancellationToken.None, new Acceptance(Date: true, PublishedOn: publishedOn));
    }

    public async Task<WithdrawalOutcome> WithdrawAsync(int releaseId)
    {
        await using var db = Open();
        var withdrawer = new Withdrawer(db, Clock);
        var plan = await withdrawer.PrepareAsync(releaseId, CancellationToken.None);
        return await withdrawer.WithdrawAsync(releaseId, plan!.BaseVersion, "test", new Actor("tester"), CancellationToken.None);
    }

    public async Task<T> QueryAsync<T>(Func<YorozuDbContext, Task<T>> query)
    {
        await using var db = Open();
        return await query(db);
    }

    /// <summary>Closes what stays open for the next request.</summary>
    public void CloseConnections() => StoreConnections.Close(Directory.DatabasePath);

    public ValueTask DisposeAsync()
    {
        CloseConnections();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
