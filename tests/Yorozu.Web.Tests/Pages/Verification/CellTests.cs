using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Yorozu.Data.Publishing;
using Yorozu.Testing;
using Yorozu.Web.Tests.Reliability;

namespace Yorozu.Web.Tests.Pages.Verification;

public sealed class CellTests
{
    [Fact]
    public async Task A_figure_leads_to_its_line_in_the_document()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/provenance?metric=consultations&area=33&month=2022-03");

        page.QuerySelector("h1")!.TextContent.Should().Be("岡山県の相談対応件数、2022年3月");
        page.QuerySelector(".lead-figure")!.TextContent.Should().Be("1,827件");
        page.QuerySelector(".printed")!.TextContent.Should().StartWith("岡山県　2,207　").And.EndWith("　1,827　27,291");
        page.QuerySelector("dl")!.TextContent.Should().Contain("1.相談対応件数(件)").And.Contain("r03-results.txt");
        page.QuerySelector("dl a[download]")!.GetAttribute("href").Should().Be("/releases/1/document");
    }

    [Fact]
    public async Task A_Shift_JIS_document_shows_its_line_in_a_program_that_has_read_none()
    {
        var shiftJis = CodePagesEncodingProvider.Instance.GetEncoding(932)!;
        var text = Encoding.UTF8.GetString(PageBuilder.Consultations(1).Build().Bytes.Span);
        await using var store = await TemporaryStore.CreateAsync(new DocumentFile("page.txt", shiftJis.GetBytes(text)));
        store.CloseConnections();
        await using var web = new WebProcess(store.Directory.Path);
        using var client = new HttpClient { BaseAddress = await web.Address };

        var page = await client.GetStringAsync(new Uri("/provenance?metric=one-stop-consultations&area=33&month=2026-04", UriKind.Relative));

        new HtmlParser().ParseDocument(page).QuerySelector(".printed")!.TextContent.Should().Be("岡山県　3,304　3,304");
    }

    [Fact]
    public async Task A_cumulative_shows_its_check()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/provenance?metric=consultations&area=33&fy=2021");

        page.QuerySelector("h1")!.TextContent.Should().Be("岡山県の相談対応件数、令和3年度（2021年度）の累計値");
        page.QuerySelector("#checks-title")!.Closest("section")!.TextContent.Should().Contain("27,291").And.Contain("✓ 一致");
    }

    [Fact]
    public async Task Every_row_of_the_ledger_leads_to_such_a_page()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "岡山県", 5, "1").Build());
        var ledger = await app.GetPageAsync("/verification");

        var links = ledger.QuerySelectorAll("main tbody a[href^='/provenance']").Select(a => a.GetAttribute("href")!).ToList();

        links.Should().HaveCount(2);
        foreach (var link in links) await app.GetPageAsync(link);
    }

    [Theory]
    [InlineData("/provenance?metric=consultations&area=33&month=2026-03")]
    [InlineData("/provenance?metric=consultations&area=33")]
    [InlineData("/provenance?metric=nothing&area=33&month=2022-03")]
    public async Task An_unknown_address_or_choice_gets_an_error_page(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }
}
