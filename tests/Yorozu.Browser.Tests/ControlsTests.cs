using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>Header and controls stand in rows, whole, at the width that is tight for them.</summary>
[Collection(BrowserTests.Name)]
public sealed class ControlsTests(BrowserHost host)
{
    [BrowserTheory]
    [InlineData("/?lang=ja", 768)]
    [InlineData("/?lang=en", 768)]
    [InlineData("/?lang=en", 1130)]
    public async Task The_places_and_the_choice_of_a_prefecture_share_a_line(string route, int width)
    {
        await using var window = await OpenAsync(width);
        await window.GoToAsync(route);

        await StandInARowAsync(window.Page.Locator(".site-nav li, .jump > :is(select, button, .language)"));
    }

    [BrowserTheory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task What_a_scatter_shows_is_chosen_in_one_row(string language)
    {
        await using var window = await OpenAsync(1440);
        await window.GoToAsync($"/scatter?x=consultations&y=resolutions&fy=2021&lang={language}");

        await StandInARowAsync(window.Page.Locator(".controls.one-row :is(select, button)"));
    }

    [BrowserFact]
    public async Task The_layout_of_a_pivot_is_asked_for_with_its_shape()
    {
        await using var window = await OpenAsync(1440);
        await window.GoToAsync("/downloads");
        var layout = window.Page.Locator("select[name=rows]");
        (await layout.IsVisibleAsync()).Should().BeFalse("the other shapes have none");

        await window.Page.CheckAsync("input[value=pivot]");
        (await layout.IsVisibleAsync()).Should().BeTrue();

        await layout.SelectOptionAsync("region");
        await window.Page.ClickAsync(".choose > button");
        await window.Page.Locator("#pivot table").WaitForAsync();
        (await window.Page.Locator("#pivot tbody tr").CountAsync()).Should().Be(10);
    }

    [BrowserTheory]
    [InlineData("", 12)]
    [InlineData("&rows=month&columns=area&measure=month&metric=consultations", 20)]
    [InlineData("&rows=metric&columns=area&lang=en", 20)]
    public async Task As_many_columns_of_a_pivot_are_printed_as_fit_on_the_sheet(string query, int columns)
    {
        // A4 landscape within its margins.
        await using var window = await OpenAsync(1032);
        await window.GoToAsync("/downloads?shape=pivot" + query);
        var note = window.Page.Locator(".on-paper");
        (await note.IsVisibleAsync()).Should().BeFalse();

        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        (await window.Page.Locator("#pivot thead th:visible").CountAsync()).Should().Be(1 + columns);
        (await window.Page.Locator("#pivot table").EvaluateAsync<double>("table => table.getBoundingClientRect().right")).Should().BeLessThanOrEqualTo(1032);
        (await note.IsVisibleAsync()).Should().Be(columns == 20);
    }

    private static async Task StandInARowAsync(ILocator places)
    {
        var boxes = await places.EvaluateAllAsync<double[][]>(
            "all => all.map(e => e.getBoundingClientRect()).map(({ top, bottom, height }) => [(top + bottom) / 2, height])");
        boxes.Should().HaveCountGreaterThan(3);
        boxes.Select(box => box[0]).Should().OnlyContain(middle => Math.Abs(middle - boxes[0][0]) < 8);
        boxes.Select(box => box[1]).Should().OnlyContain(height => height < 50, "no word is broken into two lines");
    }

    private Task<Window> OpenAsync(int width) => host.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
}
