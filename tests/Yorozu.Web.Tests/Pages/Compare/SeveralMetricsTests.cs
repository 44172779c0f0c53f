using System.Net;
using AngleSharp.Dom;
using Yorozu.Statistics;
using Yorozu.Testing;
using Yorozu.Web.Pages.Compare;

namespace Yorozu.Web.Tests.Pages.Compare;

/// <summary>Several metrics of several areas: a row for each metric.</summary>
public sealed class SeveralMetricsTests
{
    [Fact]
    public async Task A_section_stands_as_rows_of_its_metrics()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/compare?section=生産性向上支援センター&areas=40,13");

        page.QuerySelector("#comparison h2")!.TextContent.Should().Be("生産性向上支援センターの比較: 福岡県・東京都");
        page.QuerySelector("#comparison .subtitle")!.TextContent
            .Should().Be("令和8年度（2026年度）、4〜12月の累計。図は2024年4月からの月別の値で、指標ごとに同じ目盛り");
        page.QuerySelectorAll("#comparison thead th.area").Select(h => h.TextContent).Should().Equal("福岡県", "東京都");
        Row(page, 0).Should().Equal("名寄せ後の事業者数（者）", "20", "±0%", "同順 41", "2", "+100.0%", "同順 43");
        page.QuerySelectorAll("#comparison tr.trends").Should().HaveCount(3);
        page.QuerySelectorAll(".choices [aria-current]").Select(t => t.TextContent).Should().Equal("生産性向上支援センター", "リンクの順");
        page.QuerySelector("#comparison a[href^='/extracts']")!.GetAttribute("href")
            .Should().Be("/extracts/observations.csv?metric=productivity-businesses&metric=productivity-plans&metric=productivity-outreach"
                + "&fy=2026&area=40&area=13");
    }

    [Fact]
    public async Task Metrics_stand_in_the_order_of_the_address_on_one_scale_each()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?metric=visitors&metric=consultations&areas=33,13");

        Row(page, 0)[0].Should().Be("来訪相談者数（者）");
        Row(page, 1).Should().Equal("相談対応件数（件）", "27,291", "2", "16,403", "4");
        page.QuerySelector("#comparison .subtitle")!.TextContent.Should().EndWith("。前の年度の同じ指標は未公表のため、前年とは比べていません");
        // The greatest month of the two prefectures touches the top of the scale; those of the other do not.
        Tops(page, 1).Should().Be((true, false));
    }

    [Fact]
    public async Task All_metrics_of_a_year_can_be_compared_and_one_of_them_is_a_step_away()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?section=all&areas=33&fy=2026");

        page.QuerySelectorAll("#comparison tbody th a").Should().HaveCount(12);
        page.QuerySelectorAll("#comparison tr.section").Select(r => r.TextContent.Trim()).Should().Equal("ワンストップ相談窓口", "生産性向上支援センター");
        page.QuerySelectorAll("#comparison tbody th a")[1].GetAttribute("href").Should().Be("/compare?fy=2026&areas=33&metric=one-stop-consultations");
    }

    [Fact]
    public async Task The_nation_has_no_rank_and_a_scale_of_its_own()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?section=all&areas=00,33&fy=2021");

        Row(page, 0).Should().Equal("相談対応件数（件）", "458,440", "―", "27,291", "2");
        page.QuerySelector("#comparison .subtitle")!.TextContent.Should().Contain("（全国は別の目盛り）");
        Tops(page, 0).Should().Be((true, true));
    }

    [Theory]
    [InlineData("section=ワンストップ相談窓口&fy=2021", "ワンストップ相談窓口の指標は令和3年度（2021年度）には公表されていないため、相談対応件数を示しています。")]
    [InlineData("metric=visitors&metric=one-stop-businesses&fy=2021", "令和3年度（2021年度）には公表されていない指標: 名寄せ後の事業者数（ワンストップ相談窓口）")]
    [InlineData("metric=visitors&metric=consultations&fy=2026", "来訪相談者数は令和8年度（2026年度）には公表されていないため、相談実績件数（ワンストップ相談窓口）を示しています。")]
    public async Task What_a_year_does_not_have_is_named(string query, string sentence)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync($"/compare?areas=33&{query}")).QuerySelector("[data-fallback]")!.TextContent.Should().Be(sentence);
    }

    [Theory]
    [InlineData("metric=unknown")]
    [InlineData("metric=consultations&metric=unknown")]
    [InlineData("section=unknown")]
    [InlineData("section=all&fy=1999")]
    [InlineData("metric=visitors&metric=consultations&fy=1999")]
    public async Task An_unknown_metric_section_or_year_is_not_found(string query)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync($"/compare?{query}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Metrics_beyond_sixteen_are_named_as_omitted()
    {
        var document = new PageBuilder(new FiscalYear(2026), 1);
        for (var i = 1; i <= 18; i++) document.Metric("(1)ワンストップ相談窓口", $"{i}.試験指標{i}");
        await using var app = await WebApp.StartAsync(document.Build());

        var page = await app.GetPageAsync("/compare?section=all&areas=33");

        page.QuerySelectorAll("#comparison tbody th a").Should().HaveCount(ComparedMetrics.MaxMetrics);
        page.QuerySelector("[data-fallback]")!.TextContent.Should().Be(
            "一度に比べられるのは16指標までです。入りきらなかった指標: 試験指標17（ワンストップ相談窓口）、試験指標18（ワンストップ相談窓口）");
    }

    [Theory]
    [InlineData("section=one&metric=visitors&metric=consultations", "一つの指標")]
    [InlineData("section=all&metric=visitors", "すべての指標")]
    [InlineData("metric=visitors&metric=consultations", "")]
    public async Task Boxes_already_ticked_are_sent_along_with_the_choice_of_metrics(string query, string current)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/compare?{query}&fy=2021&areas=33,13");

        string.Concat(page.QuerySelectorAll("button[name=section][aria-current]").Select(b => b.TextContent)).Should().Be(current);
        page.QuerySelectorAll("input[name=areas][checked]").Select(i => i.GetAttribute("value")).Should().Equal("33", "13");
        page.QuerySelector("form[action='#choice'] .controls a")!.GetAttribute("href").Should().NotContain("areas");
        if (current == "一つの指標") page.QuerySelector("select[name=metric] option[selected]")!.TextContent.Should().Be("来訪相談者数");
    }

    [Fact]
    public async Task The_metrics_of_a_section_ticked_one_by_one_are_that_section()
    {
        await using var app = await WebApp.SharedHistoryAsync();
        var whole = await app.GetPageAsync("/compare?section=生産性向上支援センター&areas=40,13");
        var ticked = whole.QuerySelectorAll("input[name=metric][checked]").Select(i => $"metric={i.GetAttribute("value")}");

        var page = await app.GetPageAsync($"/compare?{string.Join('&', ticked)}&areas=40,13");

        page.QuerySelector("button[name=section][aria-current]")!.TextContent.Should().Be("生産性向上支援センター");
        page.QuerySelector("#comparison h2")!.TextContent.Should().Be(whole.QuerySelector("#comparison h2")!.TextContent);
    }

    private static IReadOnlyList<string> Row(IDocument page, int row) =>
        [.. page.QuerySelectorAll("#comparison tbody tr:not(.section):not(.trends)")[row]
            .Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    // Whether the line of each of two areas reaches the top.
    private static (bool, bool) Tops(IDocument page, int row)
    {
        var lines = page.QuerySelectorAll("#comparison tr.trends")[row].QuerySelectorAll("svg")
            .Select(s => s.QuerySelector("polyline")!.GetAttribute("points")!.Split(' ').Any(p => p.EndsWith(",3", StringComparison.Ordinal)))
            .ToList();
        return (lines[0], lines[1]);
    }
}
