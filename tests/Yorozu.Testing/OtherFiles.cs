using Yorozu.Data.Publishing;

namespace Yorozu.Testing;

/// <summary>Real files in which no page can be, as programs wrote them, in the order of their names.</summary>
public static class OtherFiles
{
    public static IReadOnlyList<DocumentFile> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "OtherFiles"))
            .Order(StringComparer.Ordinal)
            .Select(path => new DocumentFile(path, File.ReadAllBytes(path))),
    ];
}
