using System.CommandLine;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;

namespace Yorozu.Cli;

/// <summary><c>stage FILE… [--published-on DATE] [--json]</c></summary>
internal static class StageCommand
{
    public static Command Create(Option<string?> data)
    {
        var files = DocumentOptions.Files();
        var publishedOn = DocumentOptions.PublishedOn("公開する日");
        var json = DocumentOptions.Json();
        var command = new Command("stage", "公表資料を読み取り、検算し、公開せずに確認待ちに入れます。") { files, publishedOn, json };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, db => DocumentReports.WriteAsync(
            parsed.GetRequiredValue(files),
            parsed.GetValue(json),
            file => StageAsync(db, file, parsed.Day(publishedOn), cancellationToken)), cancellationToken));
        return command;
    }

    private static async Task<ImportReport> StageAsync(YorozuDbContext db, FileInfo file, DateOnly? publishedOn, CancellationToken cancellationToken)
    {
        var document = await DocumentFile.ReadAsync(file.FullName, cancellationToken);
        var proposal = await new Importer(db, TimeProvider.System).PrepareAsync(document, cancellationToken);
        var outcome = await UploadCommands.StagingArea(db).UploadAsync(proposal, Actor.CommandLine, cancellationToken, publishedOn);
        return new ImportReport(file.ToString(), proposal, null, false)
        {
            Upload = outcome,
            UploadId = (outcome as UploadOutcome.Staged)?.UploadId ?? (outcome as UploadOutcome.Redated)?.UploadId,
        };
    }
}
