using System.CommandLine;
using System.Text.Json;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Store;

namespace Yorozu.Cli;

/// <summary><c>check [--json]</c></summary>
internal static class CheckCommand
{
    public static Command Create(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "結果をJSONで標準出力に書く" };
        var command = new Command("check", "保存済みのすべての公表を検算し直し、保存値と抽出データを公表資料と1セルずつ比べ、データベースの整合性を確かめます。") { json };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var checker = new StoreChecker(db);
            var errors = await checker.IntegrityAsync(cancellationToken);
            var releases = await ReleasesAsync(checker, errors, cancellationToken);
            await (parsed.GetValue(json) ? WriteJsonAsync(errors, releases) : WriteAsync(errors, releases));
            if (errors.Count > 0) return ExitCode.Refused;
            return releases.Any(r => r.Differences.Count > 0 || r.CheckResults.Any(f => !f.Passed)) ? ExitCode.CheckFailed : ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    // A damaged file may not be readable any further: what SQLite found in it is said all the same.
    private static async Task<IReadOnlyList<ReleaseCheck>> ReleasesAsync(
        StoreChecker checker, IReadOnlyList<string> errors, CancellationToken cancellationToken)
    {
        try
        {
            return await checker.ReleasesAsync(cancellationToken);
        }
        catch (Exception exception) when (errors.Count > 0 && StoreFault.KindOf(exception) is not null)
        {
            return [];
        }
    }

    private static async Task WriteAsync(IReadOnlyList<string> errors, IReadOnlyList<ReleaseCheck> releases)
    {
        await Console.Out.WriteLineAsync(errors.Count == 0 ? "データベース: 異常なし" : "データベース: 異常あり");
        foreach (var error in errors) await Console.Out.WriteLineAsync($"  {error}");
        foreach (var release in releases)
        {
            await Console.Out.WriteLineAsync(
                $"公表 {release.ReleaseId} {release.DocumentName}: 検算 {release.CheckResults.Count(f => f.Passed):N0}/{release.CheckResults.Count:N0} 一致");
            foreach (var result in release.CheckResults.Where(f => !f.Passed))
            {
                await Console.Out.WriteLineAsync($"  不一致 {result.Position}: {ImportReport.Describe(result)}");
            }
            foreach (var difference in release.Differences) await Console.Out.WriteLineAsync($"  相違 {difference}");
        }
    }

    private static Task WriteJsonAsync(IReadOnlyList<string> errors, IReadOnlyList<ReleaseCheck> releases) =>
        Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                database = errors,
                releases = releases.Select(r => new
                {
                    release = r.ReleaseId,
                    document = r.DocumentName,
                    checks = ReportJson.Checks(r.CheckResults),
                    differences = r.Differences,
                }),
            },
            ReportJson.Options));
}
