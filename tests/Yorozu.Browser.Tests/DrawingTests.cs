using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>When charts are drawn, how large, and what stays visible on what.</summary>
[Collection(BrowserTests.Name)]
public sealed class DrawingTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_chart_is_drawn_when_it_comes_near_the_view_and_nothing_moves()
    {
        await using var window = await host.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await window.Page.GotoAsync("/prefectures/33?fy=2021");
        var canvas = window.Page.Locator("#trend canvas");
        (await canvas.CountAsync()).Should().Be(0, "it is far below the view");
        (await window.Page.Locator("#trend table").IsVisibleAsync()).Should().BeFalse("the chart has its room already");
        var height = await HeightAsync();

        await window.Page.Locator("#trend h2").ScrollIntoViewIfNeededAsync();

        await Assertions.Expect(canvas).ToBeVisibleAsync();
        (await HeightAsync()).Should().Be(height);

        Task<int> HeightAsync() => window.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight");
    }

    [BrowserFact]
    public async Task On_paper_a_chart_below_the_view_is_drawn_as_wide_as_the_sheet()
    {
        await using var window = await host.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        await window.Page.GotoAsync("/prefectures/33?fy=2021");

        // The sheet is made of what stands at the end of the event.
        var sizes = await window.Page.EvaluateAsync<int[][]>(
            """
            () => ['beforeprint', 'afterprint'].map(name => {
              dispatchEvent(new Event(name));
              const chart = Chart.getChart(document.querySelector('#trend canvas'));
              return [chart.width, chart.height];
            })
            """);

        sizes[0].Should().Equal(1032, 250);
        sizes[1][0].Should().BeLessThan(390);
    }

    [BrowserTheory]
    [InlineData("/prefectures/33?fy=2021")]
    [InlineData("/prefectures/33?lang=en")]
    public async Task The_first_sheet_of_a_prefecture_holds_its_table(string route)
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync(route);

        var pdf = await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });

        System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Should().HaveCountLessThanOrEqualTo(3, "two sheets are enough");
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_mean_has_an_edge_that_parts_it_from_the_bar_below(ColorScheme scheme)
    {
        await using var window = await host.OpenAsync(new() { ColorScheme = scheme, DeviceScaleFactor = 3 });
        await window.GoToAsync("/prefectures/33");

        // From the middle of the point to the right: the point, its edge, the bar.
        var colors = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
              const chart = Chart.getChart(document.querySelector('#trend canvas'));
              const point = chart.getDatasetMeta(chart.data.datasets.findIndex(set => set.kind === 'other')).data[0];
              const ratio = chart.currentDevicePixelRatio;
              const at = dx => [...chart.ctx.getImageData(Math.round((point.x + dx) * ratio), Math.round(point.y * ratio), 1, 1).data].slice(0, 3).join();
              const pen = document.createElement('canvas').getContext('2d');
              const named = name => {
                pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
                pen.fillRect(0, 0, 1, 1);
                return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).join();
              };
              const names = Object.fromEntries(['ink-2', 'ground', 'bar'].map(name => [named(name), name]));
              return [0, 5, 12].map(dx => names[at(dx)] ?? at(dx));
            }
            """);

        colors.Should().Equal("ink-2", "ground", "bar");
    }
}
