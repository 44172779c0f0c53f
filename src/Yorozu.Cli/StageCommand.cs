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
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var reports = new List<ImportReport>();
            var exitCode = ExitCode.Done;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                var report = await StageAsync(db, file, parsed.Day(publishedOn), cancellationToken);
                exitCode = Math.Max(exitCode, report.ExitCode);
                await report.WriteProblemsAsync(Console.Error);
                if (parsed.GetValue(json)) reports.Add(report);
                else await report.WriteSummaryAsync(Console.Out);
            }

            if (parsed.GetValue(json)) await ImportReport.WriteJsonAsync(Console.Out, reports);
            return exitCode;
        }, cancellationToken));
        return command;
    }

    private static async Task<ImportReport> StageAsync(YorozuDbContext db, FileInfo file, DateOnly? publishedOn, CancellationToken cancellationToken)
    {
        var document = await DocumentFile.ReadAsync(file.FullName, cancellationToken);
        var importer = new Importer(db, TimeProvider.System);
        var outcome = await UploadCommands.StagingArea(db).UploadAsync(document, Actor.CommandLine, cancellationToken, publishedOn);
        return new ImportReport(file.ToString(), await importer.PrepareAsync(document, cancellationToken), null, false)
        {
            Upload = outcome,
            UploadId = (outcome as UploadOutcome.Staged)?.UploadId,
        };
    }
}
