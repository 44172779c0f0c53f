namespace Yorozu.Testing;

/// <summary>The published FY2021 page and five years of monthly releases in a store, imported once for all tests of a run.</summary>
public static class HistoryStore
{
    private static readonly Lazy<Task<TemporaryStore>> Imported = new(ImportAsync);

    /// <summary>A store of its own with all of it.</summary>
    public static async Task<TemporaryStore> CopyAsync() => TemporaryStore.CopyOf(await Imported.Value);

    private static async Task<TemporaryStore> ImportAsync()
    {
        var store = await TemporaryStore.CreateAsync([PublishedDocuments.Fy2021, .. MonthlyHistory.Documents]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return store;
    }
}
