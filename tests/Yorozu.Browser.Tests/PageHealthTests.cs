using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>Every route in every way of looking at it: nothing fails, nothing overflows, nothing is lost.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageHealthTests(BrowserHost host)
{
    private static readonly Dictionary<string, BrowserNewContextOptions> Ways = new()
    {
        ["desktop"] = new() { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } },
        ["phone"] = new() { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true },
        // 1280 px at 400 % zoom is 320 px wide (WCAG 1.4.10).
        ["narrow"] = new() { ViewportSize = new ViewportSize { Width = 320, Height = 640 } },
        ["dark"] = new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce },
        ["no-js"] = new() { JavaScriptEnabled = false },
    };

    public static TheoryData<string, string> Views
    {
        get
        {
            var views = new TheoryData<string, string>();
            foreach (var route in Routes.All) foreach (var way in Ways.Keys) views.Add(route, way);
            return views;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task The_page_is_whole(string route, string way)
    {
        var window = await host.KeptAsync(way, new BrowserNewContextOptions(Ways[way]));

        await window.GoToAsync(route);
        await window.ScreenshotAsync($"{way}-{route.Trim('/').Replace('/', '-').Replace('?', '-')}");

        window.Problems.Should().BeEmpty();
        var charts = window.Page.Locator("table[data-chart]");
        foreach (var table in await charts.AllAsync())
        {
            var figure = table.Locator("xpath=ancestor::section");
            (await table.IsVisibleAsync() || await figure.Locator("canvas").IsVisibleAsync()).Should().BeTrue("a chart or its table is seen");
            if (way == "no-js") (await table.IsVisibleAsync()).Should().BeTrue("without scripts the table is seen");
        }

        if (way == "no-js") return;
        var overflow = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().Be(0, "the page does not scroll sideways");
    }

    [BrowserTheory]
    [InlineData(390, 844, "200%")]
    [InlineData(720, 450, "100%")]
    [InlineData(768, 1024, "100%")]
    public async Task Nothing_is_cut_off_or_pushed_out_when_it_is_enlarged(int width, int height, string textSize)
    {
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        await window.Page.AddInitScriptAsync($"document.addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = '{textSize}')");

        foreach (var route in Routes.All)
        {
            await window.GoToAsync(route);
            var lost = await window.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('body *')]
                  .filter(e => !e.closest('.scroll, .printed, svg, .visually-hidden, .skip, pre, textarea') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                  .map(e => `${e.tagName} ${e.textContent.trim().slice(0, 30)}`)
                """);
            lost.Should().BeEmpty("of {0}", route);
        }
    }

    [BrowserTheory]
    [InlineData("/metrics/consultations/print")]
    [InlineData("/metrics/visitors/print")]
    [InlineData("/metrics/one-stop-trainees/print")]
    public async Task The_table_as_published_prints_on_one_sheet(string route)
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync(route);

        var pdf = await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });

        System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Should().HaveCount(2);
    }
}
