using System.CommandLine;
using Microsoft.Data.Sqlite;
using Yorozu.Data;
using Yorozu.Data.Backup;

namespace Yorozu.Cli;

/// <summary><c>backup FILE</c> and <c>restore FILE</c></summary>
internal static class BackupCommands
{
    public static Command CreateBackup(Option<string?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "書き込むファイル（まだないもの）" };
        var command = new Command("backup", "データベースを1つのファイルに写します。サーバーが動いていても構いません。") { file };
        command.SetAction(parsed => Run(
            parsed,
            data,
            directory => StoreBackup.Write(directory.DatabasePath, parsed.GetRequiredValue(file).FullName),
            $"{parsed.GetRequiredValue(file)} にバックアップしました。"));
        return command;
    }

    public static Command CreateRestore(Option<string?> data)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "backup で書いたファイル" }.AcceptExistingOnly();
        var command = new Command("restore", "バックアップの内容に戻します。いまの内容は失われます。") { file };
        command.SetAction(parsed => Run(
            parsed,
            data,
            directory => StoreBackup.Restore(parsed.GetRequiredValue(file).FullName, directory.DatabasePath),
            $"{parsed.GetRequiredValue(file)} の内容に戻しました。"));
        return command;
    }

    private static int Run(ParseResult parsed, Option<string?> data, Action<DataDirectory> action, string done)
    {
        try
        {
            action(StoreSession.Directory(parsed, data));
            Console.Out.WriteLine(done);
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is SqliteException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Refused;
        }
    }
}
