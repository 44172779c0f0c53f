using System.Net;
using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Prefectures;

public sealed class PrefectureTests
{
    [Fact]
    public async Task Each_metric_stands_beside_the_nation_and_the_47()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33?fy=2021");

        var cells = page.QuerySelectorAll("#metrics tbody tr")[0].QuerySelectorAll("td").Skip(1).Select(c => c.TextContent.Trim()).ToList();
        cells[0].Should().StartWith("1,827");
        cells[1].Should().Be("27,291");
        cells[2].Should().Be("6.0%");
        cells[3].Should().StartWith("2");
        cells[5].Should().Be("9,754.0", "the 47 have 458,440 together");
        cells[6].Should().Be("8,499.0");
    }

    [Fact]
    public async Task There_is_no_mean_of_a_month_that_not_all_have_published()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "東京都", 5, "－").Build());

        var page = await app.GetPageAsync("/prefectures/33");

        page.QuerySelectorAll("#trend tbody tr")
            .Take(2)
            .Select(r => string.Join(' ', r.Children.Take(3).Select(c => c.TextContent)))
            .Should().Equal("4月 3,304 2,404", "5月 3,305 未公表");
    }

    [Fact]
    public async Task The_latest_year_has_all_its_metrics_by_section()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/40");

        page.QuerySelectorAll("#metrics tr.section").Select(r => r.TextContent.Trim()).Should().Equal("ワンストップ相談窓口", "生産性向上支援センター");
        page.QuerySelectorAll("#metrics tbody tr:not(.section)").Should().HaveCount(12);
    }

    [Fact]
    public async Task The_neighbours_are_one_step_away()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/01");

        page.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")).Should().Equal("/prefectures/47", "/prefectures/02");
    }

    [Theory]
    [InlineData("/", "/prefectures/13")]
    [InlineData("/metrics?asof=1&highlight=33", "/prefectures/13?asof=1")]
    public async Task The_jump_box_arrives_at_the_prefecture_in_the_state_looked_at(string address, string expected)
    {
        await using var app = await WebApp.SharedAsync();
        var form = (await app.GetPageAsync(address)).QuerySelector(".jump")!;

        var kept = form.QuerySelectorAll("input").Select(i => $"&{i.GetAttribute("name")}={i.GetAttribute("value")}");
        using var response = await app.Client.GetAsync(new Uri($"{form.GetAttribute("action")}?code=13{string.Concat(kept)}", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task The_list_has_all_47_by_region()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures");

        page.QuerySelectorAll(".regions a").Should().HaveCount(47);
        page.QuerySelectorAll(".regions h2").Should().HaveCount(9);
    }

    [Fact]
    public async Task A_year_without_the_metric_stays_and_shows_the_lead_metric()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33?fy=2021&metric=one-stop-consultations");

        page.QuerySelector("[data-fallback]")!.TextContent.Should()
            .Be("相談実績件数（ワンストップ相談窓口）は令和3年度（2021年度）には公表されていないため、相談対応件数を示しています。");
        page.QuerySelectorAll("main select option[selected]").Select(o => o.TextContent).Should().Equal("令和3年度（2021年度）", "相談対応件数");
        page.QuerySelector("select[name=metric] option[value=one-stop-consultations]")!.TextContent
            .Should().Be("相談実績件数（ワンストップ相談窓口）・この年度は未公表");
        page.QuerySelectorAll("select[name=metric] option[disabled]").Should().HaveCount(12);
    }

    [Fact]
    public async Task A_year_that_another_metric_has_says_so_before_it_is_chosen()
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/prefectures/33")).QuerySelectorAll("select[name=fy] option").Select(o => o.TextContent)
            .Should().Equal("令和8年度（2026年度）", "令和3年度（2021年度）・この指標は未公表");
    }

    [Theory]
    [InlineData("/prefectures/33?metric=one-stop-businesses&fy=2026&asof=2", "metric=one-stop-businesses&fy=2026&asof=2")]
    [InlineData("/metrics/one-stop-businesses?fy=2026", "metric=one-stop-businesses&fy=2026")]
    public async Task The_jump_box_takes_along_metric_year_and_state(string address, string kept)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);
        using var jump = await app.Client.GetAsync(new Uri($"/prefectures?code=13&{kept}", UriKind.Relative));

        string.Join('&', page.QuerySelectorAll(".jump input").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}")).Should().Be(kept);
        jump.Headers.Location!.ToString().Should().Be($"/prefectures/13?{kept}");
    }

    [Theory]
    [InlineData("/prefectures/00")]
    [InlineData("/prefectures/48")]
    [InlineData("/prefectures/13?metric=unknown")]
    [InlineData("/prefectures/13?fy=2020")]
    public async Task An_unknown_address_or_choice_gets_an_error_page(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }
}
