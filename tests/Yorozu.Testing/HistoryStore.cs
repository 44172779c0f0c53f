namespace Yorozu.Testing;

/// <summary>The published FY2021 page and five years of monthly releases in a store.</summary>
public static class HistoryStore
{
    /// <summary>A store of its own with all of it.</summary>
    public static Task<TemporaryStore> CopyAsync() => ImportedStores.CopyAsync("history", [PublishedDocuments.Fy2021, .. MonthlyHistory.Documents]);
}
