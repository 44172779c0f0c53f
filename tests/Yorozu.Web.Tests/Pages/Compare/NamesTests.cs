using System.Net;

namespace Yorozu.Web.Tests.Pages.Compare;

public sealed class NamesTests
{
    [Fact]
    public async Task Four_prefectures_by_all_metrics_are_three_actions_from_the_front_page()
    {
        await using var app = await WebApp.SharedAsync();

        // 1. 比較; 2. the names; 3. すべての指標.
        var link = (await app.GetPageAsync("/")).QuerySelectorAll(".site-header nav a").Single(a => a.TextContent == "比較").GetAttribute("href")!;
        var form = (await app.GetPageAsync(link)).QuerySelector("form:has(input[name=names])")!;
        var all = form.QuerySelectorAll("button[name=section]").Single(b => b.TextContent == "すべての指標").GetAttribute("value")!;
        var page = await app.GetPageAsync(await RedirectAsync(app, $"{link}?names=岡山 広島 鳥取県 Shimane&section={all}"));

        page.QuerySelectorAll("#comparison th.area").Select(h => h.TextContent).Should().Equal("岡山県", "広島県", "鳥取県", "島根県");
        page.QuerySelectorAll("#comparison tbody tr.trends").Should().HaveCount(12, "each metric of the year has a row");
        page.QuerySelectorAll("input[name=areas][checked]").Select(b => b.GetAttribute("value")).Should().Equal("33", "34", "31", "32");
        page.QuerySelector("details:has(input[name=areas]) summary .count")!.TextContent.Should().Be("（選択中: 岡山県、広島県、鳥取県、島根県）");
        page.QuerySelector("input[name=names]")!.GetAttribute("value").Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task Names_are_added_to_the_areas_of_the_address()
    {
        await using var app = await WebApp.SharedAsync();

        var address = await RedirectAsync(app, "/compare?areas=13&areas=27&names=岡山、どこか&view=cumulative");

        address.Should().Be("/compare?view=cumulative&areas=13,27,33&names=どこか");
    }

    [Fact]
    public async Task An_unknown_name_is_a_sentence_and_stays_in_the_field()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?areas=13,27&names=どこか <b>");

        page.QuerySelector("#choice [data-fallback]")!.TextContent.Should()
            .Be("「どこか <b>」という都道府県はありません。「岡山 広島」のように、名前かコードを空白で区切って入れてください。");
        page.QuerySelector("input[name=names]")!.GetAttribute("value").Should().Be("どこか <b>");
    }

    [Fact]
    public async Task More_than_the_field_takes_is_refused()
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync("/compare?names=" + new string('x', 501), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Areas_alone_are_compared_by_the_lead_metric_of_the_newest_year()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?areas=33,34");

        page.QuerySelectorAll("form select option[selected]").Select(o => o.GetAttribute("value")).Should().StartWith(["one-stop-consultations", "2026"]);
    }

    [Fact]
    public async Task A_prefecture_leads_to_its_region_by_all_metrics()
    {
        await using var app = await WebApp.SharedAsync();

        var link = (await app.GetPageAsync("/prefectures/33")).QuerySelectorAll("main .choices a").Single(a => a.TextContent == "中国の都道府県とすべての指標で比べる");

        link.GetAttribute("href").Should().Be("/compare?section=all&fy=2026&areas=31,32,33,34,35");
    }

    private static async Task<string> RedirectAsync(WebApp app, string address)
    {
        using var response = await app.Client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        return Uri.UnescapeDataString(response.Headers.Location!.ToString());
    }
}
