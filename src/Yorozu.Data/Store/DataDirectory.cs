namespace Yorozu.Data.Store;

/// <summary>The folder of everything the program writes.</summary>
public sealed record DataDirectory(string Path)
{
    public string DatabasePath => System.IO.Path.Combine(Path, "yorozu.db");

    /// <summary>
    /// The documents for an empty store: those of this folder, or those shipped with the program. Null when there are none.
    /// </summary>
    public string? PublishedPath => new[] { PublishedIn(Path), FindAbove() is { } own ? PublishedIn(own) : null }.FirstOrDefault(Directory.Exists);

    /// <summary>The folders of reference tables: those that are part of the program, then those of this folder.</summary>
    public IEnumerable<string> ReferencePaths =>
        new[] { AppContext.BaseDirectory, Path }.Select(folder => System.IO.Path.Combine(folder, "reference")).Where(Directory.Exists);

    /// <summary>The folder of the keys that protect cookies and forms.</summary>
    public string KeysPath => System.IO.Path.Combine(Path, "keys");

    /// <summary>The configured folder, or the <c>data</c> folder of the nearest ancestor of the program that has <c>data/published</c>.</summary>
    public static DataDirectory Locate(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured)) return new DataDirectory(System.IO.Path.GetFullPath(configured));

        return new DataDirectory(FindAbove() ?? throw new DirectoryNotFoundException(
            $"{AppContext.BaseDirectory} の上に、data/published のある data フォルダーがありません。"
            + "設定 Yorozu:DataDirectory（環境変数 Yorozu__DataDirectory）か --data でデータフォルダーを指定してください。"));
    }

    private static string? FindAbove()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "data");
            if (Directory.Exists(PublishedIn(candidate))) return candidate;
        }

        return null;
    }

    private static string PublishedIn(string folder) => System.IO.Path.Combine(folder, "published");
}
