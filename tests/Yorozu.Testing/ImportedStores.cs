using System.Collections.Concurrent;
using Yorozu.Data.Publishing;

namespace Yorozu.Testing;

/// <summary>Stores that many tests start from: imported once in a run, because that takes longer than most tests, and copied.</summary>
internal static class ImportedStores
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<TemporaryStore>>> Stores = new();

    /// <summary>A store of its own with these documents; equal names are equal documents.</summary>
    public static async Task<TemporaryStore> CopyAsync(string name, IEnumerable<DocumentFile> documents) =>
        TemporaryStore.CopyOf(await Stores.GetOrAdd(name, _ => new(() => ImportAsync(documents))).Value);

    private static async Task<TemporaryStore> ImportAsync(IEnumerable<DocumentFile> documents)
    {
        var store = await TemporaryStore.ImportAsync(documents);
        // The last connection to close leaves everything in one file, which any number of tests can copy at once.
        store.CloseConnections();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return store;
    }
}
