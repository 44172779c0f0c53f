using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class AccessibilityTests(BrowserHost host)
{
    public static TheoryData<string, ColorScheme> Views
    {
        get
        {
            var views = new TheoryData<string, ColorScheme>();
            foreach (var route in Routes.All) views.Add(route, ColorScheme.Light);
            // The colours are the same on all pages: one of each kind is enough.
            foreach (var route in (string[])["/", "/metrics/consultations?highlight=13", "/prefectures/33?fy=2021", "/verification"])
            {
                views.Add(route, ColorScheme.Dark);
            }

            return views;
        }
    }

    [BrowserTheory]
    [MemberData(nameof(Views))]
    public async Task Axe_finds_nothing(string route, ColorScheme scheme)
    {
        var window = await host.KeptAsync($"axe {scheme}", new BrowserNewContextOptions { ColorScheme = scheme });
        await window.GoToAsync(route);

        (await window.Page.ViolationsAsync()).Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Axe_finds_a_page_without_a_language()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/about");
        await window.Page.EvaluateAsync("() => document.documentElement.removeAttribute('lang')");

        (await window.Page.ViolationsAsync()).Should().ContainSingle().Which.Should().StartWith("html-has-lang: ");
    }

    [BrowserFact]
    public async Task The_keyboard_reaches_the_content_the_map_and_the_chart()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/consultations");
        var keyboard = window.Page.Keyboard;

        await keyboard.PressAsync("Tab");
        (await FocusedAsync(window.Page)).Should().Be("a.skip");
        await keyboard.PressAsync("Enter");

        var seen = new HashSet<string>();
        for (var i = 0; i < 40; i++)
        {
            await keyboard.PressAsync("Tab");
            seen.Add(await FocusedAsync(window.Page));
        }

        seen.Should().Contain("canvas").And.Contain("a@/prefectures/01").And.NotContain("a@/downloads", "the skip link has passed the header");
    }

    [BrowserFact]
    public async Task Arrow_keys_walk_a_chart_and_say_what_it_shows()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/consultations");
        var canvas = window.Page.Locator("#trend canvas");

        await canvas.FocusAsync();
        await window.Page.Keyboard.PressAsync("End");
        await window.Page.Keyboard.PressAsync("ArrowLeft");

        (await window.Page.Locator("#trend [aria-live]").TextContentAsync()).Should().Be("2月 令和3年度（2021年度） 32,882");
    }

    [BrowserFact]
    public async Task A_map_is_one_stop_and_arrow_keys_walk_it_by_name_and_figure()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/metrics/consultations?highlight=27");
        var page = window.Page;

        (await page.Locator(".shapes a[tabindex='0']").CountAsync()).Should().Be(1);
        await page.Locator(".shapes a[tabindex='0']").FocusAsync();
        (await SaidAsync()).Should().Be("大阪府 12,069件");
        await page.Keyboard.PressAsync("ArrowRight");
        (await SaidAsync()).Should().Be("兵庫県 5,965件");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowLeft");
        (await SaidAsync()).Should().Be("北海道 11,444件");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<bool>("() => document.activeElement.closest('.map') === null")).Should().BeTrue("the next stop is behind the map");

        Task<string> SaidAsync() => page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>(
        """
        () => {
          const element = document.activeElement;
          const name = element.tagName.toLowerCase();
          return element.classList.contains('skip') ? 'a.skip' : name === 'a' ? `a@${(element.getAttribute('href') ?? '').split('?')[0]}` : name;
        }
        """);
}
