using System.Net;
using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages;

public sealed class CompareTests
{
    [Fact]
    public async Task Areas_stand_side_by_side_in_the_order_of_the_address()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/compare?metric=consultations&areas=33,13");

        page.QuerySelectorAll("#comparison thead th").Select(h => h.TextContent).Should().Equal("月", "岡山県", "東京都");
        Cells(page, 11).Should().Equal("1,827", "850");
        page.QuerySelector("#comparison a[download][href^='/extracts']")!.GetAttribute("href")
            .Should().Be("/extracts/observations.csv?metric=consultations&fy=2021&area=33&area=13");
    }

    [Theory]
    [InlineData("code", "東京都 大阪府 岡山県")]
    [InlineData("value", "岡山県 東京都 大阪府")]
    public async Task Areas_can_stand_by_code_or_the_greatest_first(string order, string expected)
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync($"/compare?metric=consultations&areas=33,27,13&order={order}");

        string.Join(' ', page.QuerySelectorAll("#comparison thead th").Skip(1).Select(h => h.TextContent)).Should().Be(expected);
    }

    [Theory]
    [InlineData("cumulative", "27,291", "16,403")]
    [InlineData("share", "5.4%", "2.5%")]
    [InlineData("index", "82.8", "57.4")]
    public async Task The_same_months_can_be_seen_in_other_ways(string view, string okayama, string tokyo)
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync($"/compare?metric=consultations&areas=33&areas=13&view={view}");

        Cells(page, 11).Should().Equal(okayama, tokyo);
    }

    [Fact]
    public async Task More_than_eight_are_cut_and_said_so()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/compare?areas=01,02,03,04,05,06,07,08,09");

        page.QuerySelectorAll("#comparison thead th").Should().HaveCount(9);
        page.QuerySelector("[role=status]")!.TextContent.Should().Contain("8を超えたため");
    }

    [Fact]
    public async Task Without_areas_the_page_asks_for_some()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/compare");

        page.QuerySelectorAll("input[name=areas]").Should().HaveCount(48);
        page.QuerySelector("#comparison").Should().BeNull();
    }

    [Fact]
    public async Task A_metric_without_the_year_looked_at_is_shown_in_its_own()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/compare?metric=consultations&fy=2026&areas=33");

        page.QuerySelector("#comparison .subtitle")!.TextContent.Should().EndWith("令和3年度（2021年度）");
    }

    [Fact]
    public async Task An_unknown_metric_is_not_found()
    {
        await using var app = await WebApp.StartPublishedAsync();

        await app.GetPageAsync("/compare?metric=unknown", HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Cells(IDocument page, int month) =>
        page.QuerySelectorAll("#comparison tbody tr")[month].QuerySelectorAll("td").Select(c => c.TextContent);
}
