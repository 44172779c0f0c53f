using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Metrics;

/// <summary>The same figures as they are, as a change on the year before, and as a part of the nation.</summary>
public sealed class FigureViewTests
{
    private const string Heading = "2.相談実績件数";
    private const string Address = "/metrics/one-stop-consultations";

    [Fact]
    public async Task A_change_is_on_the_same_months_of_the_year_before_and_parts_at_zero()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2025).Figure(Heading, "東京都", 4, 1000).Figure(Heading, "大阪府", 4, 1000).Build(),
            PageBuilder.Consultations(1).Figure(Heading, "東京都", 4, 1100).Figure(Heading, "大阪府", 4, 900).Build());

        var page = await app.GetPageAsync($"{Address}?show=yoy");

        page.QuerySelector("#prefectures h2")!.TextContent.Should().Be("前年同期比が最も高いのは東京都の+10.0%");
        Row(page, ".ranking", 0).Should().Equal("東京都", "", "+10.0%", "1,100", "1");
        Row(page, ".ranking", 46).Should().Equal("大阪府", "", "−10.0%", "900", "47");
        Row(page, ".heat", 1).Should().Equal("東京都", "+10.0%", "+10.0%");
        MapLink(page, "27").GetAttribute("aria-label").Should().Be("大阪府 −10.0%");
        MapLink(page, "27").QuerySelector("path")!.ClassName.Should().Be("d0");
        MapLink(page, "13").QuerySelector("path")!.ClassName.Should().Be("d4");
        MapLink(page, "01").QuerySelector("path")!.ClassName.Should().Be("d2", "nothing changed there");
        page.QuerySelectorAll(".map .legend li").Select(l => Words(l.TextContent)).Should().Equal("+10.0% （1都道府県）", "0% （45都道府県）", "−10.0% （1都道府県）");
        page.QuerySelector(".map")!.TextContent.Should().Contain("0をはさんで対称に分けています（変化の大きさの五分位から、±10.0%と±10.0%）。");
    }

    [Theory]
    [InlineData("", "前年同期比")]
    [InlineData("&month=2026-12", "前年同月比")]
    [InlineData("&lang=en", "vs same months a year earlier")]
    [InlineData("&month=2026-12&lang=en", "vs a year earlier")]
    public async Task A_change_has_one_name_in_title_caption_and_notes(string month, string name)
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync($"{Address}?show=yoy{month}");

        foreach (var place in (string[])["h2", ".subtitle", ".ranking caption"])
        {
            page.QuerySelector($"#prefectures {place}")!.TextContent.Should().Contain(name);
        }

        var tab = page.QuerySelector("#prefectures .choices [aria-current]")!.TextContent;
        page.QuerySelectorAll(".ranking thead th")[2].TextContent.Should().Be(tab, "the column beside the bar is what the tab asks for");
        if (!month.Contains("lang=en")) tab.Should().Be(name);
    }

    [Fact]
    public async Task What_is_compared_stands_by_size_unless_an_order_is_asked_for()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var compared = await app.GetPageAsync($"{Address}?show=yoy");
        var byCode = await app.GetPageAsync($"{Address}?show=yoy&order=code");

        compared.QuerySelectorAll(".ranking .rank").Select(r => int.Parse(r.TextContent, CultureInfo.InvariantCulture))
            .Should().HaveCount(47).And.BeInAscendingOrder();
        byCode.QuerySelector(".ranking tbody th")!.TextContent.Should().Be("北海道");
        byCode.QuerySelector("select[name=order] option[selected]")!.TextContent.Should().Be("コード順");
    }

    [Fact]
    public async Task Without_a_year_before_nothing_is_compared_and_it_is_said()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?show=yoy");

        page.QuerySelector("#prefectures .note")!.TextContent.Should().Be("前年度の同じ期間が公表されていないため、前年同期比はありません。");
        page.QuerySelectorAll(".map .shapes a path.none").Should().HaveCount(47);
        page.QuerySelectorAll(".map .legend li").Select(l => Words(l.TextContent)).Should().Equal("比べられない");
    }

    [Fact]
    public async Task A_share_is_of_the_nation_in_the_same_month()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?show=share&month=2021-11&classes=equalsteps");

        MapLink(page, "33").GetAttribute("aria-label").Should().Be("岡山県 7.8%");
        Row(page, ".heat", 0)[1].Should().Be("100.0%");
        page.QuerySelector("#months")!.TextContent.Should().Contain("単位: %").And.Contain("階級は等間隔。");
        page.QuerySelector("#prefectures .choices [aria-current]")!.TextContent.Should().Be("全国比");
    }

    [Fact]
    public async Task Choices_stay_in_the_address_and_the_reader_at_the_block()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/consultations?highlight=13,27&show=share");

        page.QuerySelectorAll("#months .choices a").Select(a => a.GetAttribute("href")).Should().Equal(
            "/metrics/consultations?highlight=13,27#months",
            "/metrics/consultations?show=yoy&highlight=13,27#months",
            "/metrics/consultations?show=share&highlight=13,27#months");
        page.QuerySelectorAll("#prefectures input[name=highlight][checked]").Select(i => i.GetAttribute("value")).Should().Equal("13", "27");
    }

    [Theory]
    [InlineData("highlight=13,27&view=share", "月 東京都 大阪府")]
    [InlineData("highlight=13,27&view=share&area=33", "月 岡山県 東京都 大阪府")]
    [InlineData("highlight=13&view=yoy", "月 全国 東京都")]
    public async Task Highlighted_prefectures_are_lines_of_the_nations_chart(string query, string columns)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/metrics/consultations?{query}");

        string.Join(' ', page.QuerySelectorAll("#trend thead th").Select(h => h.TextContent)).Should().Be(columns);
        page.QuerySelector("#highlighted").Should().BeNull();
    }

    private static IElement MapLink(IHtmlDocument page, string code) => page.QuerySelector($".map .shapes a[href^='/prefectures/{code}']")!;

    private static List<string> Row(IHtmlDocument page, string table, int index) =>
        [.. page.QuerySelectorAll($"{table} tbody tr")[index].Children.Select(c => c.TextContent.Trim())];

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
