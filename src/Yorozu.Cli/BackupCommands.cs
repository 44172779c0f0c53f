using System.CommandLine;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Store;

namespace Yorozu.Cli;

/// <summary><c>backup FILE</c> and <c>restore FILE</c></summary>
internal static class BackupCommands
{
    public static Command CreateBackup(Option<string?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "書き込むファイル（まだないもの）" };
        var command = new Command("backup", "データベースを1つのファイルに写します。サーバーが動いていても構いません。") { file };
        command.SetAction(parsed => RunAsync(
            parsed,
            data,
            directory => StoreBackup.WriteAsync(directory.DatabasePath, parsed.GetRequiredValue(file).FullName),
            $"{parsed.GetRequiredValue(file)} にバックアップしました。"));
        return command;
    }

    public static Command CreateRestore(Option<string?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "backup で書いたファイル" }.AcceptExistingOnly();
        var command = new Command("restore", "バックアップの内容に戻します。いまの内容は失われます。") { file };
        command.SetAction(parsed => RunAsync(
            parsed,
            data,
            directory => StoreBackup.RestoreAsync(parsed.GetRequiredValue(file).FullName, directory.DatabasePath),
            $"{parsed.GetRequiredValue(file)} の内容に戻しました。"));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, Option<string?> data, Func<DataDirectory, Task> action, string done) =>
        StoreSession.GuardAsync(parsed, data, async directory =>
        {
            await action(directory);
            await Console.Out.WriteLineAsync(done);
            return ExitCode.Done;
        });
}
