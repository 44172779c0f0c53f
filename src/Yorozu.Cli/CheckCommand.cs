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
            var complaints = await checker.IntegrityAsync(cancellationToken);
            var releases = await checker.ReleasesAsync(cancellationToken).ToListAsync(cancellationToken);
            await (parsed.GetValue(json) ? WriteJsonAsync(complaints, releases) : WriteAsync(complaints, releases));
            if (complaints.Count > 0 || releases.Exists(r => r.Differences.Count > 0)) return ExitCode.Refused;
            return releases.Exists(r => r.Findings.Any(f => !f.Holds)) ? ExitCode.FindingFails : ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static async Task WriteAsync(IReadOnlyList<string> complaints, List<ReleaseCheck> releases)
    {
        await Console.Out.WriteLineAsync(complaints.Count == 0 ? "データベース: 異常なし" : "データベース: 異常あり");
        foreach (var complaint in complaints) await Console.Out.WriteLineAsync($"  {complaint}");
        foreach (var release in releases)
        {
            await Console.Out.WriteLineAsync($"公表 {release.ReleaseId} {release.DocumentName}: 検算 {release.Findings.Count(f => f.Holds):N0}/{release.Findings.Count:N0} 一致");
            foreach (var finding in release.Findings.Where(f => !f.Holds)) await Console.Out.WriteLineAsync($"  不一致 {finding.Position}: {ImportReport.Describe(finding)}");
            foreach (var difference in release.Differences) await Console.Out.WriteLineAsync($"  相違 {difference}");
        }
    }

    private static Task WriteJsonAsync(IReadOnlyList<string> complaints, List<ReleaseCheck> releases) =>
        Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new
            {
                database = complaints,
                releases = releases.Select(r => new
                {
                    release = r.ReleaseId,
                    document = r.DocumentName,
                    checks = ReportJson.Checks(r.Findings),
                    differences = r.Differences,
                }),
            },
            ReportJson.Options));
}
