namespace Yorozu.Data;

/// <summary>The one folder below which the program keeps everything it writes.</summary>
public sealed record DataDirectory(string Path)
{
    public string DatabasePath => System.IO.Path.Combine(Path, "yorozu.db");

    /// <summary>The documents that an empty store starts with.</summary>
    public string PublishedPath => System.IO.Path.Combine(Path, "published");

    /// <summary>Where the web host keeps the keys that protect cookies and forms.</summary>
    public string KeysPath => System.IO.Path.Combine(Path, "keys");

    /// <summary>The configured folder, or the <c>data</c> folder of the nearest ancestor of the program that has <c>data/published</c>.</summary>
    public static DataDirectory Locate(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured)) return new DataDirectory(System.IO.Path.GetFullPath(configured));

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = new DataDirectory(System.IO.Path.Combine(folder.FullName, "data"));
            if (Directory.Exists(candidate.PublishedPath)) return candidate;
        }

        throw new DirectoryNotFoundException(
            $"No data folder was found above {AppContext.BaseDirectory}. Name one with the setting Yorozu:DataDirectory "
            + "(environment Yorozu__DataDirectory) or with --data.");
    }
}
