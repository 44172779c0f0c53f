using System.CommandLine;
using Microsoft.Data.Sqlite;
using Yorozu.Data;

namespace Yorozu.Cli;

/// <summary>Opens the store for one command and turns what can go wrong with it into a message.</summary>
internal static class StoreSession
{
    public static DataDirectory Directory(ParseResult parsed, Option<string?> data) =>
        DataDirectory.Locate(parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("Yorozu__DataDirectory"));

    public static async Task<int> RunAsync(
        ParseResult parsed, Option<string?> data, Func<YorozuDbContext, Task<int>> action, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = Store.Open(Directory(parsed, data).DatabasePath);
            await Store.MigrateAsync(db, cancellationToken);
            return await action(db);
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"データベースを使えません: {exception.Message}");
            return ExitCode.Refused;
        }
    }
}
