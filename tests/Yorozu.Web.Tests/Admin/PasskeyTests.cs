using System.Net;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Passkeys beside the password, with a device in software; in a browser: <c>Yorozu.Browser.Tests</c>.</summary>
public sealed class PasskeyTests
{
    private const string Refused = "パスキーを確かめられませんでした。もう一度試すか、パスワードでサインインしてください。";
    private const string NotVerified = "パスキーを確かめられませんでした。もう一度「パスキーを追加する」を押してください。";

    [Fact]
    public async Task A_passkey_that_was_added_signs_in_without_a_name()
    {
        await using var host = await AdminHost.StartAsync();
        using var device = new Authenticator();
        var browser = await AddAsync(host, device);
        var list = await browser.OpenAsync("/admin/passkeys?done=added");
        var visitor = Open(host);

        var answer = await SignInAsync(visitor, device, "?returnUrl=%2Fadmin%2Flog");

        list.Text.Should().Contain("パスキーを追加しました。次からはパスキーでサインインできます。").And.Contain("職場のパソコン").And.Contain("まだありません");
        answer.Location.Should().Be("/admin/log");
        (await visitor.OpenAsync("/admin")).Page.QuerySelector(".admin-bar form a")!.TextContent.Should().Be("sato");
        (await host.ActionsAsync()).Should().ContainInOrder("sato sign-in  done", "sato account-passkey-add sato done", "sato sign-in 職場のパソコン done");
        (await host.Store.QueryAsync(db => db.LogEntries.SingleAsync(e => e.Action == "account-passkey-add"))).Detail.Should().Be("職場のパソコン");
        var passkey = (await PasskeysAsync(host)).Should().ContainSingle().Subject;
        var now = host.Store.Clock.GetUtcNow();
        (passkey.SignCount, passkey.CreatedAt, passkey.LastUsedAt, passkey.Transports, passkey.IsUserVerified).Should().Be((1, now, now, "internal", true));
        var users = await browser.OpenAsync("/admin/users");
        users.Page.QuerySelectorAll("tbody td.number").Select(c => c.TextContent).Should().Equal("1");
        (await SignInAsync(Open(host), device)).Location.Should().Be("/admin", "it works again");
    }

    [Fact]
    public async Task What_is_no_answer_of_a_known_passkey_to_this_page_is_refused()
    {
        await using var host = await AdminHost.StartAsync();
        using var device = new Authenticator();
        using var stranger = new Authenticator();
        using var elsewhere = new Authenticator { Origin = "https://yorozu.example" };
        await AddAsync(host, device);

        var visitor = Open(host);
        var first = await visitor.OpenAsync("/admin/sign-in");
        var old = device.Get(first);
        (await SendAsync(visitor, first, old)).Location.Should().Be("/admin");

        (await SignInAsync(Open(host), stranger)).Alert.Should().Be(Refused, "it was never added");
        var other = Open(host);
        (await SendAsync(other, await other.OpenAsync("/admin/sign-in"), old)).Alert.Should().Be(Refused, "it answers another page");
        var without = Open(host);
        var page = await without.OpenAsync("/admin/sign-in");
        without.DropCookie("__Host-yorozu-passkey");
        (await SendAsync(without, page, device.Get(page))).Alert.Should().Be(Refused, "this browser was asked nothing");
        device.Verifies = false;
        (await SignInAsync(Open(host), device)).Alert.Should().Be(Refused, "nobody entered a PIN");
        foreach (var credential in new[] { "", "{", "[]", "{\"id\":1}", "{\"id\":\"%\"}", "null" })
        {
            var sent = await SendAsync(other, await other.OpenAsync("/admin/sign-in"), credential);
            (sent.Status, sent.Alert).Should().Be((HttpStatusCode.OK, Refused), "of {0}", credential);
        }

        var browser = await SignedInAsync(host);
        browser.Headers["Origin"] = elsewhere.Origin;
        (await TryToAddAsync(browser, elsewhere, "電話")).Alert.Should().Be(NotVerified, "it was made for another site");
        (await host.ActionsAsync()).Should().Contain("sato sign-in  failed")
            .And.Contain("（登録のない名前） sign-in  failed").And.Contain("sato account-passkey-add sato refused");
        (await PasskeysAsync(host)).Should().ContainSingle();
    }

