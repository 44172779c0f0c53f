using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>The chart of two metrics: every prefecture is a point, and most have their name.</summary>
[Collection(BrowserTests.Name)]
public sealed class ScatterTests(BrowserHost host)
{
    [BrowserFact]
    public async Task Every_point_of_a_scatter_is_drawn_and_reached()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/scatter?x=consultations&y=resolutions&highlight=33");

        var points = await window.Page.EvaluateAsync<int>("() => Chart.getChart(document.querySelector('canvas')).data.datasets[0].data.length");
        await window.Page.Locator("canvas").FocusAsync();
        await window.Page.Keyboard.PressAsync("Home");

        points.Should().Be(47);
        (await window.Page.Locator("[aria-live]").TextContentAsync()).Should().StartWith("北海道 相談対応件数（件） 11,444");
    }

    [BrowserFact]
    public async Task A_scatter_has_its_table_beside_it_where_there_is_room()
    {
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 1440, Height = 900 } });
        await window.GoToAsync("/scatter?x=consultations&y=resolutions");
        var (canvas, table) = (window.Page.Locator("#scatter canvas"), window.Page.Locator("#scatter .chart-table"));

        var (chart, beside) = (await canvas.BoundingBoxAsync(), await table.BoundingBoxAsync());
        beside!.X.Should().BeGreaterThan(chart!.X + chart.Width);
        beside.Height.Should().BeLessThanOrEqualTo(chart.Height + 1);
        (await window.Page.Locator("#scatter .toggle").IsVisibleAsync()).Should().BeFalse("both are there");
        var drawn = await window.Page.EvaluateAsync<string[][]>(
            """
            () => {
              const points = Chart.getChart(document.querySelector('#scatter canvas')).data.datasets[0].data;
              return [...document.querySelectorAll('#scatter tbody tr')].map((row, i) => [`${points[i].x} ${points[i].y}`, `${row.cells[1].dataset.value} ${row.cells[2].dataset.value}`]);
            }
            """);
        drawn.Should().HaveCount(47).And.OnlyContain(pair => pair[0] == pair[1]);

        await window.Page.SetViewportSizeAsync(390, 844);
        await Assertions.Expect(table).ToBeHiddenAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "表", Exact = true }).ClickAsync();
        await Assertions.Expect(table).ToBeVisibleAsync();
        await Assertions.Expect(canvas).ToBeHiddenAsync();
    }

    [BrowserTheory]
    [InlineData("/scatter?x=consultations&y=resolutions&log=true", 47)]
    [InlineData("/scatter?x=consultations&y=resolutions&highlight=33", 35)]
    public async Task Names_of_points_cover_neither_each_other_nor_a_point(string route, int atLeast)
    {
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = 1440, Height = 900 } });
        await window.GoToAsync(route);

        var (named, covered) = await NamesAsync(window.Page);

        named.Should().BeGreaterThanOrEqualTo(atLeast);
        covered.Should().BeEmpty();
    }

    private static async Task<(int Named, string[] Covered)> NamesAsync(IPage page)
    {
        var covered = await page.EvaluateAsync<string[]>(
            """
            () => {
              const chart = Chart.getChart(document.querySelector('#scatter canvas'));
              const covers = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
              const names = chart.$names.placed;
              const points = chart.getDatasetMeta(0).data.map(({ x, y }) => ({ box: { x: x - 1, y: y - 1, width: 2, height: 2 } }));
              return [String(names.length), ...names.filter((name, i) => [...names.slice(i + 1), ...points].some(other => covers(name.box, other.box))).map(name => name.text)];
            }
            """);
        return (int.Parse(covered[0], System.Globalization.CultureInfo.InvariantCulture), covered[1..]);
    }
}
