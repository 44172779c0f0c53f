using System.Net;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Testing;
using static Yorozu.Web.Tests.Admin.ReviewPage;

namespace Yorozu.Web.Tests.Admin;

/// <summary>What the review of an upload shows, and what becomes of the upload.</summary>
public sealed class ReviewTests
{
    private const string Consultations = "2.相談実績件数";
    private const string Section = "(1)ワンストップ相談窓口";

    [Fact]
    public async Task The_review_shows_what_a_document_is_and_what_it_would_change()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Build("may.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");

        review.Text.Should().Contain("令和8年度（2026年度） 5月分まで").And.Contain("テキスト、utf-8").And.Contain("新しい値 48件").And.Contain("変わる値 2件、変わらない値 46件")
            .And.Contain("公開ページに新しい値48件が加わり、2件の値が置き換わります。間違えたときは、管理トップの「取り下げる…」で前の値に戻せます。");
        Rows(review, "#revisions").Should().Equal("全国 相談実績件数 2026年4月 112,988 → 109,693 −3,295", "岡山県 相談実績件数 2026年4月 3,304 → 9 −3,295");
        Rows(review, "#new").Single().Should().StartWith("相談実績件数 （ワンストップ相談窓口） 113,035 48");
    }

    [Fact]
    public async Task The_review_offers_the_day_that_was_given_with_the_upload()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var proposal = await host.Store.PrepareAsync(PageBuilder.Consultations(1, 2025).Build());
        await host.UseAsync<StagingArea, UploadOutcome>(staging => staging.UploadAsync(proposal, new Actor("cron"), default, new DateOnly(2025, 5, 20)));

        (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelector("#publishedOn")!.GetAttribute("value").Should().Be("2025-05-20");
    }

    [Fact]
    public async Task The_review_asks_for_the_day_of_publication_and_offers_today()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1, 2025).Build());

        var field = (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelector("#publishedOn")!;
        var refused = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("publishedOn", "2025-03-31"));
        var published = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("publishedOn", "2025-05-20"));

        (field.GetAttribute("value"), field.GetAttribute("max"), field.HasAttribute("required")).Should().Be(("2026-05-15", "2026-05-15", true));
        refused.Text.Should().Contain("まだ公開していません。公表日は、値のある最後の月の初め（2025-04-01）から今日（2026-05-15）までの日にしてください。");
        refused.Page.QuerySelector("#publishedOn")!.GetAttribute("value").Should().Be("2025-03-31");
        published.Location.Should().Be("/admin?done=published&release=1");
        (await browser.OpenAsync("/releases/1")).Text.Should().Contain("公表日 2025年5月20日。");
    }

    [Fact]
    public async Task Without_a_day_nothing_is_published()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1, 2025).Build());

        var refused = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("publishedOn", ""));

        refused.Text.Should().Contain("まだ公開していません。公表日を 2026-05-15 のように指定してください。");
        (await browser.OpenAsync("/admin/uploads/1")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_name_that_resembles_a_known_one_is_decided_in_the_review()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        host.Store.Clock.AdvanceTo(2026, 6, 1);
        var browser = await host.SignInAsync();
        await browser.UploadAsync(new PageBuilder(new FiscalYear(2026), 2).Metric(Section, "2.相談実積件数").Build("may.txt"));
        var asked = await browser.OpenAsync("/admin/uploads/1");

        var decided = await PressAsync(asked, "Decide");
        var reopened = await PressAsync(decided, "Undecide");
        decided = await PressAsync(reopened, "Decide");

        asked.Text.Should().Contain("新しい値 96件");
        asked.Page.QuerySelector("#names li")!.TextContent.Should().Contain("— 既知の「相談実績件数」に似ています").And.Contain("既知の「相談実績件数」と同じにする");
        reopened.Page.QuerySelector("#names li")!.TextContent.Should().Be(asked.Page.QuerySelector("#names li")!.TextContent);
        decided.Text.Should().Contain("新しい値 48件").And.NotContain("新しい名前として公開する");
        decided.Page.QuerySelector("#names h2")!.TextContent.Should().Be("既知の名前として読んだ名前 1件");
        decided.Page.QuerySelector("#names li")!.TextContent.Should().Contain("「相談実積件数」は既知の「相談実績件数」と同じ名前として読みました。");
        (await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""))).Location.Should().Be("/admin?done=published&release=2");

        async Task<Answer> PressAsync(Answer review, string action)
        {
            (await browser.SubmitAsync(review, "/admin/uploads/1", "=" + action)).Location.Should().Be("/admin/uploads/1#names");
            return await browser.OpenAsync("/admin/uploads/1");
        }
    }

    [Fact]
    public async Task Revisions_are_filtered_by_the_address()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Figure(Consultations, "沖縄県", 4, 8).Build());

        var all = await browser.OpenAsync("/admin/uploads/1");
        var okayama = await browser.OpenAsync("/admin/uploads/1?metric=one-stop-consultations&area=33");
        var none = await browser.OpenAsync("/admin/uploads/1?area=01");

        Rows(all, "#revisions").Should().HaveCount(3);
        Rows(okayama, "#revisions").Should().ContainSingle().Which.Should().StartWith("岡山県");
        okayama.Page.QuerySelector("#revisions caption")!.TextContent.Should().Contain("3件のうち1件");
        Rows(none, "#revisions").Should().BeEmpty();
    }

    [Fact]
    public async Task Publishing_a_revision_needs_a_note_and_then_everybody_sees_figure_and_note()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Figure(Consultations, "岡山県", 4, 9).Build());

        var silent = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", " "));
        var explained = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "公表元が訂正した"));

        silent.Alert.Should().StartWith("まだ公開していません。").And.EndWith("理由をメモに書いてください。");
        explained.Location.Should().Be("/admin?done=published&release=2");
        (await browser.OpenAsync(explained.Location!)).Text.Should().Contain("公表 2 として公開しました");
        (await host.Open().OpenAsync("/releases/2")).Text.Should().Contain("公表元が訂正した").And.Contain("管理者").And.NotContain("sato");
        (await browser.GetAsync("/admin/uploads/1")).Location.Should().Be("/admin?done=gone");
    }

    [Fact]
    public async Task A_discarded_document_is_gone_and_nothing_changed()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.UploadAsync(PageBuilder.Consultations(1).Build());

        (await browser.SubmitAsync("/admin/uploads/1", "Discard")).Location.Should().Be("/admin?done=discarded");

        (await browser.OpenAsync("/admin?done=discarded")).Text.Should().Contain("確認待ちの資料はありません");
        (await host.ActionsAsync()).Should().EndWith("sato discard page.txt discarded");
    }
}
