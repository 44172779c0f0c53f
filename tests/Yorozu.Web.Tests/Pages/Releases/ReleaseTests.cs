using System.Net;
using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Releases;

public sealed class ReleaseTests
{
    [Fact]
    public async Task The_list_says_what_each_release_brought()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Build("april.txt"),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "東京都", 4, 7).Build("may.txt"));

        var page = await app.GetPageAsync("/releases");

        var rows = page.QuerySelectorAll("main tbody tr");
        rows.Select(r => r.QuerySelectorAll("td")[2].TextContent).Should().Equal("may.txt", "april.txt");
        // 48 new months; 東京都 and the country have another April now.
        rows[0].QuerySelectorAll("td").Skip(3).Take(4).Select(c => c.TextContent).Should().Equal("1", "96", "48", "2");
        rows[0].QuerySelectorAll("td")[1].TextContent.Should().Be("2026年5月15日");
    }

    [Fact]
    public async Task The_list_is_folded_by_fiscal_year_but_for_the_newest()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var years = (await app.GetPageAsync("/releases")).QuerySelectorAll("details.fold");

        years.Select(y => string.Join(' ', y.QuerySelector("summary")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Should().Equal(
            "令和8年度（2026年度） 公表 9件",
            "令和7年度（2025年度） 公表 12件",
            "令和6年度（2024年度） 公表 12件",
            "令和5年度（2023年度） 公表 12件",
            "令和4年度（2022年度） 公表 12件",
            "令和3年度（2021年度） 公表 1件");
        years.Select(y => y.HasAttribute("open")).Should().Equal(true, false, false, false, false, false);
        years[0].QuerySelectorAll("tbody th a").Select(a => a.TextContent.Trim()).Should().StartWith(["12月分まで", "11月分まで"]);
        years[0].QuerySelector("tbody td")!.TextContent.Should().Be("公表 58");
    }

    [Fact]
    public async Task A_release_shows_its_document_and_gives_it_back_byte_for_byte()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/releases/1");
        using var response = await app.Client.GetAsync(new Uri("/releases/1/document", UriKind.Relative));

        page.QuerySelector(".hash")!.TextContent.Should().Be(PublishedDocuments.Fy2021.Sha256);
        page.QuerySelectorAll("#tables tbody tr").Should().HaveCount(4);
        (await response.Content.ReadAsByteArrayAsync()).Should().Equal(PublishedDocuments.Fy2021.Bytes.ToArray());
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream", "a saved page must not run as a page of this site");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be("r03-results.txt");
    }

    [Theory]
    [InlineData("", "2026年5月15日に公開、公開者 管理者。")]
    [InlineData("?lang=en", "Published 15 May 2026 by an administrator.")]
    public async Task What_changed_comes_first_and_the_document_last(string query, string published)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/releases/2" + query);

        page.QuerySelector(".page-head .muted")!.TextContent.Trim().Should().StartWith(published);
        page.QuerySelectorAll("main section.figure > header > h2").Select(h => h.Id).Should().StartWith("news-title").And.EndWith("document-title");
    }

    [Fact]
    public async Task A_withdrawn_release_says_so()
    {
        await using var app = await WebApp.StartPublishedAsync();
        await app.Store.WithdrawAsync(2);

        var page = await app.GetPageAsync("/releases/2");

        page.QuerySelector(".banner")!.TextContent.Should().Contain("取り下げられました");
        page.QuerySelectorAll("#tables tbody td:last-child").Select(c => c.TextContent).Distinct().Should().Equal("取り下げ");
        (await app.GetPageAsync("/")).QuerySelector(".release-line")!.TextContent.Should().Contain("令和3年度（2021年度） 3月分まで公表");
    }

    [Fact]
    public async Task A_withdrawn_release_links_to_the_state_it_made()
    {
        await using var app = await WebApp.StartAsync(
            PublishedDocuments.Fy2021,
            PageBuilder.Consultations(1).Build(),
            PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 1).Printed("2.相談実績件数", "沖縄県", 0, "1").Build());
        await app.Store.WithdrawAsync(3);
        await app.Store.WithdrawAsync(2);

        var links = (await app.GetPageAsync("/releases/3")).QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")!).Distinct().ToList();

        links.Should().HaveCountGreaterThan(10).And.OnlyContain(h => h.EndsWith("&asof=3", StringComparison.Ordinal));
        foreach (var link in links) (await app.Client.GetAsync(new Uri(link, UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.OK, "of {0}", link);
    }

    [Fact]
    public async Task Before_it_was_withdrawn_a_release_stands()
    {
        await using var app = await WebApp.StartPublishedAsync();
        await app.Store.WithdrawAsync(1);

        var page = await app.GetPageAsync("/releases/1?asof=2");

        page.QuerySelector(".page-head .banner").Should().BeNull();
        page.QuerySelectorAll("#tables tbody td:last-child").Select(c => c.TextContent).Distinct().Should().Equal("表示中");
    }

    [Theory]
    [InlineData("/releases/99")]
    [InlineData("/releases/99/document")]
    [InlineData("/releases/1/other")]
    [InlineData("/releases/2?asof=1")]
    public async Task An_unknown_address_or_choice_gets_an_error_page(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }
}
