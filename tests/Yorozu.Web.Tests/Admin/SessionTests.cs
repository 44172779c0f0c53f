using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Yorozu.Web.Tests.Admin;

public sealed class SessionTests
{
    private const string SessionCookie = "__Host-yorozu-admin";

    [Fact]
    public async Task The_cookies_are_for_this_host_https_and_no_script()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = host.Open();

        var page = await browser.OpenAsync("/admin/sign-in");
        var answer = await browser.TryToSignInAsync("sato", AdminHost.Password);

        var set = page.Response.Headers.GetValues("Set-Cookie").Concat(answer.Response.Headers.GetValues("Set-Cookie")).ToList();
        set.Select(c => c[..c.IndexOf('=', StringComparison.Ordinal)]).Should()
            .BeEquivalentTo("__Host-yorozu-passkey", "__Host-yorozu-form", "__Host-yorozu-device", SessionCookie);
        set.Should().OnlyContain(
            c => c.Contains("; secure") && c.Contains("; httponly") && c.Contains("; path=/;") && c.Contains("; samesite=lax") && !c.Contains("domain="));
        set.Where(c => c.Contains("expires=")).Should().ContainSingle("a session ends with the browser")
            .Which.Should().StartWith("__Host-yorozu-device=").And.Contain("expires=Sat, 19 Jun 2027");
    }

    [Fact]
    public async Task A_session_planted_before_the_sign_in_is_not_the_one_after_it()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        var attacker = await host.SignInAsync("suzuki");
        var planted = attacker.Cookies.Single(c => c.Name == SessionCookie).Value;
        var victim = host.Open();
        victim.SetCookie(SessionCookie, planted);

        await victim.SignInAsync("sato", AdminHost.Password);

        victim.Cookies.Single(c => c.Name == SessionCookie).Value.Should().NotBe(planted);
        (await WhoAsync(victim)).Should().Be("sato");
        (await WhoAsync(attacker)).Should().Be("suzuki");

        static async Task<string> WhoAsync(AdminBrowser browser) => (await browser.OpenAsync("/admin")).Page.QuerySelector(".admin-bar form a")!.TextContent;
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_a_request()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        for (var i = 0; i < 3; i++)
        {
            host.Store.Clock.Advance(TimeSpan.FromMinutes(45));
            await browser.OpenAsync("/admin");
        }

        host.Store.Clock.Advance(TimeSpan.FromMinutes(61));
        (await browser.GetAsync("/admin")).Location.Should().Be("/admin/sign-in?returnUrl=%2Fadmin");
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours_however_busy()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        for (var i = 0; i < 15; i++)
        {
            host.Store.Clock.Advance(TimeSpan.FromMinutes(45));
            await browser.OpenAsync("/admin");
        }

        host.Store.Clock.Advance(TimeSpan.FromMinutes(45));
        (await browser.GetAsync("/admin")).Location.Should().StartWith("/admin/sign-in");
    }

    [Fact]
    public async Task Sign_out_everywhere_ends_every_session_of_the_account_and_no_other()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        var here = await host.SignInAsync();
        var there = await host.SignInAsync();
        var other = await host.SignInAsync("suzuki");

        await here.SubmitAsync("/admin/account", "Everywhere");

        (await here.GetAsync("/admin")).Status.Should().Be(HttpStatusCode.Redirect);
        (await there.GetAsync("/admin")).Status.Should().Be(HttpStatusCode.Redirect);
        (await other.GetAsync("/admin")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_keeps_this_one()
    {
        await using var host = await AdminHost.StartAsync();
        var here = await host.SignInAsync();
        var there = await host.SignInAsync();

        var wrong = await here.SubmitAsync(
            "/admin/account", "Password", ("current", "not this one at all"), ("next", "yama-no-mukou-88"), ("again", "yama-no-mukou-88"));
        var typo = await here.SubmitAsync(
            "/admin/account", "Password", ("current", AdminHost.Password), ("next", "yama-no-mukou-88"), ("again", "yama-no-mukou-89"));
        var done = await here.SubmitAsync(
            "/admin/account", "Password", ("current", AdminHost.Password), ("next", "yama-no-mukou-88"), ("again", "yama-no-mukou-88"));

        wrong.Alert.Should().Be("あなたの今のパスワードが違います。何も変えていません。もう一度入力してください。");
        typo.Alert.Should().Be("新しいパスワードの2回の入力が違います。もう一度入力してください。");
        done.Location.Should().Be("/admin/account?done=password");
        await here.OpenAsync("/admin/account?done=password");
        (await there.GetAsync("/admin")).Location.Should().StartWith("/admin/sign-in");
        (await host.Open().TryToSignInAsync("sato", "yama-no-mukou-88")).Location.Should().Be("/admin");
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_away_and_ends_every_copy_of_it()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var other = await host.SignInAsync();
        var copy = host.Open();
        copy.SetCookie(SessionCookie, browser.Cookies.Single(c => c.Name == SessionCookie).Value);
        await copy.OpenAsync("/admin");

        var answer = await browser.SubmitAsync("/admin", "/admin/sign-out");

        answer.Location.Should().Be("/admin/sign-in");
        browser.Cookies.Should().NotContain(c => c.Name == SessionCookie);
        (await host.ActionsAsync()).Should().EndWith("sato sign-out  done");
        (await copy.GetAsync("/admin")).Location.Should().Be("/admin/sign-in?returnUrl=%2Fadmin");
        await other.OpenAsync("/admin");
    }

    [Fact]
    public async Task A_revoked_session_is_remembered_for_as_long_as_its_cookie_would_be_valid()
    {
        await using var host = await AdminHost.StartAsync();
        await SignInAndOutAsync();
        host.Store.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        await SignInAndOutAsync();
        (await RememberedAsync()).Should().Be(2);

        host.Store.Clock.Advance(TimeSpan.FromMinutes(2));
        await SignInAndOutAsync();
        (await RememberedAsync()).Should().Be(2, "the first has been forgotten");

        async Task SignInAndOutAsync() => await (await host.SignInAsync()).SubmitAsync("/admin", "/admin/sign-out");
        Task<int> RememberedAsync() => host.Store.QueryAsync(db => db.RevokedSessions.CountAsync());
    }

    [Fact]
    public async Task A_session_and_a_form_survive_a_restart_because_the_keys_are_below_the_data_folder()
    {
        await using var host = await AdminHost.StartAsync();
        var before = await host.SignInAsync();
        var form = await before.OpenAsync("/admin/upload");
        var cookies = before.Cookies;

        await host.RestartAsync();

        var after = host.Open();
        foreach (var cookie in cookies) after.SetCookie(cookie.Name, cookie.Value);
        (await after.SubmitAsync(form, "/admin/upload", "", ("text", ""))).Alert.Should().StartWith("資料がありません");
        Directory.GetFiles(host.Store.Directory.KeysPath, "key-*.xml").Should().NotBeEmpty();
    }
}
