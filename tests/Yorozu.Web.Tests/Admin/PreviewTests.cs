using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

/// <summary>The public pages with an upload published, before it is.</summary>
public sealed class PreviewTests
{
    private const string Root = "/admin/preview/1";

    private static readonly string[] Pages =
    [
        "/", "/metrics", "/metrics/one-stop-consultations", "/metrics/one-stop-consultations?show=yoy&highlight=33", "/prefectures", "/prefectures/33",
        "/revisions", "/verification", "/releases", "/releases/2", "/compare?metric=one-stop-consultations&area=13&area=33", "/scatter", "/indicators",
        "/downloads?shape=pivot", "/about", "/api", "/?lang=en",
    ];

    private static DocumentFile May => PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 9).Build("may.txt");

    [Fact]
    public async Task Every_page_is_what_the_public_sees_after_the_publication()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);

        var previews = new Dictionary<string, string>();
        foreach (var address in Pages) previews[address] = Content((await browser.OpenAsync(Root + address)).Page);
        await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "岡山県の訂正"), ("acceptDate", "true"));

        (await host.Open().OpenAsync("/releases/2")).Status.Should().Be(HttpStatusCode.OK);
        foreach (var (address, preview) in previews)
        {
            var visitor = host.Open();
            Lines(preview).Should().Equal(Lines(Content((await visitor.OpenAsync(address)).Page)).Where(l => l != "<p>メモ: 岡山県の訂正</p>"), address);
        }
    }

    [Fact]
    public async Task A_preview_says_so_on_every_page_and_leads_back_to_the_review()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);

        var review = await browser.OpenAsync("/admin/uploads/1");
        var page = await browser.OpenAsync(review.Page.QuerySelector("#verdict p a")!.GetAttribute("href")!);

        page.Page.Title.Should().Be("プレビュー: よろず支援拠点 実績ダッシュボード");
        string.Join(' ', page.Page.QuerySelector(".preview")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should().Be(
            "プレビュー may.txt（令和8年度（2026年度） 5月分まで）を公開したときのページです。まだ公開していません。 確認に戻る");
        page.Page.QuerySelector(".preview a")!.GetAttribute("href").Should().Be("/admin/uploads/1");
        page.Response.Headers.CacheControl!.ToString().Should().Be("no-store");
        page.Response.Headers.GetValues("X-Robots-Tag").Should().Equal("noindex");
    }

    [Fact]
    public async Task Its_links_and_forms_stay_in_it()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);

        foreach (var address in Pages)
        {
            var page = (await browser.OpenAsync(Root + address)).Page;
            page.QuerySelectorAll("a[href^='/'], form[action^='/']").Select(e => e.GetAttribute("href") ?? e.GetAttribute("action"))
                .Should().OnlyContain(link => link!.StartsWith(Root + "/") || (link.StartsWith("/admin") && !link.StartsWith("/admin/preview")), address);
        }

        var front = (await browser.OpenAsync(Root + "/")).Page;
        foreach (var link in front.QuerySelectorAll("a[href^='/admin/preview/']").Select(a => a.GetAttribute("href")!).Distinct())
        {
            var answer = await browser.GetAsync(link);
            var isFile = link.Contains("csv=") || link.Contains("svg=");
            (answer.Page.QuerySelector(".preview") is null).Should().Be(isFile, link);
            if (isFile) answer.Status.Should().Be(HttpStatusCode.OK, link);
        }

        (await browser.GetAsync(Root + "/prefectures?code=33")).Location.Should().Be(Root + "/prefectures/33");
    }

    [Fact]
    public async Task Nothing_of_it_gets_to_the_public_or_into_the_store()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var visitor = host.Open();
        var before = Content((await visitor.OpenAsync("/")).Page);
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);
        var actions = await host.ActionsAsync();

        foreach (var address in Pages) await browser.OpenAsync(Root + address);

        Content((await visitor.OpenAsync("/")).Page).Should().Be(before);
        (await visitor.GetAsync("/releases/2")).Status.Should().Be(HttpStatusCode.NotFound);
        (await host.ActionsAsync()).Should().Equal(actions);
    }

    [Theory]
    [InlineData("/admin/preview/1/")]
    [InlineData("/admin/preview/1/metrics/one-stop-consultations?area=33")]
    [InlineData("/admin/preview/9/")]
    public async Task It_is_for_admins_only(string address)
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        await (await host.SignInAsync()).UploadAsync(May);

        (await host.Open().GetAsync(address)).Location.Should().Be("/admin/sign-in?returnUrl=" + Uri.EscapeDataString(address));
    }

    [Theory]
    [InlineData("/extracts/observations.csv")]
    [InlineData("/api/v1/observations")]
    [InlineData("/admin")]
    [InlineData("/admin/uploads/1")]
    [InlineData("/admin/preview/1/")]
    [InlineData("/nothing")]
    public async Task It_has_pages_only(string address)
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);

        var answer = await browser.GetAsync(Root + address);

        answer.Status.Should().Be(HttpStatusCode.NotFound);
        answer.Text.Should().Contain("プレビューにはこのページがありません").And.Contain("ダウンロードできるファイルも、公開するまではありません。");
        answer.Page.QuerySelector(".preview").Should().NotBeNull();
    }

    [Theory]
    [InlineData("/admin/preview/9/", "/admin/uploads/9")]
    [InlineData("/admin/preview/2/metrics", "/admin/uploads/2")]
    public async Task What_cannot_be_published_leads_to_its_review(string address, string review)
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);
        await browser.UploadAsync(PageBuilder.Consultations(2).Build("discarded.txt"));
        await browser.SubmitAsync("/admin/uploads/2", "Discard");

        (await browser.GetAsync(address)).Location.Should().Be(review);
    }

    [Fact]
    public async Task It_follows_what_is_published_meanwhile()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);
        await browser.UploadAsync(PageBuilder.Consultations(12, 2025).Build("march.txt"));
        (await browser.OpenAsync(Root + "/releases")).Page.QuerySelectorAll("main a[href^='/admin/preview/1/releases/']").Should().NotContain(
            a => a.GetAttribute("href")!.EndsWith("/3"));

        await browser.SubmitAsync("/admin/uploads/2", "Publish", ("acceptDate", "true"), ("note", "前の年度"));

        (await browser.GetAsync(Root + "/releases/3")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Its_copy_of_the_store_is_deleted_with_the_program()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        var browser = await host.SignInAsync();
        await browser.UploadAsync(May);
        await browser.OpenAsync(Root + "/");
        var folder = Path.Combine(host.Store.Directory.Path, "preview");
        Directory.GetDirectories(folder).Should().ContainSingle();

        await host.RestartAsync();

        Directory.Exists(folder).Should().BeFalse();
    }

    private static string[] Lines(string page) => page.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The page without the mark of a preview.</summary>
    private static string Content(IHtmlDocument page)
    {
        page.QuerySelector(".preview")?.Remove();
        page.Title = page.Title!.Replace("プレビュー: ", "").Replace("Preview: ", "");
        return page.ToHtml().Replace(Root, "");
    }
}
