using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>What a phone shows is whole: captions, names and figures are neither cut nor parted.</summary>
[Collection(BrowserTests.Name)]
public sealed class PhoneTests(BrowserHost host)
{
    private static readonly string[] Languages = ["ja", "en"];

    public static TheoryData<string> Pages =>
    [
        "/",
        "/prefectures/33?fy=2021",
        "/metrics/consultations",
        "/metrics/one-stop-consultations?per=population",
        "/indicators",
        "/indicators/resolution-rate?view=all&area=33",
        "/downloads",
        "/verification",
    ];

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Captions_wrap_to_the_width_of_their_box(string route)
    {
        await using var window = await OpenAsync();
        foreach (var language in Languages)
        {
            await window.GoToAsync(In(route, language));

            var cut = await window.Page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('.scroll caption')].filter(c => c.checkVisibility())
                  .filter(c => c.getBoundingClientRect().width > c.closest('.scroll').clientWidth || c.scrollWidth > c.clientWidth)
                  .map(c => c.textContent)
                """);

            cut.Should().BeEmpty("of {0} in {1}", route, language);
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Years_figures_and_factors_stay_on_one_line(string route)
    {
        await using var window = await OpenAsync();
        await window.GoToAsync(route);

        var parted = await window.Page.EvaluateAsync<string[]>(
            """
            () => {
              const found = [];
              const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const text = texts.currentNode;
                if (!text.parentElement.checkVisibility() || text.parentElement.closest('option, .visually-hidden, svg, pre, textarea')) continue;
                for (const unit of text.data.matchAll(/令和[0-9]+年度?|[0-9]+〜[0-9]+月|[0-9,.]+(か所|か月|件|者|人|%|MB|行)|か所|か月|× [0-9,]+/g)) {
                  const range = document.createRange();
                  range.setStart(text, unit.index);
                  range.setEnd(text, unit.index + unit[0].length);
                  if (new Set([...range.getClientRects()].filter(r => r.width > 1).map(r => Math.round(r.top))).size > 1) found.push(`${unit[0]} in ${text.data.trim()}`);
                }
              }
              return found;
            }
            """);

        parted.Should().BeEmpty();
    }

    [BrowserTheory]
    [InlineData("ja", "北海道", "鹿児島")]
    [InlineData("en", "Hokkaido", "Kagoshima")]
    public async Task Tiles_are_named_in_the_language_of_the_page_and_the_names_fit(string language, string first, string southern)
    {
        await using var window = await OpenAsync();
        await window.GoToAsync(In("/metrics/consultations", language));

        var tiles = await window.Page.EvaluateAsync<string[][]>(
            """
            () => [...document.querySelectorAll('.tiles a')].map(link => {
              const [tile, ...lines] = [...link.querySelectorAll('rect, text')].map(part => part.getBBox());
              const fits = lines.every(l => l.x >= tile.x && l.x + l.width <= tile.x + tile.width && l.y >= tile.y && l.y + l.height <= tile.y + tile.height);
              return [link.textContent.replace(/[-\s]/g, ''), link.getAttribute('aria-label'), String(fits)];
            })
            """);

        tiles.Should().HaveCount(47).And.OnlyContain(t => t[2] == "true" && t[1].StartsWith(t[0], StringComparison.Ordinal));
        tiles[0][0].Should().Be(first);
        tiles[45][0].Should().Be(southern);
    }

    [BrowserTheory]
    [InlineData("/metrics/consultations")]
    [InlineData("/metrics/consultations?show=yoy")]
    public async Task The_heat_table_opens_at_the_newest_month_and_cuts_no_column(string route)
    {
        await using var window = await OpenAsync();
        await window.GoToAsync(route);

        var isShown = await window.Page.EvaluateAsync<bool>(
            """
            () => {
              const heat = document.querySelector('.heat');
              const [newest, box] = [[...heat.tHead.rows[0].cells].at(-2), heat.parentElement].map(e => e.getBoundingClientRect());
              const [names, ...columns] = [...heat.tHead.rows[0].cells].map(e => e.getBoundingClientRect());
              const isWhole = columns.every(column => column.left >= names.right - 1 || column.right <= names.right + 1);
              return newest.left > box.left && newest.right <= box.right && isWhole;
            }
            """);

        isShown.Should().BeTrue();
    }

    [BrowserFact]
    public async Task Fiscal_years_use_the_whole_width()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("/metrics/consultations?view=annual");

        var rest = await window.Page.EvaluateAsync<double>(
            "() => { const chart = Chart.getChart(document.querySelector('#trend canvas')); return chart.width - chart.chartArea.right; }");

        rest.Should().BeLessThanOrEqualTo(16, "no line ends there whose name would need room");
    }

    [BrowserFact]
    public async Task The_button_of_the_downloads_is_in_sight_at_once()
    {
        await using var window = await OpenAsync();
        await window.GoToAsync("/downloads");
        await window.Page.Locator(".choose h2").ScrollIntoViewIfNeededAsync();

        await Assertions.Expect(window.Page.Locator(".choose > button")).ToBeInViewportAsync();
    }

    private static string In(string route, string language) => $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";

    private Task<Window> OpenAsync() => host.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
}
