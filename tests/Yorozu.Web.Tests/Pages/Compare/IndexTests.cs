using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Compare;

public sealed class IndexTests
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

    [Fact]
    public async Task An_index_has_no_value_where_the_first_month_is_zero()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Figure("2.相談実績件数", "岡山県", 4, 0).Build());

        var page = await app.GetPageAsync("/compare?metric=one-stop-consultations&areas=33,13&scale=index");

        Cells(page, 0).Should().Equal("比べる値が未公表", "100.0");
        page.QuerySelectorAll("#comparison td[data-value]").Select(c => c.GetAttribute("data-value")).Should().NotContain(v => v == "NaN" || v == "∞");
    }

    [Theory]
    [InlineData("", "one-stop-consultations")]
    [InlineData("&fy=2025", "one-stop-consultations")]
    public async Task Without_a_metric_the_lead_metric_is_compared(string year, string metric)
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(12, 2025).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build("2025.txt"),
            PageBuilder.Consultations(2).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build("2026.txt"));

        var page = await app.GetPageAsync("/compare?areas=33,13" + year);

        page.QuerySelector("select[name=metric] option[selected]")!.GetAttribute("value").Should().Be(metric);
        page.QuerySelector("select[name=fy] option[selected]")!.GetAttribute("value").Should().Be(year.Length == 0 ? "2026" : "2025");
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
    [InlineData("view=cumulative", "27,291", "16,403")]
    [InlineData("view=share", "5.4%", "2.5%")]
    [InlineData("view=rank", "2", "13")]
    [InlineData("scale=index", "82.8", "57.4")]
    [InlineData("view=all&scale=index", "82.8", "57.4")]
    [InlineData("view=monthly", "1,827", "850")]
    public async Task The_same_months_can_be_seen_in_other_ways(string view, string okayama, string tokyo)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync($"/compare?metric=consultations&areas=33&areas=13&{view}");

        Cells(page, 11).Should().Equal(okayama, tokyo);
    }

    [Fact]
    public async Task All_years_of_some_areas_stand_side_by_side_and_years_by_the_same_months()
    {
        await using var app = await WebApp.SharedHistoryAsync();
        const string Chosen = "/compare?metric=one-stop-consultations&areas=33,40";

        var months = await app.GetPageAsync($"{Chosen}&view=all");
        var years = await app.GetPageAsync($"{Chosen}&view=annual");

        months.QuerySelectorAll("#comparison tbody tr").Should().HaveCount(57);
        Cells(months, 56).Should().Equal("757", "2,120");
        months.QuerySelector("#comparison h2")!.TextContent.Should().Be("相談実績件数は2026年12月に福岡県が最多の2,120件");
        years.QuerySelectorAll("#comparison tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent)))
            .Should().HaveCount(5).And.HaveElementAt(0, "令和4年度 5,503 17,135").And.HaveElementAt(4, "令和8年度 7,152 21,990");
        years.QuerySelector("#comparison .subtitle")!.TextContent.Should().EndWith("どの年度も4〜12月（同期間）");
    }

    [Fact]
    public async Task The_nation_alone_has_no_share_and_the_page_says_so()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?metric=consultations&areas=00&view=rank");

        page.QuerySelector("[data-fallback]")!.TextContent.Should().Be("全国には全国比と順位がないため、月別の値を示しています。");
        Cells(page, 11).Should().Equal("33,845");
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
            .QuerySelectorAll("button[name=areas]")
            .Select(b => (b.TextContent, Href: $"/compare?areas={b.GetAttribute("value")}"))
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
    public async Task Without_areas_the_five_greatest_are_compared_and_the_page_says_so()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/compare?metric=consultations");

        page.QuerySelectorAll("#comparison thead th").Skip(1).Select(h => h.TextContent).Should().Equal("福岡県", "岡山県", "茨城県", "東京都", "鹿児島県");
        page.QuerySelector("[data-fallback]")!.TextContent.Should().Be("例として、相談対応件数の多い5地域を示しています。比べる地域は上で選べます。");
        page.QuerySelectorAll("input[name=areas]").Should().HaveCount(48);
        page.QuerySelectorAll("input[name=areas][checked]").Should().BeEmpty("an example is not the choice of the reader");
        page.QuerySelector("#choice .controls a").Should().BeNull("nothing is chosen");
        page.QuerySelectorAll("#comparison .choices [aria-current]").Select(t => t.TextContent).Should().Equal("月別", "実数", "多い順");
        page.QuerySelectorAll("details[open] input[name=areas]").Should().HaveCount(48, "the list to choose from is open");
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

    [Theory]
    [InlineData("areas=13,33", "ja", "コード順", "コード順 多い順")]
    [InlineData("areas=33,13", "ja", "リンクの順", "リンクの順 コード順 多い順")]
    [InlineData("areas=33,13", "en", "As chosen", null)]
    public async Task The_order_of_the_link_is_a_choice_only_where_it_is_another(string areas, string language, string current, string? choices)
    {
        await using var app = await WebApp.SharedAsync();

        var orders = (await app.GetPageAsync($"/compare?section=all&fy=2021&{areas}&lang={language}")).QuerySelector("#comparison .choices")!;

        orders.QuerySelector("[aria-current]")!.TextContent.Should().Be(current);
        if (choices is not null) string.Join(' ', orders.QuerySelectorAll("a").Select(a => a.TextContent)).Should().Be(choices);
    }

    [Fact]
    public async Task Up_to_four_areas_are_named_and_equal_ranks_are_marked()
    {
        await using var app = await WebApp.SharedAsync();

        var four = await app.GetPageAsync("/compare?section=all&fy=2026&areas=13,27,33,40");
        var five = await app.GetPageAsync("/compare?section=all&fy=2026&areas=01,13,27,33,40&lang=en");

        four.QuerySelector("#comparison h2")!.TextContent.Should().Be("すべての指標の比較: 東京都・大阪府・岡山県・福岡県");
        five.QuerySelector("#comparison h2")!.TextContent.Should().EndWith("Hokkaido and 4 more");
        four.QuerySelectorAll("#comparison td [data-aside]").Select(t => t.TextContent).Should().NotBeEmpty().And.OnlyContain(t => t == "同順");
    }

    private static IEnumerable<string> Cells(IDocument page, int month) =>
        page.QuerySelectorAll("#comparison tbody tr")[month].QuerySelectorAll("td").Select(c => c.TextContent);
}
