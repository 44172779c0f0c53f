using System.CommandLine;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Store;

namespace Yorozu.Cli;

/// <summary><c>releases</c></summary>
internal static class ReleasesCommand
{
    public static Command Create(Option<string?> data)
    {
        var command = new Command("releases", "公表の一覧を表示します。");
        command.SetAction((parsed, cancellationToken) => StoreSession.GuardAsync(parsed, data, async directory =>
        {
            await StoreDatabase.MigrateAsync(directory.DatabasePath, cancellationToken);
            await using var connection = await StoreDatabase.ConnectAsync(directory.DatabasePath, cancellationToken);
            foreach (var release in await connection.ReleasesAsync(cancellationToken))
            {
                var status = release.WithdrawnAt is null ? "公開中" : "取り下げ";
                await Console.Out.WriteLineAsync(
                    $"{release.Id}\t{release.FiscalYear.Name}\t{release.AsOf}\t第{release.Sequence}報\t{status}\t"
                        + $"{release.PublishedAt.ToUtcText()}\t{release.FileName}\t{release.Sha256}");
            }

            return ExitCode.Done;
        }));
        return command;
    }
}
