using System.CommandLine;
using System.Text.Json;
using Yorozu.Data.Maintenance;

namespace Yorozu.Cli;

/// <summary><c>check [--json]</c></summary>
internal static class CheckCommand
{
    public static Command Create(Option<string?> data)
    {
        var json = new Option<bool>("--json") { Description = "結果をJSONで標準出力に書く" };
        var command = new Command("check", "保存済みのすべての公表を検算し直し、データベースの整合性を確かめます。") { json };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var checker = new StoreChecker(db);
            var errors = await checker.IntegrityAsync(cancellationToken);
            var releases = await checker.ReleasesAsync(cancellationToken).ToListAsync(cancellationToken);
            await (parsed.GetValue(json) ? WriteJsonAsync(errors, releases) : WriteAsync(errors, releases));
            if (errors.Count > 0 || releases.Exists(r => r.Differences.Count > 0)) return ExitCode.Refused;
            return releases.Exists(r => r.CheckResults.Any(f => !f.Passed)) ? ExitCode.CheckFailed : ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static async Task WriteAsync(IReadOnlyList<string> errors, List<ReleaseCheck> releases)
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

    private static Task WriteJsonAsync(IReadOnlyList<string> errors, List<ReleaseCheck> releases) =>
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
