using Yorozu.Data.Publishing;
using Yorozu.Data.Store;

namespace Yorozu.Testing;

/// <summary>The two real pages, as published.</summary>
public static class PublishedDocuments
{
    public static DocumentFile Fy2021 { get; } = Load("r03-results.txt");

    public static DocumentFile Fy2026April { get; } = Load("r08-results.txt");

    private static DocumentFile Load(string name) =>
        new(name, File.ReadAllBytes(Path.Combine(DataDirectory.Locate(null).PublishedPath!, name)));
}
