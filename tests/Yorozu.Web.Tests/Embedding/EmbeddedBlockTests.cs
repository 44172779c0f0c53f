using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Yorozu.Testing;
using Yorozu.Web.Tests.Caching;
using Yorozu.Web.Tests.Figures.Block;

namespace Yorozu.Web.Tests.Embedding;

/// <summary>A block in a frame of another site is the block of the page, without the page.</summary>
public sealed class EmbeddedBlockTests
{
    private const string Block = "/embed/trend/metrics/consultations";

    public static TheoryData<string> OnPublishedPages => [.. PageTableTests.Views.Select(view => (string)view[0])];

    public static TheoryData<string> OnYears =>
    [
        "/",
        "/metrics/one-stop-consultations?area=33&highlight=13,27",
        "/metrics/one-stop-consultations?view=all&smooth=12&show=yoy&heat=months",
        "/metrics/one-stop-consultations?asof=12",
        "/metrics/one-stop-trainees?area=47&lang=en",
        "/prefectures/33",
        "/prefectures/33/briefing",
        "/prefectures?order=value",
        "/compare?metric=one-stop-consultations&areas=13,27&view=annual",
        "/scatter?highlight=33",
    ];

    [Theory]
    [MemberData(nameof(OnPublishedPages))]
    public async Task Every_block_of_a_page_is_what_its_snippet_shows(string address)
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        await CompareAsync(app, address);
    }

    [Theory]
    [MemberData(nameof(OnYears))]
    public async Task Every_block_of_a_page_is_what_its_snippet_shows_over_the_years(string address)
    {
        await using var app = await WebApp.SharedEmbeddableHistoryAsync();

        await CompareAsync(app, address);
    }

    [Fact]
    public async Task The_snippet_is_a_frame_of_the_block_in_the_language_of_the_page()
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        var page = await app.GetPageAsync("/metrics/consultations?area=33&view=share");

        var embed = page.QuerySelector("#trend .figure-tools .embed")!;
        embed.QuerySelector("summary")!.TextContent.Should().Be("埋め込み");
        embed.QuerySelector("label")!.FirstChild!.TextContent.Trim()
            .Should().Be("ほかのサイトのページに貼り付けるHTML（表示できるサイト: intranet.example.jp、http://wiki:8080）");
        embed.QuerySelector("textarea")!.TextContent.Should().Be(
            "<iframe src=\"http://localhost/embed/trend/metrics/consultations?area=33&amp;view=share&amp;lang=ja\""
            + " title=\"相談対応件数、岡山県 | よろず支援拠点 実績ダッシュボード\" width=\"100%\" height=\"640\" style=\"border: 0\" loading=\"lazy\"></iframe>");
    }

    [Fact]
    public async Task It_says_where_it_comes_from_and_leads_to_its_page()
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        var frame = await app.GetPageAsync(Block + "?area=33&view=share");

        frame.Title.Should().Be($"{frame.QuerySelector("h2")!.TextContent} | よろず支援拠点 実績ダッシュボード");
        Texts(frame.QuerySelectorAll(".source")).Should().Equal(
            "出典: r03-results.txt 令和3年度（2021年度） 3月分まで公表 速報値 ✓ 検算 一致 61/61",
            "よろず支援拠点全国本部（中小機構）の公表資料「よろず支援拠点相談等実績」を加工して作成。数値は速報値で、後日確定する数値と差異が生じる場合があります。",
            "データ: 公表 2 の時点（2026年5月15日 更新） ・ よろず支援拠点 実績ダッシュボードで見る");
        LinkToPage(frame).Should().Be("/metrics/consultations?area=33&view=share#trend");
    }

    [Theory]
    [InlineData("/metrics/consultations")]
    [InlineData("/prefectures/33/briefing")]
    public async Task A_page_offers_it_only_where_a_site_may_show_it_and_this_one_has_a_name(string address)
    {
        await using var plain = await WebApp.SharedAsync();
        await using var app = await WebApp.SharedEmbeddableAsync();

        (await plain.GetPageAsync(address)).QuerySelectorAll(".embed").Should().BeEmpty();
        (await app.GetPageAsync(address)).QuerySelectorAll(".embed").Should().NotBeEmpty();
        app.Client.DefaultRequestHeaders.Host = "127.0.0.1";
        (await app.GetPageAsync(address)).QuerySelectorAll(".embed").Should().BeEmpty();
    }

    [Theory]
    [InlineData("/embed/nothing/metrics/consultations", HttpStatusCode.NotFound)]
    [InlineData("/embed/Trend/metrics/consultations", HttpStatusCode.NotFound)]
    [InlineData("/embed/trend/metrics/nothing", HttpStatusCode.NotFound)]
    [InlineData("/embed/trend/about", HttpStatusCode.NotFound)]
    [InlineData("/embed/trend/downloads", HttpStatusCode.NotFound)]
    [InlineData("/embed/trend/embed/trend/metrics/consultations", HttpStatusCode.NotFound)]
    [InlineData(Block + "?asof=made-up", HttpStatusCode.NotFound)]
    [InlineData(Block + "?csv=nothing", HttpStatusCode.NotFound)]
    [InlineData(Block + "?svg=months", HttpStatusCode.NotFound)]
    [InlineData(Block + "?view=nothing", HttpStatusCode.BadRequest)]
    [InlineData(Block + "?highlight=made-up", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_is_said_in_the_frame(string address, HttpStatusCode status)
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        var page = await app.GetPageAsync(address, status);

        page.QuerySelector("h1")!.TextContent.Should().Be(status == HttpStatusCode.NotFound ? "ページが見つかりません" : "アドレスの指定を読み取れません");
        HasNoFrameOfTheSite(page);
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/sign-in")]
    [InlineData("/css/base.css")]
    [InlineData("/healthz")]
    [InlineData("/extracts/observations.csv")]
    [InlineData("/api/v1/metrics")]
    public async Task Only_public_pages_are_below_it(string address)
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        using var itself = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        using var embedded = await app.Client.GetAsync(new Uri("/embed/trend" + address, UriKind.Relative));

        itself.StatusCode.Should().NotBe(HttpStatusCode.NotFound);
        embedded.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/embed")]
    [InlineData("/embed/")]
    [InlineData("/embed//metrics/consultations")]
    public async Task Without_a_block_there_is_nothing(string address)
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Its_language_is_not_remembered_for_the_site()
    {
        await using var app = await WebApp.SharedEmbeddableAsync();

        using var english = await app.Client.GetAsync(new Uri(Block + "?lang=en", UriKind.Relative));

        english.Content.Headers.ContentLanguage.Should().Equal("en");
        english.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await app.GetPageAsync("/metrics/consultations")).DocumentElement.GetAttribute("lang").Should().Be("ja");
    }

    [Fact]
    public async Task It_is_cached_apart_from_its_page_and_made_up_blocks_are_not()
    {
        await using var host = await CacheHost.StartWithAsync(
            [("Yorozu:Hosts", "localhost"), ("Yorozu:EmbedHosts", WebApp.EmbedHosts)], PageBuilder.Consultations(1).Build());
        string[] addresses = ["/metrics/one-stop-consultations", "/embed/trend/metrics/one-stop-consultations", "/embed/months/metrics/one-stop-consultations"];

        var first = new List<string>();
        foreach (var address in addresses) first.Add(await host.TextAsync(address));
        var bytes = host.CachedBytes;
        foreach (var (address, text) in addresses.Zip(first)) (await host.TextAsync(address + "?made-up=1")).Should().Be(text);

        first.Should().OnlyHaveUniqueItems();
        (host.Misses, host.Hits).Should().Be((3, 3));
        for (var i = 0; i < 20; i++) await host.TextAsync($"/embed/made-up-{i}/metrics/one-stop-consultations");
        host.CachedBytes.Should().Be(bytes);
    }

    private static async Task CompareAsync(WebApp app, string address)
    {
        var page = await app.GetPageAsync(address);

        var blocks = page.QuerySelectorAll("section.figure[data-file]");
        blocks.Should().NotBeEmpty();
        foreach (var block in blocks)
        {
            var snippet = (IHtmlInlineFrameElement)new HtmlParser().ParseDocument(block.QuerySelector(".embed textarea")!.TextContent).Body!.Children.Single();
            snippet.GetAttribute("title").Should().NotBeNullOrEmpty();
            var source = snippet.GetAttribute("src")!;
            source.Should().StartWith("http://localhost/embed/" + block.Id + "/");
            Compare(page, block, await app.GetPageAsync(new Uri(source).PathAndQuery));
        }
    }

    private static void Compare(IHtmlDocument page, IElement block, IHtmlDocument frame)
    {
        var embedded = frame.QuerySelectorAll("section.figure").Should().ContainSingle().Subject;
        foreach (var name in new[] { "id", "data-file", "data-notes" })
        {
            embedded.GetAttribute(name).Should().NotBeNullOrEmpty().And.Be(block.GetAttribute(name));
        }

        foreach (var part in new[] { "h2", ".subtitle", "table", "svg", ".note", ".source:not(.source ~ .source)" })
        {
            Texts(embedded.QuerySelectorAll(part)).Should().Equal(Texts(block.QuerySelectorAll(part)), "of {0} of {1}", part, block.Id);
        }

        var status = page.DocumentElement.GetAttribute("lang") == "ja" ? "速報値" : "Preliminary";
        Texts(embedded.QuerySelectorAll(".source span")).Should().Contain(status);
        embedded.QuerySelectorAll("table").Should().NotBeEmpty();
        var unit = page.DocumentElement.GetAttribute("lang") == "ja" ? "単位: " : "Unit: ";
        if (block.TextContent.Contains(unit)) embedded.TextContent.Should().Contain(unit);
        Same("link[rel=canonical]", "href");
        Same("meta[name=description]", "content");
        Same("html", "lang");
        frame.QuerySelector("meta[name=robots]")!.GetAttribute("content").Should().Be("noindex");
        Scripts(frame).Should().Equal(Scripts(page));
        LinkToPage(embedded).Should().EndWith("#" + block.Id);
        embedded.QuerySelectorAll(".button, [data-picture]").Should().BeEmpty("its tools stand on the page");
        HasNoFrameOfTheSite(frame);

        void Same(string selector, string name) =>
            frame.QuerySelector(selector)!.GetAttribute(name).Should().Be(page.QuerySelector(selector)!.GetAttribute(name));
    }

    private static void HasNoFrameOfTheSite(IHtmlDocument frame)
    {
        frame.QuerySelectorAll(".site-header, .release-line, .site-footer, .skip").Should().BeEmpty();
        frame.QuerySelectorAll("a[href]").Should().NotBeEmpty().And.OnlyContain(a => a.GetAttribute("target") == "_top", "other pages are not for frames");
    }

    private static IEnumerable<string?> Scripts(IHtmlDocument page) => page.QuerySelectorAll("script[src]").Select(s => s.GetAttribute("src"));

    private static string? LinkToPage(IParentNode block) => block.QuerySelector(".figure > .source:last-of-type a")!.GetAttribute("href");

    private static IEnumerable<string> Texts(IEnumerable<IElement> elements) =>
        elements.Select(e => string.Join(' ', e.TextContent.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)));
}
