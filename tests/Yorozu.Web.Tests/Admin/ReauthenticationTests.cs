using Microsoft.EntityFrameworkCore;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Whatever changes an account asks for one's own password, an open session is not enough.</summary>
public sealed class ReauthenticationTests
{
    private const string New = "yama-no-mukou-88";

    /// <summary>It takes rights away from the session itself, so that there is nothing to protect.</summary>
    private const string Everywhere = "/admin/account?handler=Everywhere";

    public static TheoryData<string?> Wrong => [null, "", "not-the-password", New];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Every_form_that_changes_an_account_needs_the_password_of_the_signed_in_admin(string? current)
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki", New);
        var handlers = await HandlersAsync(host, "/Admin/Accounts/Users", "/Admin/Accounts/Account", "/Admin/Accounts/Passkeys");
        var before = await AccountsAsync(host);

        handlers.Should().HaveCountGreaterThan(6);
        foreach (var handler in handlers)
        {
            var browser = await host.SignInAsync();
            var answer = await PostAsync(browser, handler, current);

            answer.Alert.Should().Be("あなたの今のパスワードが違います。何も変えていません。もう一度入力してください。", "of {0}", handler.Address);
            (await AccountsAsync(host)).Should().Equal(before, "of {0}", handler.Address);
            (await host.ActionsAsync())[^1].Should().EndWith(" refused");
            var detail = await host.Store.QueryAsync(db => db.LogEntries.OrderBy(e => e.Id).Select(e => e.Detail).LastAsync());
            detail.Should().Be(answer.Alert, "the log says why");
        }
    }

    [Fact]
    public async Task With_the_password_every_such_form_is_accepted()
    {
        await using var first = await AdminHost.StartAsync();
        // Passkeys need a device: PasskeyTests.
        foreach (var handler in await HandlersAsync(first, "/Admin/Accounts/Users", "/Admin/Accounts/Account"))
        {
            await using var host = await AdminHost.StartAsync();
            await host.AddAdminAsync("suzuki", New);
            var before = await AccountsAsync(host);

            var answer = await PostAsync(await host.SignInAsync(), handler, AdminHost.Password, handler.Name == "Add" ? "tanaka" : "suzuki");

            answer.Location.Should().Contain("?done=", "of {0}", handler.Address);
            (await AccountsAsync(host)).Should().NotEqual(before, "of {0}", handler.Address);
        }
    }

    [Fact]
    public async Task A_session_has_five_guesses_in_a_quarter_of_an_hour_and_other_sessions_have_theirs()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var other = await host.SignInAsync();

        for (var i = 0; i < 5; i++) await ChangeAsync(browser, "not-the-password");
        var sixth = await ChangeAsync(browser, AdminHost.Password);
        var others = await ChangeAsync(other, AdminHost.Password);
        host.Store.Clock.Advance(TimeSpan.FromMinutes(15));
        var later = await ChangeAsync(browser, AdminHost.Password);

        sixth.Alert.Should().Be("あなたのパスワードを何度も間違えたため、何も変えていません。15分待ってから、もう一度お試しください。");
        later.Location.Should().Be("/admin/account?done=name");
        others.Location.Should().Be("/admin/account?done=name");
    }

    [Fact]
    public async Task The_right_password_resets_the_count()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        foreach (var current in new[] { "1", "2", "3", "4", AdminHost.Password, "1", "2", "3", "4", AdminHost.Password })
        {
            (await ChangeAsync(browser, current)).Location.Should().Be(current == AdminHost.Password ? "/admin/account?done=name" : null);
        }
    }

    private static Task<Answer> ChangeAsync(AdminBrowser browser, string current) =>
        browser.SubmitAsync("/admin/account", "DisplayName", ("displayName", "広報担当"), ("current", current));

    private static async Task<List<AdminHandler>> HandlersAsync(AdminHost host, params string[] pages) =>
    [
        .. (await AdminHandler.AllAsync(host.Factory.Services))
            .Where(h => pages.Contains(h.Page))
            .Where(h => h.Method == "Post" && h.Address != Everywhere),
    ];

    // Every field of every form: a handler takes those it knows.
    private static async Task<Answer> PostAsync(AdminBrowser browser, AdminHandler handler, string? current, string name = "suzuki")
    {
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = await browser.TokenAsync("/admin/users"),
            ["name"] = name,
            ["password"] = "sora-no-hate-99",
            ["next"] = "sora-no-hate-99",
            ["again"] = "sora-no-hate-99",
            ["displayName"] = "広報担当",
        };
        if (current is not null) fields["current"] = current;
        return await browser.PostAsync(handler.Address, new FormUrlEncodedContent(fields));
    }

    private static Task<List<string>> AccountsAsync(AdminHost host) =>
        host.Store.QueryAsync(db => db.Accounts.OrderBy(a => a.Id).Select(a => $"{a.Name} {a.DisplayName} {a.PasswordHash} {a.SecurityStamp}").ToListAsync());
}
