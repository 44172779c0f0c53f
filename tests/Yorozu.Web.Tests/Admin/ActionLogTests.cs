using System.Net;
using Microsoft.EntityFrameworkCore;
using Yorozu.Testing;
using Yorozu.Web.Admin.Actions;

namespace Yorozu.Web.Tests.Admin;

/// <summary>Whatever is done or tried below /admin leaves an entry.</summary>
public sealed class ActionLogTests
{
    [Fact]
    public async Task Every_handler_of_an_admin_page_that_does_something_is_logged_by_its_name_done_or_refused()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build());
        var handlers = (await AdminHandler.AllAsync(host.Factory.Services)).Where(h => h.Method != "Get" || h.Name is not null).ToList();

        handlers.Should().HaveCountGreaterThan(12);
        foreach (var handler in handlers.OrderBy(h => h.Name == "Discard" || h.Page == "/Admin/Accounts/SignOut"))
        {
            var action = AdminActions.Named(handler.Page, handler.Name);
            action.Should().NotBeNull("AdminActions names what {0} {1} does", handler.Page, handler.Name);
            if ((await browser.GetAsync("/admin")).Status != HttpStatusCode.OK) await browser.SignInAsync("sato", AdminHost.Password);

            var entries = await EntriesOfAsync(host, handler.Method == "Get"
                ? () => browser.GetAsync(handler.Address)
                : async () => await browser.PostAsync(
                    handler.Address, new FormUrlEncodedContent([new("__RequestVerificationToken", await browser.TokenAsync("/admin/upload"))])));

            entries.Should().ContainSingle("of {0}", handler.Address).Which
                .Should().StartWith(handler.Page == "/Admin/Accounts/SignIn" ? UnauthenticatedAttempts.UnknownName : "sato")
                .And.Contain($" {action} ");
        }
    }

    [Fact]
    public async Task The_programs_own_log_names_no_person_no_address_and_nothing_that_was_typed()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        host.Store.Clock.AdvanceTo(2026, 6, 1);
        await host.Open().TryToSignInAsync("sUzuki", "not-the-password");
        await host.Open().TryToSignInAsync("sato", "not-the-password");
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build("may.txt"));
        await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "tYped-into-the-note"));
        await browser.GetAsync("/admin/log?actor=tYped-into-the-address");
        await browser.GetAsync("/metrics/tYped-into-the-path?area=tYped");
        await browser.PostAsync("/admin/upload", new FormUrlEncodedContent([new("text", "tYped-into-a-forged-form")]));
        await browser.SubmitAsync("/admin/account", "Everywhere");

        (await host.ActionsAsync()).Should().Contain("sato import may.txt published");
        host.Log.Lines.Should().Contain(l => l.StartsWith("Information The store is open"));
        string.Join('\n', host.Log.Lines).Should().NotContainAny("sato", "sUzuki", host.RemoteAddress, "tYped", "not-the-password", AdminHost.Password);
    }

    [Fact]
    public async Task An_unauthenticated_post_or_one_without_an_antiforgery_token_is_logged_as_rejected()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        foreach (var handler in (await AdminHandler.AllAsync(host.Factory.Services)).Where(h => h.Method == "Post"))
        {
            var action = AdminActions.Named(handler.Page, handler.Name);
            var path = handler.Address.Split('?')[0];

            var forged = await EntriesOfAsync(host, () => browser.PostAsync(handler.Address, new FormUrlEncodedContent([])));
            var unauthenticated = await EntriesOfAsync(host, () => host.Open().PostAsync(handler.Address, new FormUrlEncodedContent([])));

            var outcome = path is "/admin/sign-in" or "/admin/sign-out" ? "rejected" : "denied";
            forged.Should().Equal([$"sato {action} {path} rejected"], "of {0}", handler.Address);
            unauthenticated.Should().Equal([$"{UnauthenticatedAttempts.NoSession} {action} {path} {outcome}"], "of {0}", handler.Address);
        }
    }

    [Fact]
    public async Task Reading_is_not_an_action()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build());

        foreach (var address in (string[])[
            "/admin", "/admin/uploads/1", "/admin/uploads/1/print", "/admin/releases/1/withdraw", "/admin/log", "/releases/1/document"
        ])
        {
            (await EntriesOfAsync(host, () => browser.GetAsync(address))).Should().BeEmpty("of {0}", address);
        }

        (await EntriesOfAsync(host, () => host.Open().GetAsync("/admin/uploads/1?handler=Original"))).Should().BeEmpty("it was only asked to sign in");
    }

    [Fact]
    public async Task Downloads_of_the_log_and_of_an_original_are_logged_with_their_subject()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Build("may.txt"));

        (await EntriesOfAsync(host, () => browser.GetAsync("/admin/uploads/1?handler=Original"))).Should().Equal("sato download may.txt done");
        (await EntriesOfAsync(host, () => browser.GetAsync("/admin/uploads/9?handler=Original"))).Should().Equal("sato download /admin/uploads/9 refused");
        (await EntriesOfAsync(host, () => browser.GetAsync("/admin/log?handler=Csv"))).Should().Equal("sato log-export /admin/log done");
    }

    [Theory]
    [InlineData("outcome=done", 1)]
    [InlineData("outcome=failed", 1)]
    [InlineData("outcome=failed&from=2026-05-15&to=2026-05-15", 1)]
    [InlineData("from=2026-05-16", 0)]
    [InlineData("to=2026-05-14", 0)]
    public async Task The_log_is_filtered_by_outcome_and_day(string filter, int entries)
    {
        await using var host = await AdminHost.StartAsync();
        await host.Open().TryToSignInAsync("sato", "something else 77");
        var browser = await host.SignInAsync();

        var page = await browser.OpenAsync("/admin/log?act=sign-in&" + filter);

        page.Page.QuerySelectorAll("tbody tr").Should().HaveCount(entries);
        foreach (var (name, value) in filter.Split('&').Select(p => (p.Split('=')[0], p.Split('=')[1])))
        {
            var control = page.Page.QuerySelector($"[name={name}]")!;
            (control.QuerySelector("[selected]") ?? control).GetAttribute("value").Should().Be(value);
        }

        page.Page.QuerySelector(".figure-tools a")!.GetAttribute("href").Should().ContainAll(filter.Split('&'), "the file has what the page shows");
    }

    [Fact]
    public async Task A_publication_that_was_refused_is_logged_with_the_reason()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Figure("2.相談実績件数", "岡山県", 4, 9).Build("april.txt"));
        var form = await browser.OpenAsync("/admin/uploads/1");

        (await EntriesOfAsync(host, () => browser.SubmitAsync(form, "/admin/uploads/1", "Publish", ("note", ""))))
            .Should().Equal("sato import april.txt note-missing");
        (await EntriesOfAsync(host, () => browser.SubmitAsync(form, "/admin/uploads/1", "Publish", ("note", new string('あ', 1001)))))
            .Should().Equal("sato import april.txt refused");
        (await EntriesOfAsync(host, () => browser.SubmitAsync("/admin/releases/1/withdraw", "", ("note", " "))))
            .Should().Equal("sato withdraw release 1 note-missing");
        await host.Store.PublishAsync(PageBuilder.Consultations(3).Build());
        (await EntriesOfAsync(host, () => browser.SubmitAsync(form, "/admin/uploads/1", "Publish", ("note", "訂正"))))
            .Should().Equal("sato import april.txt base-moved");
        await browser.SubmitAsync(form, "/admin/uploads/1", "Discard");
        (await EntriesOfAsync(host, () => browser.SubmitAsync(form, "/admin/uploads/1", "Publish", ("note", "訂正"))))
            .Should().Equal("sato import upload 1 gone");
    }

    [Fact]
    public async Task Unauthenticated_requests_can_neither_fill_the_log_nor_hide_guesses_at_an_account()
    {
        await using var host = await AdminHost.StartAsync();
        var before = (await host.ActionsAsync()).Count;
        for (var i = 0; i < UnauthenticatedAttempts.MaxPerHour + 20; i++) await host.Open().PostAsync("/admin/upload", new FormUrlEncodedContent([]));

        var noise = (await host.ActionsAsync())[before..];
        noise.Should().HaveCount(UnauthenticatedAttempts.MaxPerHour + 1);
        noise[^1].Should().Be($"{UnauthenticatedAttempts.NoSession} request  omitted");
        await host.Open().TryToSignInAsync("sato", "not-the-password");
        (await host.ActionsAsync()).Should().EndWith("sato sign-in  failed");
        for (var i = 0; i < 10; i++) await host.Open().TryToSignInAsync("sato", "not-the-password");
        (await host.ActionsAsync()).Should().EndWith("sato sign-in  throttled", "an account has a share of its own");

        host.Store.Clock.Advance(TimeSpan.FromHours(1));
        (await EntriesOfAsync(host, () => host.Open().PostAsync("/admin/upload", new FormUrlEncodedContent([]))))
            .Should().ContainSingle("the next hour has its own share");
        var log = await (await host.SignInAsync()).OpenAsync("/admin/log");
        log.Page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToList())
            .Where(cells => cells[4] != host.RemoteAddress)
            .Select(cells => $"{cells[1]}: {cells[4]}")
            .Should().Equal("その他の送信: ―", "管理者の追加: コマンド", "参照表の登録: コマンド");
    }

    [Fact]
    public async Task An_action_that_breaks_is_logged_too()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Build());
        var form = await browser.OpenAsync("/admin/uploads/1");
        await host.Store.QueryAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE store_state RENAME TO lost"));

        var entries = await EntriesOfAsync(
            host,
            async () => (await browser.SubmitAsync(form, "/admin/uploads/1", "Publish", ("note", ""))).Status.Should().Be(HttpStatusCode.InternalServerError));

        entries.Should().Equal("sato import /admin/uploads/1 error");
    }

    private static async Task<List<string>> EntriesOfAsync(AdminHost host, Func<Task> action)
    {
        var before = (await host.ActionsAsync()).Count;
        await action();
        return (await host.ActionsAsync())[before..];
    }
}
