using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Statistics.References;

namespace Yorozu.Data.References;

/// <summary>Imports the reference tables that are files: a table is <c>NAME.csv</c> with <c>NAME.json</c> beside it.</summary>
public static class ReferenceFiles
{
    /// <summary>
    /// Imports what is new in the folders of a data directory. A file replaces the table of its name once: what an administrator does
    /// afterwards stands.
    /// </summary>
    /// <returns>Why files were refused, as <c>population.csv:12: message</c>.</returns>
    public static async Task<IReadOnlyList<string>> ImportAsync(ReferenceStore store, DataDirectory directory, CancellationToken cancellationToken)
    {
        var refused = new List<string>();
        var files = directory.ReferencePaths.SelectMany(folder => Directory.EnumerateFiles(folder, "*.csv", new EnumerationOptions()))
            .GroupBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        foreach (var file in files)
        {
            // The data directory is the last of the folders.
            var (key, path) = (file.Key, file.Last());
            var description = Path.ChangeExtension(path, ".json");
            if (!ReferenceKey.IsValid(key)) refused.Add($"{key}.csv: 名前は小文字の英数字とハイフンで、{ReferenceKey.MaxLength}字までです。");
            else if (!File.Exists(description)) refused.Add($"{key}.csv: 説明のファイル {key}.json がありません。");
            else refused.AddRange(await ReadAsync(store, key, path, description, cancellationToken));
        }

        return refused;
    }

    // The start goes on without a file that cannot be read.
    private static async Task<IEnumerable<string>> ReadAsync(
        ReferenceStore store, string key, string path, string description, CancellationToken cancellationToken)
    {
        try
        {
            return await ImportAsync(store, key, path, description, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [$"{key}.csv: ファイルを読み取れません。ファイルと {key}.json を読める場所と権限にして、起動し直してください（{error.Message}）。"];
        }
    }

    private static async Task<IEnumerable<string>> ImportAsync(
        ReferenceStore store, string key, string path, string description, CancellationToken cancellationToken)
    {
        if (new[] { path, description }.Any(p => new FileInfo(p).Length > ReferenceReader.MaxBytes)) return [$"{key}.csv: 大きすぎます。"];
        var (figures, about) = (await File.ReadAllBytesAsync(path, cancellationToken), await File.ReadAllBytesAsync(description, cancellationToken));
        var read = ReferenceReader.Read(key, figures, about);
        if (read.Table is not { } table) return read.Problems.Select(p => p.At(key));
        if (!await store.KnowsAsync(table, cancellationToken)) await store.SetAsync(table, null, Actor.FirstStart, cancellationToken);
        return [];
    }
}
