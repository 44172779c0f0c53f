using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>A table that is wider than a phone says that there is more, and stays readable while it scrolls.</summary>
[Collection(BrowserTests.Name)]
public sealed class NarrowTableTests(BrowserHost host)
{
    private const string FirstColumn =
        """
        box => [...box.querySelectorAll('tbody tr:not(.section)')].map(row => {
          row.scrollIntoView({ block: 'center' });
          const [name, left] = [row.cells[0], box.getBoundingClientRect().left];
          const [at, style] = [name.getBoundingClientRect(), getComputedStyle(name)];
          const isAbove = [1, at.width / 2, at.width - 1].every(x => name.contains(document.elementFromPoint(at.left + x, at.top + at.height / 2)));
          return [isAbove, at.left === left, style.backgroundColor !== 'rgba(0, 0, 0, 0)', style.borderBottomWidth, style.borderRightWidth].join(' ');
        })
        """;

    [BrowserTheory]
    [InlineData("/prefectures/33?lang=en", "table.metrics-of-prefecture", ColorScheme.Dark)]
    [InlineData("/prefectures/33", "table.years", ColorScheme.Light)]
    [InlineData("/metrics/consultations", "table.heat", ColorScheme.Light)]
    [InlineData("/metrics/consultations?lang=en", "table.heat", ColorScheme.Dark)]
    public async Task The_right_edge_is_shaded_until_the_end_is_reached(string route, string table, ColorScheme scheme)
    {
        await using var window = await OpenAsync(scheme);
        await window.GoToAsync(route);
        var box = window.Page.Locator(".scroll", new() { Has = window.Page.Locator(table) });

        (await IsShadedAsync(window.Page, box, 0)).Should().BeTrue("there is more to the right");
        (await IsShadedAsync(window.Page, box, 9999)).Should().BeFalse("the end is reached");
    }

    [BrowserTheory]
    [InlineData("/prefectures/33?lang=en", "table.metrics-of-prefecture")]
    [InlineData("/prefectures/33", "table.years")]
    [InlineData("/metrics/consultations", "table.heat")]
    public async Task The_first_column_covers_what_slides_below_it_and_keeps_its_lines(string route, string table)
    {
        await using var window = await OpenAsync(ColorScheme.Light);
        await window.GoToAsync(route);
        var box = window.Page.Locator(".scroll", new() { Has = window.Page.Locator(table) });
        await box.EvaluateAsync("box => { box.scrollLeft = 70; }");
        await window.ScreenshotAsync($"narrow-{table}");

        (await box.EvaluateAsync<string[]>(FirstColumn)).Distinct().Should().Equal("true true true 1px 1px");
    }

    [BrowserFact]
    public async Task Only_the_heading_of_the_names_stays_when_a_table_with_two_rows_of_headings_scrolls()
    {
        await using var window = await OpenAsync(ColorScheme.Light);
        await window.GoToAsync("/compare?section=all&areas=33,13,27");

        var stays = await window.Page.EvaluateAsync<bool[]>(
            """
            () => {
              const heads = [...document.querySelectorAll('.grid-of-areas thead tr')].map(row => row.cells[0]);
              const before = heads.map(head => head.getBoundingClientRect().left);
              document.querySelector('.scroll:has(.grid-of-areas)').scrollLeft = 9999;
              return heads.map((head, i) => head.getBoundingClientRect().left === before[i]);
            }
            """);

        stays.Should().Equal(true, false);
    }

    [BrowserTheory]
    [InlineData("/prefectures/33?lang=en")]
    [InlineData("/compare?section=all&areas=33,13,27")]
    public async Task The_name_of_a_section_stays_where_it_is(string route)
    {
        await using var window = await OpenAsync(ColorScheme.Light);
        await window.GoToAsync(route);
        var names = window.Page.Locator("tr.section span");

        await window.Page.Locator(".scroll:has(tr.section)").EvaluateAsync("box => { box.scrollLeft = 9999; }");

        foreach (var name in await names.AllAsync())
        {
            var box = (await name.BoundingBoxAsync())!;
            box.X.Should().BeInRange(0, 40);
            (box.X + box.Width).Should().BeLessThan(390);
        }
    }

    /// <summary>True when the right edge looks otherwise without the shade.</summary>
    private static async Task<bool> IsShadedAsync(IPage page, ILocator box, int position)
    {
        await box.EvaluateAsync("(box, x) => { box.scrollLeft = x; box.scrollIntoView(); }", position);
        var at = (await box.BoundingBoxAsync())!;
        var edge = new PageScreenshotOptions { Clip = new() { X = at.X + at.Width - 8, Y = at.Y, Width = 8, Height = Math.Min(at.Height, 300) } };
        var shaded = await page.ScreenshotAsync(edge);
        await box.EvaluateAsync("box => box.style.setProperty('--shade', 'transparent')");
        var plain = await page.ScreenshotAsync(edge);
        await box.EvaluateAsync("box => box.style.removeProperty('--shade')");
        return !shaded.AsSpan().SequenceEqual(plain);
    }

    private Task<Window> OpenAsync(ColorScheme scheme) =>
        host.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, ColorScheme = scheme });
}