    [Fact]
    public async Task The_question_is_valid_for_five_minutes()
    {
        await using var host = await AdminHost.StartAsync();
        using var device = new Authenticator();
        await AddAsync(host, device);
        var visitor = Open(host);
        var page = await visitor.OpenAsync("/admin/sign-in");

        host.Store.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var late = await SendAsync(visitor, page, device.Get(page));

        late.Alert.Should().Be(Refused);
        (await SendAsync(visitor, late, device.Get(late))).Location.Should().Be("/admin", "the answer asks anew");
    }

    [Fact]
    public async Task Attempts_are_throttled_with_those_by_password()
    {
        await using var host = await AdminHost.StartAsync();
        using var device = new Authenticator();
        await AddAsync(host, device);
        host.RemoteAddress = "198.51.100.7";
        var visitor = Open(host);
        device.Verifies = false;

        for (var i = 0; i < 5; i++) (await SignInAsync(visitor, device)).Alert.Should().Be(Refused);
        for (var i = 0; i < 5; i++) (await visitor.TryToSignInAsync("sato", "not-the-password")).Status.Should().Be(HttpStatusCode.OK);
        device.Verifies = true;
        var eleventh = await SignInAsync(visitor, device);

        eleventh.Status.Should().Be(HttpStatusCode.TooManyRequests);
        eleventh.Alert.Should().Be("試行が多すぎます。5分待ってから、もう一度お試しください。");
        (await host.ActionsAsync())[^1].Should().Be("sato sign-in  throttled");
        host.Store.Clock.Advance(TimeSpan.FromMinutes(5));
        (await SignInAsync(visitor, device)).Location.Should().Be("/admin");
    }

    [Fact]
    public async Task Removing_a_passkey_ends_the_other_sessions_and_it_signs_in_no_longer()
    {
        await using var host = await AdminHost.StartAsync();
        using var device = new Authenticator();
        var browser = await AddAsync(host, device);
        var thief = Open(host);
        await SignInAsync(thief, device);

        var wrong = await browser.SubmitAsync("/admin/passkeys", "Remove", ("passkey", "1"), ("current", "not-the-password"));
        await thief.OpenAsync("/admin");
        var removed = await browser.SubmitAsync("/admin/passkeys", "Remove", ("passkey", "1"), ("current", AdminHost.Password));

        wrong.Alert.Should().Be("あなたの今のパスワードが違います。何も変えていません。もう一度入力してください。");
        removed.Location.Should().Be("/admin/passkeys?done=removed");
        (await browser.OpenAsync(removed.Location!)).Text.Should().Contain("パスキーを削除しました。").And.Contain("パスキーはまだありません。");
        (await thief.GetAsync("/admin")).Location.Should().StartWith("/admin/sign-in");
        (await SignInAsync(Open(host), device)).Alert.Should().Be(Refused);
        (await host.ActionsAsync()).Should().Contain("sato account-passkey-remove sato done");
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_of_passkeys_and_an_account_takes_its_passkeys_with_it()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        using var device = new Authenticator();
        await AddAsync(host, device);
        var visitor = Open(host);
        await SignInAsync(visitor, device);
        var suzuki = await host.SignInAsync("suzuki");

        await suzuki.SubmitAsync("/admin/users", "Password", ("name", "sato"), ("password", "yama-no-mukou-88"), ("current", AdminHost.Password));
        var ended = await visitor.GetAsync("/admin");
        await suzuki.SubmitAsync("/admin/users", "Remove", ("name", "sato"), ("current", AdminHost.Password));

        ended.Location.Should().StartWith("/admin/sign-in");
        (await PasskeysAsync(host)).Should().BeEmpty();
        (await SignInAsync(Open(host), device)).Alert.Should().Be(Refused);
    }

    [Fact]
    public async Task A_passkey_belongs_to_the_account_whose_browser_was_asked()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        using var device = new Authenticator();
        using var own = new Authenticator();
        var sato = await AddAsync(host, device);
        var suzuki = await SignedInAsync(host, "suzuki");

