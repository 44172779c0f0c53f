using System.CommandLine;
using System.Text.Json;
using Yorozu.Data.Audit;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Cli;

/// <summary><c>waiting [--json]</c>, <c>publish ID</c> and <c>discard ID</c>: what the review of an upload does in the admin pages.</summary>
internal static class UploadCommands
{
    public static Command CreateWaiting(Option<string?> data)
    {
        var json = DocumentOptions.Json();
        var command = new Command("waiting", "確認待ちの資料の一覧を表示します。") { json };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var uploads = await StagingArea(db).ListAsync(cancellationToken);
            if (parsed.GetValue(json)) await WriteJsonAsync(uploads);
            else await WriteAsync(uploads);
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    public static Command CreatePublish(Option<string?> data)
    {
        var id = DocumentOptions.Upload();
        var note = new Option<string>("--note") { Description = "だれでも読めるメモ（値が変わるときや、確かめる必要のある値があるときは必須）", DefaultValueFactory = _ => "" };
        var acceptNew = DocumentOptions.AcceptNew();
        var acceptDate = DocumentOptions.AcceptDate();
        var publishedOn = DocumentOptions.PublishedOn("stage で指定した日か今日");
        var json = DocumentOptions.Json();
        var command = new Command("publish", "確認待ちの資料を公開します。") { id, note, acceptNew, acceptDate, publishedOn, json };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var accepted = new Acceptance(parsed.GetValue(acceptNew), parsed.GetValue(acceptDate), parsed.Day(publishedOn));
            var upload = parsed.GetRequiredValue(id);
            if (await PublishAsync(db, upload, parsed.GetRequiredValue(note), accepted, cancellationToken) is not { } report) return await GoneAsync(upload);

            return await DocumentReports.WriteAsync([report], parsed.GetValue(json), Task.FromResult);
        }, cancellationToken));
        return command;
    }

    public static Command CreateDiscard(Option<string?> data)
    {
        var id = DocumentOptions.Upload();
        var command = new Command("discard", "確認待ちの資料を公開せずに消します。") { id };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var upload = parsed.GetRequiredValue(id);
            if (!await StagingArea(db).DiscardAsync(upload, Actor.CommandLine, cancellationToken)) return await GoneAsync(upload);

            await Console.Out.WriteLineAsync($"確認待ち {upload} を破棄しました。公開中の値は変わっていません。");
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    public static StagingArea StagingArea(YorozuDbContext db) =>
        new(db, new Importer(db, TimeProvider.System), new ActionLog(db, TimeProvider.System), TimeProvider.System);

    /// <returns>Null when the upload is no longer staged.</returns>
    private static async Task<ImportReport?> PublishAsync(
        YorozuDbContext db, int id, string note, Acceptance accepted, CancellationToken cancellationToken)
    {
        var staging = StagingArea(db);
        while (true)
        {
            var review = await staging.ReviewAsync(id, cancellationToken);
            // Without a review it is gone, which publishing finds too, and logs.
            var proposal = review?.Proposal;
            var asked = accepted with { NewNames = accepted.NewNames && proposal?.Questions.Any() == true };
            var outcome = await staging.PublishAsync(id, proposal?.BaseVersion ?? 0, note, Actor.CommandLine, cancellationToken, asked);
            // Another process published or decided on a name in between: compare with the current data.
            if (outcome is PublishOutcome.Conflict) continue;
            return outcome is PublishOutcome.Gone ? null : new ImportReport(review!.Upload.FileName, proposal!, outcome, false) { UploadId = id };
        }
    }

    private static async Task<int> GoneAsync(int id)
    {
        await Console.Error.WriteLineAsync($"確認待ち {id} はありません。公開されたか、破棄されています。番号は waiting で確認できます。");
        return ExitCode.Refused;
    }

    private static async Task WriteAsync(IEnumerable<StagedUpload> uploads)
    {
        foreach (var upload in uploads)
        {
            var publishedOn = upload.PublishedOn is { } day ? IsoDate.Of(day) : "公表日の指定なし";
            await Console.Out.WriteLineAsync(
                $"{upload.Id}\t{upload.FileName}\t{upload.UploadedAt.ToUtcText()}\t{upload.UploadedBy}\t{publishedOn}\t{upload.Size}\t{upload.Sha256}");
        }
    }

    private static Task WriteJsonAsync(IEnumerable<StagedUpload> uploads) => Console.Out.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            uploads = uploads.Select(u => new
            {
                upload = u.Id,
                file = u.FileName,
                sha256 = u.Sha256,
                bytes = u.Size,
                uploadedAt = u.UploadedAt.ToUtcText(),
                uploadedBy = u.UploadedBy,
                publishedOn = u.PublishedOn is { } day ? IsoDate.Of(day) : null,
            }),
        },
        ReportJson.Options));
}
