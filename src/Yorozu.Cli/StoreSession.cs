using System.CommandLine;
using Yorozu.Data.Store;

namespace Yorozu.Cli;

/// <summary>Opens the store for one command and reports its faults as messages.</summary>
internal static class StoreSession
{
    public static Task<int> RunAsync(
        ParseResult parsed, Option<string?> data, Func<YorozuDbContext, Task<int>> action, CancellationToken cancellationToken) =>
        GuardAsync(parsed, data, async directory =>
        {
            await StoreDatabase.MigrateAsync(directory.DatabasePath, cancellationToken);
            await using var db = StoreDatabase.Open(directory.DatabasePath);
            return await action(db);
        });

    /// <summary>Runs a command that opens the store itself.</summary>
    public static async Task<int> GuardAsync(ParseResult parsed, Option<string?> data, Func<DataDirectory, Task<int>> action)
    {
        DataDirectory? directory = null;
        try
        {
            directory = DataDirectory.Locate(parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("Yorozu__DataDirectory"));
            return await action(directory);
        }
        catch (Exception exception) when (directory is not null && StoreFault.Of(exception, directory) is { } fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
        }

        return ExitCode.Refused;
    }
}