        var asked = await sato.OpenAsync("/admin/passkeys");
        suzuki.SetCookie("__Host-yorozu-passkey", sato.Cookies.Single(c => c.Name == "__Host-yorozu-passkey").Value);
        var token = await suzuki.TokenAsync("/admin/users");
        var foreign = await suzuki.PostAsync("/admin/passkeys?handler=Add", Form(token, own.Create(asked)));
        var gone = await suzuki.PostAsync("/admin/passkeys?handler=Remove", Form(token, ""));

        foreign.Alert.Should().Be(NotVerified);
        gone.Alert.Should().Be("そのパスキーはもうありません。");
        (await PasskeysAsync(host)).Should().ContainSingle();

        static FormUrlEncodedContent Form(string token, string credential) => new(
        [
            new("__RequestVerificationToken", token), new("current", AdminHost.Password), new("passkeyName", "電話"), new("credential", credential),
            new("passkey", "1"),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public async Task A_passkey_has_a_name_of_one_short_line(string name)
    {
        await using var host = await AdminHost.StartAsync();
        using var device = new Authenticator();

        var answer = await TryToAddAsync(await SignedInAsync(host), device, name);

        answer.Alert.Should().Be("パスキーの名前は1行で1文字以上50文字以内にしてください。");
    }

    [Fact]
    public async Task An_account_has_ten_passkeys_at_most()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await SignedInAsync(host);
        for (var i = 1; i <= 10; i++)
        {
            using var device = new Authenticator();
            (await TryToAddAsync(browser, device, $"{i}")).Location.Should().Be("/admin/passkeys?done=added");
        }

        using var eleventh = new Authenticator();
        (await TryToAddAsync(browser, eleventh, "11")).Alert.Should().Be("パスキーは10個までです。使わないものを先に削除してください。");
        (await browser.OpenAsync("/admin/passkeys")).Page.QuerySelectorAll("tbody th").Select(c => c.TextContent)
            .Should().Equal(Enumerable.Range(1, 10).Select(i => $"{i}"));
    }

    private static AdminBrowser Open(AdminHost host)
    {
        var browser = host.Open();
        browser.Headers["Origin"] = "https://localhost";
        return browser;
    }

    private static async Task<AdminBrowser> SignedInAsync(AdminHost host, string name = "sato")
    {
        var browser = Open(host);
        await browser.SignInAsync(name, AdminHost.Password);
        return browser;
    }

    /// <summary>A signed-in browser that added the passkey of the device.</summary>
    private static async Task<AdminBrowser> AddAsync(AdminHost host, Authenticator device)
    {
        var browser = await SignedInAsync(host);
        (await TryToAddAsync(browser, device, "職場のパソコン")).Location.Should().Be("/admin/passkeys?done=added");
        return browser;
    }

    private static async Task<Answer> TryToAddAsync(AdminBrowser browser, Authenticator device, string name)
    {
        var page = await browser.OpenAsync("/admin/passkeys");
        return await browser.SubmitAsync(
            page, "/admin/passkeys", "Add", ("passkeyName", name), ("current", AdminHost.Password), Sent(page, "Add", device.Create(page)));
    }

    private static async Task<Answer> SignInAsync(AdminBrowser browser, Authenticator device, string query = "")
    {
        var page = await browser.OpenAsync("/admin/sign-in" + query);
        return await SendAsync(browser, page, device.Get(page));
    }

    private static Task<Answer> SendAsync(AdminBrowser browser, Answer page, string credential) =>
        browser.SubmitAsync(page, "/admin/sign-in", "Passkey", Sent(page, "Passkey", credential));

    /// <summary>The hidden field that the script fills in.</summary>
    private static (string Name, string Value) Sent(Answer page, string action, string credential)
    {
        page.Page.QuerySelector($"form[action$={action}] [name=credential]")!.SetAttribute("value", credential);
        return ("credential", credential);
    }

    private static Task<List<Passkey>> PasskeysAsync(AdminHost host) => host.Store.QueryAsync(db => db.Passkeys.OrderBy(p => p.Id).ToListAsync());
}
