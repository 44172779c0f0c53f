using System.Net;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class WithdrawTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task The_changes_of_a_withdrawal_are_shown_first()
    {
        await using var host = await AdminHost.StartAsync(
            PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Build());
        var browser = await host.SignInAsync();

        var preview = await browser.OpenAsync("/admin/releases/2/withdraw");
        var silent = await browser.SubmitAsync(preview, "/admin/releases/2/withdraw", "", ("note", " "));
        var done = await browser.SubmitAsync("/admin/releases/2/withdraw", "", ("note", "資料の取り違え"));

        preview.Text.Should().Contain("1表の値が変わります").And.Contain("公表 1 の値に戻る").And.Contain("変わる値 2件");
        preview.Page.QuerySelectorAll("#revisions tbody tr")[1].TextContent.Should().MatchRegex(@"岡山県\s*相談実績件数\s*2026年4月\s*9\s*→\s*3,304\s*\+3,295");
        silent.Alert.Should().Be("まだ取り下げていません。理由を書いてください。");
        done.Location.Should().Be("/admin?done=withdrawn&release=2");
        (await host.Open().OpenAsync("/releases/2")).Text.Should().Contain("取り下げられました").And.Contain("資料の取り違え");
        (await browser.GetAsync("/admin/releases/2/withdraw")).Status.Should().Be(HttpStatusCode.NotFound);
        (await host.ActionsAsync()).Should().EndWith("sato withdraw release 2 withdrawn");
    }

    [Fact]
    public async Task Figures_that_get_another_value_come_before_those_that_vanish()
    {
        await using var host = await AdminHost.StartAsync(
            PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Figure(Consultations, "沖縄県", 4, 9).Build());
        var browser = await host.SignInAsync();

        var preview = await browser.OpenAsync("/admin/releases/2/withdraw");

        preview.Page.QuerySelector("#revisions-title")!.TextContent.Should().Be("変わる値 50件（うち48件は未公表になる）");
        preview.Page.QuerySelectorAll("#revisions tbody tr").Take(3).Select(r => r.Children[^2].TextContent).Should().Equal("112,988", "4,704", "未公表");
    }

    [Fact]
    public async Task A_preview_from_before_another_publication_is_shown_again()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        var preview = await browser.OpenAsync("/admin/releases/1/withdraw");
        await host.Store.PublishAsync(PageBuilder.Consultations(2).Build());

        var stale = await browser.SubmitAsync(preview, "/admin/releases/1/withdraw", "", ("note", "誤り"));

        stale.Alert.Should().StartWith("まだ取り下げていません。確認している間に");
        stale.Text.Should().Contain("表示は変わりません");
        (await host.Store.QueryAsync(db => Task.FromResult(db.Releases.Count(r => r.WithdrawnVersion != null)))).Should().Be(0);
        (await host.ActionsAsync()).Should().EndWith("sato withdraw release 1 base-moved");
    }

    [Fact]
    public async Task The_same_document_may_be_published_again_after_it_was_withdrawn()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.SubmitAsync("/admin/releases/1/withdraw", "", ("note", "誤り"));

        (await browser.UploadAsync(PageBuilder.Consultations(1).Build())).Location.Should().Be("/admin/uploads/1");
        (await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""))).Location.Should().Be("/admin?done=published&release=2");
    }
}
