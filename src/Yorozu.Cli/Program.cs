using System.CommandLine;
using System.Globalization;
using System.Text;
using Yorozu.Cli;
using Yorozu.Data.Store;

Umask.Restrict();
// Scripts read the output: numbers and times must not depend on the locale.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var data = new Option<string?>("--data") { Description = "データフォルダー（省略時は data/published のある data フォルダー）", HelpName = "DIR", Recursive = true };
var root = new RootCommand("よろず支援拠点の公表資料を取り込み、検算し、書き出します。")
{
    data,
    AdminCommand.Create(data),
    ImportCommand.Create(data),
    StageCommand.Create(data),
    UploadCommands.CreateWaiting(data),
    UploadCommands.CreatePublish(data),
    UploadCommands.CreateDiscard(data),
    CheckCommand.Create(data),
    ExportCommand.Create(data),
    ReleasesCommand.Create(data),
    WithdrawCommand.Create(data),
    BackupCommands.CreateBackup(data),
    BackupCommands.CreateRestore(data),
};

var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? ExitCode.Usage : exitCode;
