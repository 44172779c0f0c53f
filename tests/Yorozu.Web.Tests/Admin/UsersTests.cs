using System.Net;
using System.Text;

namespace Yorozu.Web.Tests.Admin;

public sealed class UsersTests
{
    private static readonly (string, string) Own = ("current", AdminHost.Password);

    [Fact]
    public async Task An_admin_adds_another_gives_a_new_password_and_removes()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        var weak = await browser.SubmitAsync("/admin/users", "Add", ("name", "鈴木"), ("password", "password1234"), Own);
        var added = await browser.SubmitAsync("/admin/users", "Add", ("name", "鈴木"), ("password", AdminHost.Password), Own);
        var suzuki = await host.SignInAsync("鈴木");
        var replaced = await browser.SubmitAsync("/admin/users", "Password", ("name", "鈴木"), ("password", "yama-no-mukou-88"), Own);
        var afterReplacing = await suzuki.GetAsync("/admin");
        await suzuki.SignInAsync("鈴木", "yama-no-mukou-88");
        var removed = await browser.SubmitAsync("/admin/users", "Remove", ("name", "鈴木"), Own);
        var afterRemoving = await suzuki.GetAsync("/admin");

        weak.Alert.Should().StartWith("このパスワードはよく使われていて");
        added.Location.Should().Be("/admin/users?done=added");
        replaced.Location.Should().Be("/admin/users?done=password");
        afterReplacing.Status.Should().Be(HttpStatusCode.Redirect);
        removed.Location.Should().Be("/admin/users?done=removed");
        afterRemoving.Status.Should().Be(HttpStatusCode.Redirect);
        (await browser.OpenAsync("/admin/users?done=removed")).Page.QuerySelectorAll("tbody th").Select(t => t.TextContent).Should().Equal("sato（あなた）");
    }

    [Fact]
    public async Task Admins_cannot_remove_themselves()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        var browser = await host.SignInAsync();
        var token = await browser.TokenAsync("/admin/users");

        var answer = await browser.PostAsync(
            "/admin/users?handler=Remove",
            new FormUrlEncodedContent([new("name", "SATO"), new("current", AdminHost.Password), new("__RequestVerificationToken", token)]));

        answer.Alert.Should().Be("自分自身は削除できません。ほかの管理者に頼んでください。");
    }

    [Fact]
    public async Task Own_password_cannot_be_changed_on_the_users_page()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var token = await browser.TokenAsync("/admin/users");

        var answer = await browser.PostAsync("/admin/users?handler=Password", new FormUrlEncodedContent(
            [new("name", " Sato"), new("password", "yama-no-mukou-88"), new("current", AdminHost.Password), new("__RequestVerificationToken", token)]));

        answer.Alert.Should().StartWith("自分のパスワードは、名前の横の");
        (await host.Open().TryToSignInAsync("sato", AdminHost.Password)).Location.Should().Be("/admin");
    }

    [Fact]
    public async Task A_name_somebody_made_up_is_one_line_of_the_log_and_not_longer_than_a_line()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        await browser.SubmitAsync(
            "/admin/users", "Add", ("name", "x\r\n2026-05-15T00:00:00Z,sato\u202E" + new string('y', 5000)), ("password", AdminHost.Password), Own);

        (await host.ActionsAsync())[^1].Should().StartWith("sato account-add x  2026-05-15T00:00:00Z,sato yyy").And.EndWith("… refused").And.HaveLength(226);
    }

    [Fact]
    public async Task Everything_done_is_in_the_log_with_actor_address_and_outcome_and_as_csv()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.SubmitAsync("/admin/users", "Add", ("name", "suzuki"), ("password", "short"), Own);

        var page = await browser.OpenAsync("/admin/log?actor=sato&act=account-add");
        var csv = await browser.GetAsync("/admin/log?actor=sato&handler=Csv");

        var rows = page.Page.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent)));
        rows.Should().Equal("2026-05-15 09:00|sato|管理者の追加|受け付けなかった|suzuki|192.0.2.10|パスワードは12文字以上にしてください。");
        csv.Response.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("操作の記録.csv");
        Encoding.UTF8.GetString(await csv.Response.Content.ReadAsByteArrayAsync()).Should().Contain(
            "2026-05-15T00:00:00Z,sato,192.0.2.10,account-add,管理者の追加,suzuki,refused,受け付けなかった,パスワードは12文字以上にしてください。\r\n");
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/upload")]
    [InlineData("/admin/users")]
    [InlineData("/admin/account")]
    [InlineData("/admin/log")]
    [InlineData("/admin/help")]
    public async Task Every_admin_page_passes_the_lint_in_the_language_that_the_browser_asks_for(string address)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        browser.Headers["Accept-Language"] = "en";

        var page = await browser.OpenAsync(address);
        var other = await browser.OpenAsync(page.Page.QuerySelector("footer a[hreflang]")!.GetAttribute("href")!);

        page.Page.DocumentElement.GetAttribute("lang").Should().Be("en");
        other.Page.DocumentElement.GetAttribute("lang").Should().Be("ja");
        page.Page.QuerySelectorAll(".admin-bar nav a[aria-current=page]").Length.Should().Be(address == "/admin/account" ? 0 : 1);
    }
}
