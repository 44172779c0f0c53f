using System.Net;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class RaceTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_second_of_two_admins_to_publish_gets_a_conflict_and_reviews_again()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        host.Store.Clock.AdvanceTo(2026, 6, 1);
        await host.AddAdminAsync("suzuki");
        var sato = await host.SignInAsync();
        var suzuki = await host.SignInAsync("suzuki");
        await sato.UploadAsync(PageBuilder.Consultations(2).Build("may.txt"));
        await suzuki.UploadAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 5, 9).Build("may-corrected.txt"));
        var seenBySuzuki = await suzuki.OpenAsync("/admin/uploads/2");

        var first = await sato.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""));
        var second = await suzuki.SubmitAsync(seenBySuzuki, "/admin/uploads/2", "Publish", ("note", "5月分"));

        first.Location.Should().Be("/admin?done=published&release=2");
        seenBySuzuki.Text.Should().Contain("公開中の値から変わるところはありません");
        second.Status.Should().Be(HttpStatusCode.OK);
        second.Alert.Should().StartWith("まだ公開していません。確認している間に、ほかの公表か取り下げ、または名前の判断がありました。");
        second.Text.Should().Contain("公開中の値から変わるところ 2件", "it is compared with what stands now");
        second.Page.QuerySelector("#note")!.TextContent.Should().Be("5月分", "what was typed is kept");
        (await suzuki.SubmitAsync(second, "/admin/uploads/2", "Publish", ("note", "5月分の訂正"))).Location.Should().Be("/admin?done=published&release=3");
    }

    [Fact]
    public async Task Two_concurrent_publications_of_a_document_publish_it_once()
    {
        await using var host = await AdminHost.StartAsync();
        await host.AddAdminAsync("suzuki");
        var sato = await host.SignInAsync();
        var suzuki = await host.SignInAsync("suzuki");
        await sato.UploadAsync(PublishedDocuments.Fy2026April);
        var forms = (await sato.OpenAsync("/admin/uploads/1"), await suzuki.OpenAsync("/admin/uploads/1"));

        var answers = await Task.WhenAll(
            Task.Run(() => sato.SubmitAsync(forms.Item1, "/admin/uploads/1", "Publish", ("note", "a"))),
            Task.Run(() => suzuki.SubmitAsync(forms.Item2, "/admin/uploads/1", "Publish", ("note", "b"))));

        answers.Count(a => a.Location == "/admin?done=published&release=1").Should().Be(1);
        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.Redirect);
        (await host.Store.QueryAsync(db => Task.FromResult(db.Releases.Count()))).Should().Be(1);
    }

    [Fact]
    public async Task Uploads_during_a_publish_wait_their_turn_and_none_is_lost()
    {
        await using var host = await AdminHost.StartAsync();
        var publisher = await host.SignInAsync();
        await publisher.UploadAsync(PublishedDocuments.Fy2026April);
        var uploaders = new List<AdminBrowser>();
        for (var i = 0; i < 4; i++) uploaders.Add(await host.SignInAsync());

        var publish = Task.Run(() => publisher.SubmitAsync("/admin/uploads/1", "Publish", ("note", "")));
        var uploads = await Task.WhenAll(
            uploaders.Select((u, i) => Task.Run(() => u.UploadAsync(PageBuilder.Consultations(1, 2010 + i).Build($"{2010 + i}.txt")))));

        (await publish).Location.Should().Be("/admin?done=published&release=1");
        uploads.Select(a => a.Location).Should().OnlyHaveUniqueItems().And.OnlyContain(l => l!.StartsWith("/admin/uploads/"));
        (await publisher.OpenAsync("/admin")).Page.QuerySelectorAll("section[aria-labelledby=waiting-title] tbody tr").Should().HaveCount(4);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_a_review_loses_nothing()
    {
        await using var host = await AdminHost.StartAsync();
        var before = await host.SignInAsync();
        await before.UploadAsync(PublishedDocuments.Fy2026April);
        var form = await before.OpenAsync("/admin/uploads/1");

        await host.RestartAsync();

        var after = host.Open();
        foreach (var cookie in before.Cookies) after.SetCookie(cookie.Name, cookie.Value);
        (await after.OpenAsync("/admin/uploads/1")).Text.Should().Be(form.Text);
        (await after.SubmitAsync(form, "/admin/uploads/1", "Publish", ("note", ""))).Location.Should().Be("/admin?done=published&release=1");
    }
}
