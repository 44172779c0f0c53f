using System.Net;
using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages;

public sealed class CompareTests
{
    [Fact]
    public async Task Areas_stand_side_by_side_in_the_order_of_the_address()
    {
        await using var app = await WebApp.SharedAsync();

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
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/compare?metric=consultations&areas=33,27,13&order={order}");

        string.Join(' ', page.QuerySelectorAll("#comparison thead th").Skip(1).Select(h => h.TextContent)).Should().Be(expected);
    }

    [Theory]
    [InlineData("cumulative", "27,291", "16,403")]
    [InlineData("share", "5.4%", "2.5%")]
    [InlineData("index", "82.8", "57.4")]
    public async Task The_same_months_can_be_seen_in_other_ways(string view, string okayama, string tokyo)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/compare?metric=consultations&areas=33&areas=13&view={view}");

        Cells(page, 11).Should().Equal(okayama, tokyo);
    }

    [Fact]
    public async Task Areas_beyond_twelve_are_named_as_omitted()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?areas=01,02,03,04,05,06,07,08,09,10,11,12,13,14");

        page.QuerySelectorAll("#comparison thead th").Should().HaveCount(1 + 12);
        page.QuerySelector("[role=status]")!.TextContent.Should().Be("一度に比べられるのは12地域までです。入りきらなかった地域: 東京都、神奈川県");
    }

    [Fact]
    public async Task Every_region_fits_whole()
    {
        await using var app = await WebApp.SharedAsync();
        var regions = (await app.GetPageAsync("/compare"))
            .QuerySelectorAll("form .choices a")
            .Select(a => (a.TextContent, Href: a.GetAttribute("href")!))
            .ToList();

        var shown = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, href) in regions)
        {
            var page = await app.GetPageAsync(href);
            page.QuerySelector("[role=status]").Should().BeNull();
            shown[name] = [.. page.QuerySelectorAll("#comparison thead th").Skip(1).Select(h => h.TextContent)];
        }

        shown["関東"].Should().HaveCount(11).And.Contain(["山梨県", "長野県", "静岡県"]);
        shown.Values.SelectMany(areas => areas).Should().HaveCount(47).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_colour_stays_with_its_area_whatever_the_order()
    {
        await using var app = await WebApp.SharedAsync();

        foreach (var address in (string[])["areas=33,13,27", "areas=27,33,13", "areas=33,13,27&order=code", "areas=33,13,27&order=value"])
        {
            var heads = (await app.GetPageAsync($"/compare?metric=consultations&{address}")).QuerySelectorAll("#comparison thead th").Skip(1);

            heads.ToDictionary(h => h.TextContent, h => h.GetAttribute("data-color")).Should()
                .BeEquivalentTo(new Dictionary<string, string?> { ["東京都"] = "0", ["大阪府"] = "1", ["岡山県"] = "2" }, "of {0}", address);
        }
    }

    [Fact]
    public async Task Without_areas_the_page_asks_for_some()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare");

        page.QuerySelectorAll("input[name=areas]").Should().HaveCount(48);
        page.QuerySelector("#comparison").Should().BeNull();
    }

    [Fact]
    public async Task A_year_without_the_metric_stays_and_shows_the_lead_metric()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?metric=consultations&fy=2026&areas=33");

        page.QuerySelector("#comparison .subtitle")!.TextContent.Should().EndWith("令和8年度（2026年度）");
        page.QuerySelector("[data-fallback]")!.TextContent.Should()
            .Be("相談対応件数は令和8年度（2026年度）には公表されていないため、相談実績件数（ワンストップ相談窓口）を示しています。");
    }

    [Fact]
    public async Task An_unknown_metric_is_not_found()
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync("/compare?metric=unknown", HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Cells(IDocument page, int month) =>
        page.QuerySelectorAll("#comparison tbody tr")[month].QuerySelectorAll("td").Select(c => c.TextContent);
}
