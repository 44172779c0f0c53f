using System.CommandLine;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;

namespace Yorozu.Cli;

/// <summary><c>withdraw ID [--dry-run] [--note TEXT]</c></summary>
internal static class WithdrawCommand
{
    public static Command Create(Option<string?> data)
    {
        var id = new Argument<int>("ID") { Description = "公表の番号（releases で確認）" };
        var dryRun = new Option<bool>("--dry-run") { Description = "元に戻る値を表示するだけで、取り下げない" };
        var note = new Option<string>("--note") { Description = "取り下げの理由", DefaultValueFactory = _ => "" };
        var command = new Command("withdraw", "公表を取り下げ、前の値に戻します。") { id, dryRun, note };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var release = parsed.GetRequiredValue(id);
            var withdrawer = new Withdrawer(db, TimeProvider.System);
            while (true)
            {
                if (await withdrawer.PrepareAsync(release, cancellationToken) is not { } plan)
                {
                    await Console.Error.WriteLineAsync($"公表 {release} はないか、取り下げ済みです。番号は releases で確認できます。");
                    return ExitCode.Refused;
                }

                var reason = PublicNote.Of(parsed.GetRequiredValue(note));
                var outcome = parsed.GetValue(dryRun)
                    ? null
                    : await withdrawer.WithdrawAsync(plan.ReleaseId, plan.BaseVersion, reason, Actor.CommandLine, cancellationToken);
                // Another process published or withdrew in between: the changes may differ now.
                if (outcome is WithdrawalOutcome.Conflict or WithdrawalOutcome.Gone) continue;
                if (outcome is WithdrawalOutcome.NoteTooLong)
                {
                    await Console.Error.WriteLineAsync($"取り下げの理由は{PublicNote.MaxLength:N0}文字までです。取り下げていません。");
                    return ExitCode.Refused;
                }

                await WriteAsync(plan, outcome is null);
                return ExitCode.Done;
            }
        }, cancellationToken));
        return command;
    }

    private static async Task WriteAsync(WithdrawalPlan plan, bool dryRun)
    {
        foreach (var table in plan.Tables)
        {
            var target = table.RevertsTo is { } release ? $"公表 {release} の値に戻ります" : "値がなくなります";
            await Console.Out.WriteLineAsync($"{table.MetricName}（{table.MetricKey}）: {table.Changes.Count:N0}件の値が変わり、{target}。");
        }

        await Console.Out.WriteLineAsync(dryRun ? "取り下げていません（--dry-run）。" : $"公表 {plan.ReleaseId} を取り下げました。");
    }
}
