using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class MainJobTests(BrowserHost host)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/", "home" },
        { "/metrics/consultations", "metric" },
        { "/prefectures/33", "prefecture" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task The_page_loads_without_a_complaint_and_every_canvas_is_drawn_on(string path, string name)
    {
        await using var window = await host.OpenAsync();

        await window.GoToAsync(path);
        await window.ScreenshotAsync(name);

        window.Problems.Should().BeEmpty();
        var inked = await InkedPixelsAsync(window.Page);
        inked.Should().NotBeEmpty("{0} has charts", path);
        inked.Should().OnlyContain(pixels => pixels > 500);
    }

    [BrowserFact]
    public async Task Japanese_is_drawn_with_glyphs_not_with_empty_boxes()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/");

        // A character without a glyph looks like every other one without.
        var pictures = await window.Page.EvaluateAsync<string[]>(
            """
            () => ['都', '道', '\uFFFFE'].map(character => {
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 40;
              const context = canvas.getContext('2d');
              context.font = '32px ' + getComputedStyle(document.body).fontFamily;
              context.fillText(character, 2, 32);
              return canvas.toDataURL();
            })
            """);

        pictures.Should().OnlyHaveUniqueItems();
    }

    private static Task<int[]> InkedPixelsAsync(IPage page) => page.EvaluateAsync<int[]>(
        """
        () => [...document.querySelectorAll('canvas')].map(canvas => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let inked = 0;
          for (let i = 3; i < data.length; i += 4) if (data[i] > 0) inked++;
          return inked;
        })
        """);
}
