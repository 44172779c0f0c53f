using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Yorozu.Web.Tests.Downloads;

namespace Yorozu.Web.Tests.Pages;

/// <summary>Figures per 100,000 inhabitants, wherever metrics are shown.</summary>
public sealed class PerHeadTests
{
    private const string Denominator = "本サイトの計算（人口: 2020年10月1日、「令和2年国勢調査」（総務省統計局）を加工して作成）";

    // 岡山県: 773 of 1,888,432; 全国: 29,824 of 126,146,099.
    private static readonly string Okayama = (773 * 100_000m / 1_888_432).ToString("0.0", CultureInfo.InvariantCulture);
    private static readonly string Japan = (29_824 * 100_000m / 126_146_099).ToString("0.0", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_metric_names_denominator_date_and_source_in_every_block()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-consultations?per=population");

        page.QuerySelector("h1")!.TextContent.Should().Be("相談実績件数（人口10万人当たり）（件/10万人）");
        page.QuerySelectorAll("section.figure:has(.figure-tools) .subtitle").Should().HaveCount(3).And.OnlyContain(s => s.TextContent.EndsWith(Denominator));
        page.QuerySelector("#trend h2")!.TextContent.Should().Be($"相談実績件数（人口10万人当たり）は4月に{Japan}件/10万人");
        Row(page, "#prefectures", "岡山県")[2].Should().Be(Okayama);
        Row(page, ".heat", "全国")[1].Should().Be(Japan);
        page.QuerySelector("#computation")!.TextContent.Should().Contain("相談実績件数 ÷ 人口 × 100,000");
        page.QuerySelectorAll("#definition tbody tr").Select(r => r.Children[1].TextContent).Should().Equal("29,824件", "126,146,099人", $"{Japan}件/10万人");
    }

    [Fact]
    public async Task The_csv_of_a_block_has_the_figures_and_the_denominator()
    {
        await using var app = await WebApp.SharedAsync();

        var csv = Csv.Read(await app.BytesAsync("/metrics/one-stop-consultations?per=population&csv=prefectures"));

        csv.Rows.Single(r => r["都道府県"] == "岡山県")["値（件/10万人）"].Should().Be("40.9334");
        csv["本サイトの計算"].Distinct().Should().Equal("相談実績件数 ÷ 人口 × 100,000、人口: 2020年10月1日、「令和2年国勢調査」（総務省統計局）を加工して作成");
    }

    [Fact]
    public async Task The_table_of_a_prefecture_is_per_head_and_indicators_stay_what_they_are()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures/33?per=population");

        Row(page, "#metrics", "相談実績件数（件/10万人）")[1..3].Should().Equal(Okayama, Okayama);
        page.QuerySelectorAll("#metrics tbody th a").Select(a => a.TextContent).Should().Contain("1事業者当たりの相談件数");
        page.QuerySelector("#metrics")!.TextContent.Should().Contain("各指標 ÷ 人口 × 100,000");
        page.QuerySelector("select[name=per] [selected]")!.TextContent.Should().Be("人口10万人当たり");
        page.QuerySelector("select[name=metric] [selected]")!.GetAttribute("value").Should().Be("one-stop-consultations", "the lead metric stays the lead");
    }

    [Theory]
    [InlineData("/compare?metric=one-stop-consultations&areas=33,13&per=population", "#comparison")]
    [InlineData("/compare?section=all&areas=33,13&per=population&fy=2026", "#comparison")]
    [InlineData("/scatter?x=one-stop-consultations&per=population", "#scatter")]
    public async Task Comparison_and_scatter_are_per_head_too(string address, string block)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);

        page.QuerySelector($"{block} table")!.TextContent.Should().Contain(Okayama);
        page.QuerySelector($"{block} .subtitle")!.TextContent.Should().EndWith(Denominator);
        page.QuerySelector("select[name=per] [selected]")!.TextContent.Should().Be("人口10万人当たり");
    }

    [Fact]
    public async Task The_list_of_prefectures_is_in_the_order_of_the_figures_per_head()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/prefectures?order=value&per=population");

        Row(page, "#prefectures", "岡山県")[2].Should().Be(Okayama);
        page.QuerySelector("#prefectures .subtitle")!.TextContent.Should().EndWith(Denominator);
        page.QuerySelector("select[name=per] [selected]")!.TextContent.Should().Be("人口10万人当たり");
        page.QuerySelector("input[name=order]")!.GetAttribute("value").Should().Be("value");
    }

    [Fact]
    public async Task The_choice_goes_along_to_pages_that_know_it()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-consultations?per=population");
        var links = page.QuerySelectorAll("main a[href^='/']").Select(a => a.GetAttribute("href")!).ToList();

        foreach (var start in new[] { "/prefectures/", "/compare", "/scatter" })
        {
            links.Where(l => l.StartsWith(start, StringComparison.Ordinal)).Should()
                .NotBeEmpty().And.OnlyContain(l => l.Contains("per=population", StringComparison.Ordinal), "of {0}", start);
        }

        page.QuerySelectorAll("form.controls [name=per], form[action='#prefectures'] [name=per]").Should().HaveCount(2);
    }

    [Theory]
    [InlineData("/metrics/one-stop-consultations?per=area")]
    [InlineData("/prefectures/33?per=area")]
    [InlineData("/compare?per=area")]
    [InlineData("/scatter?per=area")]
    [InlineData("/prefectures?order=value&per=area")]
    public async Task There_is_nothing_per_what_is_not_there(string address)
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    private static string[] Row(IParentNode page, string block, string name) =>
        [.. page.QuerySelectorAll($"{block} tbody tr").Single(r => r.Children[0].TextContent.Trim() == name).Children.Select(c => c.TextContent.Trim())];
}
