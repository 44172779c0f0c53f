using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;

namespace Yorozu.Cli;

/// <summary><c>admin add|list|remove|password NAME</c></summary>
internal static class AdminCommand
{
    public static Command Create(Option<string?> data) => new("admin", "管理者を追加、一覧、削除し、パスワードを付け替えます。")
    {
        Change("add", "管理者を追加します。", "管理者「{0}」を追加しました。", data, async (accounts, name, cancellationToken) =>
            await accounts.AddAsync(name, await PasswordPrompt.ReadAsync(cancellationToken), Actor.CommandLine)),
        Change("remove", "管理者を削除します。", "管理者「{0}」を削除しました。", data, (accounts, name, cancellationToken) =>
            accounts.RemoveAsync(name, Actor.CommandLine, cancellationToken)),
        Change("password", "新しいパスワードを付け、すべての端末からサインアウトさせます。", "管理者「{0}」のパスワードを変更しました。", data, async (accounts, name, cancellationToken) =>
            await accounts.SetPasswordAsync(name, await PasswordPrompt.ReadAsync(cancellationToken), Actor.CommandLine)),
        List(data),
    };

    private static Command Change(
        string verb,
        string description,
        string done,
        Option<string?> data,
        Func<AccountAdministration, string, CancellationToken, Task<IReadOnlyList<Phrase>>> change)
    {
        var name = new Argument<string>("NAME") { Description = "管理者の名前" };
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, data, async accounts =>
        {
            var errors = await change(accounts, parsed.GetRequiredValue(name), cancellationToken);
            foreach (var error in errors) await Console.Error.WriteLineAsync(error.ToString());
            if (errors.Count > 0) return ExitCode.Refused;

            await Console.Out.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, done, parsed.GetRequiredValue(name)));
            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Command List(Option<string?> data)
    {
        var command = new Command("list", "管理者の一覧を表示します。");
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, data, async accounts =>
        {
            foreach (var account in await accounts.ListAsync(cancellationToken))
            {
                var last = account.LastSignInAt is { } time ? time.ToUtcText() : "サインインなし";
                await Console.Out.WriteLineAsync($"{account.Name}\t{account.CreatedAt.ToUtcText()}\t{last}");
            }

            return ExitCode.Done;
        }, cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(
        ParseResult parsed, Option<string?> data, Func<AccountAdministration, Task<int>> action, CancellationToken cancellationToken) =>
        StoreSession.RunAsync(parsed, data, async db =>
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(db);
            services.AddYorozuAccounts();
            await using var provider = services.BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            return await action(scope.ServiceProvider.GetRequiredService<AccountAdministration>());
        }, cancellationToken);
}
