using System.Net;
using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages;

public sealed class ScatterTests
{
    [Fact]
    public async Task Every_prefecture_is_a_row_of_two_figures_with_the_medians()
    {
        await using var app = await WebApp.StartPublishedAsync();

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
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/scatter?x=consultations&y=visitors&month=2022-03&order=value");

        page.QuerySelector("#scatter tbody tr")!.Children.Select(c => c.TextContent).Should().Equal("福岡県", "3,030", "96");
    }

    [Theory]
    [InlineData("/scatter?x=consultations&y=resolutions&log=true", "log", "ふつうの目盛にする")]
    [InlineData("/scatter?x=consultations&y=resolutions", "", "対数目盛にして込み合ったところを広げる")]
    [InlineData("/scatter?x=one-stop-consultations&y=one-stop-trainees&log=true", "", "表を横の指標の多い順にする")]
    public async Task A_logarithmic_scale_is_offered_where_no_figure_is_zero(string address, string scale, string lastChoice)
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync(address);

        page.QuerySelector("table[data-chart]")!.GetAttribute("data-scale").Should().Be(scale);
        page.QuerySelectorAll(".choices a")[^1].TextContent.Should().Be(lastChoice);
    }

    [Theory]
    [InlineData("/scatter?x=consultations&y=one-stop-businesses")]
    [InlineData("/scatter?x=unknown")]
    [InlineData("/scatter?month=2026-05")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        await using var app = await WebApp.StartPublishedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }
}
