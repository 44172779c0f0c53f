using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Downloads;

public sealed class IndexTests
{
    [Fact]
    public async Task Rows_and_size_are_known_before_the_click_and_before_the_file_is_made()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var page = await app.GetPageAsync("/downloads");
        Directory.Exists(Path.Combine(app.Store.Directory.Path, "cache")).Should().BeFalse("the page makes no file that nobody asked for");
        var exact = await app.GetPageAsync("/downloads?hash=1");
        var bytes = await app.Client.GetByteArrayAsync("/extracts/observations.csv");

        page.QuerySelector(".file-size")!.TextContent.Should().Contain("2,976行").And.Contain("約");
        SizeOf(page).Should().BeApproximately(bytes.Length / 1000.0, bytes.Length / 1000.0 * 0.05);
        exact.QuerySelector(".file-size")!.TextContent.Should().Contain("2,976行").And.Contain($"{bytes.Length:#,0} B").And.NotContain("約");
        page.QuerySelector(".address input")!.GetAttribute("value").Should().Be("http://localhost/extracts/observations.csv");
        page.QuerySelectorAll("input[name=metric]").Should().HaveCount(16);
        page.QuerySelectorAll("input[name=area]").Should().HaveCount(48);
    }

    [Fact]
    public async Task A_choice_is_in_the_address_and_stays()
    {
        await using var app = await WebApp.SharedAsync();
        var page = await app.GetPageAsync("/downloads?metric=visitors&area=33&area=00&fy=2021&from=&to=2021-06&shape=wide&encoding=shift_jis&headings=ja");

        page.QuerySelector(".file-size")!.TextContent.Should().Contain("2行");
        var link = page.QuerySelector<IHtmlAnchorElement>(".figure-tools a.primary")!.GetAttribute("href")!;
        link.Should().Be("/extracts/observations.csv?metric=visitors&area=00&area=33&fy=2021&to=2021-06&shape=wide&encoding=shift_jis&lang=ja");
        (await app.Client.GetAsync(link)).EnsureSuccessStatusCode();
        page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")).Should().BeEquivalentTo("visitors", "00", "33", "2021", "wide");
        page.QuerySelectorAll("option[selected]").Select(o => o.GetAttribute("value")).Should().Contain(["shift_jis", "ja"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?asof=1")]
    public async Task The_page_carries_the_description_of_the_data_for_search_engines(string query)
    {
        await using var app = await WebApp.SharedAsync();

        var data = (await app.GetPageAsync("/downloads" + query)).QuerySelector("script[type='application/ld+json']")!.TextContent;

        var described = JsonNode.Parse(await app.Client.GetStringAsync("/dataset.jsonld" + query))!;
        // The page makes no file to measure it.
        foreach (var measured in new[] { "contentSize", "sha256" }) described["distribution"]![0]!.AsObject().Remove(measured).Should().BeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(data), described).Should().BeTrue();
        data.Should().NotContain("<");
    }

    [Fact]
    public async Task Figures_per_head_are_cited_with_their_denominator_its_date_and_source()
    {
        await using var app = await WebApp.SharedAsync();

        var citation = (await app.GetPageAsync("/downloads")).QuerySelectorAll(".address textarea")[1].TextContent;

        citation.Should().StartWith("人口: 2020-10-01、").And.Contain("令和2年国勢調査").And.EndWith("、http://localhost/extracts/reference.csv");
    }

    [Fact]
    public async Task The_citation_leads_to_the_bytes_it_names()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var page = await app.GetPageAsync("/downloads?metric=visitors");
        page.QuerySelector(".address textarea")!.TextContent.Should().EndWith("?metric=visitors&asof=2");
        var citation = (await app.GetPageAsync(page.QuerySelector("a[rel=nofollow]")!.GetAttribute("href")!)).QuerySelector(".address textarea")!.TextContent;

        citation.Should().StartWith("よろず支援拠点全国本部").And.Contain("公表 2 の時点（2026-05-15）");
        var address = citation.Split('、').Single(p => p.StartsWith("http", StringComparison.Ordinal));
        address.Should().EndWith("?metric=visitors&asof=2");
        var hash = Convert.ToHexStringLower(SHA256.HashData(await app.Client.GetByteArrayAsync(address)));
        citation.Should().EndWith($"、{(await app.Client.GetByteArrayAsync(address)).Length:#,0} B、SHA-256 {hash}");
        await app.Store.PublishAsync(PageBuilder.Consultations(2).Metric("", "2.来訪相談者数").Build());
        Convert.ToHexStringLower(SHA256.HashData(await app.Client.GetByteArrayAsync(address))).Should().Be(hash, "the address is pinned");
    }

    [Fact]
    public async Task After_a_withdrawal_too_the_citation_has_an_address_that_keeps_its_bytes()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var before = await app.Client.GetByteArrayAsync("/extracts/observations.csv?asof=1");
        await app.Store.WithdrawAsync(2);

        var citation = (await app.GetPageAsync("/downloads")).QuerySelector(".address textarea")!.TextContent;

        citation.Should().Contain("公表 2 を取り下げた時点（2026-05-15）").And.EndWith("/extracts/observations.csv?asof=2-withdrawn");
        var address = citation.Split('、')[^1];
        (await app.Client.GetByteArrayAsync(address)).Should().Equal(before, "release 2 came last");
        await app.Store.PublishAsync(PageBuilder.Consultations(2).Metric("", "2.来訪相談者数").Build());
        (await app.Client.GetByteArrayAsync(address)).Should().Equal(before, "the address is pinned");
        (await app.GetPageAsync("/downloads?asof=2-withdrawn")).QuerySelector(".address textarea")!.TextContent.Should().Be(citation);
        (await app.GetPageAsync("/?asof=2-withdrawn")).QuerySelector(".banner")!.TextContent.Should().Contain("公表 2 を取り下げた時点の値");
    }

    [Theory]
    [InlineData("", "このファイルのURL（いつも最新のデータを返します）")]
    [InlineData("?asof=1", "このファイルのURL（公表 1 の時点のデータを返します）")]
    [InlineData("?asof=1&lang=en", "Address of this file (data as of release 1)")]
    public async Task The_address_of_the_file_says_which_data_it_gives(string query, string label)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/downloads" + query)).QuerySelector(".address span")!.TextContent.Should().Be(label);
    }

    [Fact]
    public async Task The_citation_of_a_day_says_that_its_figures_can_change()
    {
        await using var app = await WebApp.SharedAsync();

        (await LabelAsync("?asof=2026-06-01")).Should().Contain("取り下げや後からの取り込みで、値が変わることがあります");
        (await LabelAsync("?asof=2")).Should().StartWith("引用（この版に固定したURL）");

        async Task<string> LabelAsync(string query) =>
            (await app.GetPageAsync("/downloads" + query)).QuerySelector(".address:has(textarea) span")!.TextContent;
    }

    [Theory]
    [InlineData("1-withdrawn")]
    [InlineData("02-withdrawn")]
    [InlineData("-withdrawn")]
    [InlineData("2-Withdrawn")]
    public async Task A_snapshot_has_one_spelling_and_exists(string name)
    {
        await using var app = await WebApp.StartPublishedAsync();
        await app.Store.WithdrawAsync(2);

        await app.GetPageAsync("/?asof=" + name, HttpStatusCode.NotFound);
        (await app.Client.GetAsync("/extracts/observations.csv?asof=" + name)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("utf-8-bom", "encoding=\"utf-8-sig\"", "locale(encoding = \"UTF-8\")", "Encoding = 65001")]
    [InlineData("utf-8", "encoding=\"utf-8\"", "locale(encoding = \"UTF-8\")", "Encoding = 65001")]
    [InlineData("shift_jis", "encoding=\"cp932\"", "locale(encoding = \"CP932\")", "Encoding = 932")]
    public async Task Snippets_name_the_chosen_encoding(string encoding, string python, string r, string powerQuery)
    {
        await using var app = await WebApp.SharedAsync();
        var snippets = (await app.GetPageAsync("/downloads?encoding=" + encoding)).QuerySelectorAll(".snippet pre").Select(p => p.TextContent).ToList();

        snippets[0].Should().Contain(python);
        snippets[1].Should().Contain(r).And.Contain("col_types = \"dcccccccc");
        snippets[2].Should().Contain(powerQuery).And.Contain("{\"area_code\", type text}")
            .And.Contain("{\"value\", Int64.Type}").And.Contain("{\"is_total\", Int64.Type}");
    }

    [Fact]
    public async Task Every_column_and_every_other_address_is_explained_and_works()
    {
        await using var app = await WebApp.SharedAsync();
        var page = await app.GetPageAsync("/downloads");

        page.QuerySelectorAll("#dictionary > .scroll th code").Should().HaveCount(16);
        page.QuerySelectorAll("#dictionary details caption").Select(c => c.TextContent).Should()
            .Equal("metrics.csv の列", "prefectures.csv の列", "releases.csv の列", "revisions.csv の列", "vintages.csv の列", "findings.csv の列",
                "indicators.csv の列", "reference.csv の列");
        var links = page
            .QuerySelectorAll("section:last-of-type th a, link[rel=describedby], link[rel=alternate], link[rel=service-desc]")
            .Select(a => a.GetAttribute("href")!)
            .ToList();
        links.Should().HaveCountGreaterThan(14);
        foreach (var link in links) (await app.Client.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK, "of {0}", link);
    }

    [Fact]
    public async Task An_impossible_choice_is_reported()
    {
        await using var app = await WebApp.SharedAsync();
        var page = await app.GetPageAsync("/downloads?area=99", HttpStatusCode.BadRequest);

        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("「area」の値「99」は使えません");
    }

    [Theory]
    [InlineData("2")]
    public async Task The_hash_is_asked_for_in_one_way(string hash)
    {
        await using var app = await WebApp.SharedAsync();
        var page = await app.GetPageAsync($"/downloads?metric=visitors&hash={hash}", HttpStatusCode.BadRequest);

        page.QuerySelector("[role=alert]")!.TextContent.Should().Contain("「hash」の値「");
        page.QuerySelector("a[rel=nofollow]")!.GetAttribute("href").Should().Be("/downloads?metric=visitors&hash=1#file-title");
    }

    [Theory]
    [InlineData("")]
    [InlineData("metric=visitors&area=33&area=00&fy=2021&to=2021-06")]
    [InlineData("shape=wide&encoding=shift_jis&headings=ja")]
    [InlineData("from=2021-06&to=2026-04&area=01&area=13&area=47&shape=wide")]
    [InlineData("fy=1999")]
    [InlineData("region=kyushu&totals=exclude")]
    [InlineData("part=合計&part=出向者&shape=wide&totals=exclude")]
    public async Task Rows_are_exact_and_sizes_about_right(string choice)
    {
        await using var app = await WebApp.SharedAsync();
        var about = await app.GetPageAsync("/downloads?" + choice);
        var exact = await app.GetPageAsync("/downloads?hash=1&" + choice);

        about.QuerySelector(".file-size strong")!.TextContent.Should().Be(exact.QuerySelector(".file-size strong")!.TextContent);
        SizeOf(about).Should().BeApproximately(SizeOf(exact), SizeOf(exact) * 0.05);
    }

    private static double SizeOf(IHtmlDocument page)
    {
        var size = page.QuerySelectorAll(".file-size strong")[1].TextContent.Split(' ');
        return double.Parse(size[0], CultureInfo.InvariantCulture) * (size[1] == "KB" ? 1 : 0.001);
    }
}
