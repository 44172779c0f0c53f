using System.Net;
using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages;

public sealed class ScatterTests
{
    [Fact]
    public async Task Every_prefecture_is_a_row_of_two_figures_with_the_medians()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/scatter?x=consultations&y=resolutions&highlight=33");

        var table = page.QuerySelector("table[data-chart=scatter]")!;
        table.QuerySelectorAll("tbody tr").Should().HaveCount(47);
        table.QuerySelector("tr.highlight")!.Children.Select(c => c.TextContent).Should().Equal("岡山県", "27,291", "2,115");
        table.GetAttribute("data-median-x").Should().Be("8499");
        table.GetAttribute("data-median-y").Should().Be("516");
    }

    [Fact]
    public async Task A_month_can_be_chosen_and_the_table_ordered_by_value()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/scatter?x=consultations&y=visitors&month=2022-03&order=value");

        page.QuerySelector("#scatter tbody tr")!.Children.Select(c => c.TextContent).Should().Equal("福岡県", "3,030", "96");
    }

    [Theory]
    [InlineData("/scatter?x=consultations&y=resolutions&log=true", "log", "ふつうの目盛にする")]
    [InlineData("/scatter?x=consultations&y=resolutions", "", "対数目盛にして込み合ったところを広げる")]
    [InlineData("/scatter?x=one-stop-consultations&y=one-stop-trainees&log=true", "", "表を横の指標の多い順にする")]
    public async Task A_logarithmic_scale_is_offered_where_no_figure_is_zero(string address, string scale, string lastChoice)
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync(address);

        page.QuerySelector("table[data-chart]")!.GetAttribute("data-scale").Should().Be(scale);
        page.QuerySelectorAll(".choices a")[^1].TextContent.Should().Be(lastChoice);
    }

    [Fact]
    public async Task An_unknown_metric_is_not_found()
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync("/scatter?x=unknown", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/scatter?x=consultations&y=one-stop-businesses", "名寄せ後の事業者数（ワンストップ相談窓口）は令和3年度（2021年度）には公表されていないため、来訪相談者数を示しています。")]
    [InlineData("/scatter?x=consultations&y=resolutions&fy=2026", "相談対応件数は令和8年度（2026年度）には公表されていないため、相談実績件数（ワンストップ相談窓口）を示しています。")]
    [InlineData("/scatter?month=2026-05", "相談実績件数（ワンストップ相談窓口）は2026年5月には公表されていないため、年度累計を示しています。")]
    public async Task An_unpublished_choice_falls_back_to_a_published_one(string address, string sentence)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync(address)).QuerySelector("[data-fallback]")!.TextContent.Should().Be(sentence);
    }

    [Fact]
    public async Task The_tabs_of_the_years_keep_the_axes()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/scatter?x=one-stop-businesses&y=productivity-businesses&fy=2026&month=2026-05&highlight=33");

        page.QuerySelectorAll(".choices a").Single(a => a.TextContent == "令和5年度（2023年度）").GetAttribute("href")
            .Should().Be("/scatter?x=one-stop-businesses&y=productivity-businesses&fy=2023&highlight=33");
    }
}
