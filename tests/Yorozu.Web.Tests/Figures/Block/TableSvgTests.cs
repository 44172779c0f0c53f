using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Testing;
using Yorozu.Web.Figures.Drawing;

namespace Yorozu.Web.Tests.Figures.Block;

/// <summary>The SVG of a heat table and of a comparison by several metrics has every figure of the page.</summary>
public sealed class TableSvgTests
{
    [Theory]
    [InlineData("/metrics/consultations")]
    [InlineData("/metrics/consultations?lang=en&highlight=33")]
    [InlineData("/metrics/one-stop-consultations?show=share&classes=equalsteps")]
    [InlineData("/indicators/resolution-rate?fy=2021")]
    [InlineData("/metrics/consultations?show=yoy")]
    public async Task A_heat_table_has_every_figure_on_the_colour_of_its_class(string address)
    {
        await using var app = await WebApp.SharedAsync();
        await CompareHeatAsync(app, address);
    }

    [Theory]
    [InlineData("/metrics/one-stop-consultations?show=yoy")]
    [InlineData("/metrics/one-stop-trainees?show=yoy&lang=en")]
    public async Task A_heat_table_of_changes_has_them_too(string address)
    {
        await using var app = await WebApp.SharedHistoryAsync();
        await CompareHeatAsync(app, address);
    }

    [Theory]
    [InlineData("/compare?section=all&areas=13,33")]
    [InlineData("/compare?section=all&areas=00,01,02,03,04,05,06,07,08,09,10,33&lang=en")]
    public async Task A_comparison_by_several_metrics_has_every_figure_and_trend(string address)
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var grid = (await app.GetPageAsync(address)).QuerySelector("#comparison table")!;
        var drawing = await DrawnTable.GetAsync(app, address, "comparison");

        drawing.Faults().Should().BeEmpty();
        var texts = drawing.Texts.Select(t => t.Text).ToList();
        texts.Should().Contain(grid.QuerySelectorAll("th.area").Select(h => h.TextContent));
        foreach (var row in grid.QuerySelectorAll("tbody tr:has(td.number)"))
        {
            texts.Should().Contain(row.QuerySelectorAll("td.first b").Select(b => b.TextContent));
        }

        var shown = grid.QuerySelectorAll(".small-trend").ToLookup(s => s.GetAttribute("aria-label")!, Marks);
        var drawn = drawing.Groups.ToLookup(g => g.Title, g => string.Join('|', g.Points));
        foreach (var trends in shown) drawn[trends.Key].Order().Should().Equal(trends.Order(), trends.Key);
    }

    private static string Marks(IElement trend) => string.Join('|', trend.QuerySelectorAll("polyline").Select(p => p.GetAttribute("points")));

    private static async Task CompareHeatAsync(WebApp app, string address)
    {
        var table = (IHtmlTableElement)(await app.GetPageAsync(address)).QuerySelector("#months table.heat")!;
        var drawing = await DrawnTable.GetAsync(app, address, "months");

        drawing.Faults().Should().BeEmpty();
        var groups = drawing.Groups.ToDictionary(g => g.Title);
        foreach (var row in table.Bodies[0].Rows)
        {
            var group = groups[row.Cells[0].TextContent.Trim()];
            group.Texts.Should().Equal(row.Cells.Select(c => c.TextContent.Trim()));
            var months = row.Cells.Skip(1).SkipLast(1).ToList();
            group.Fills.Should().Equal(row.ClassName == "total" ? [] : months.Select(c => FillOf(c.ClassList.Single(name => name != "number"))));
        }

        drawing.Texts.Select(t => t.Text).Should().Contain(table.Head!.Rows[0].Cells.Skip(1).Select(c => c.TextContent.Trim()));
    }

    private static string FillOf(string name) => name switch
    {
        "missing" => "url(#no-figure)",
        ['d', var step] => Palette.HeatChange[step - '0'],
        ['q', var step] => Palette.Heat[step - '0'],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
