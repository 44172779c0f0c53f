using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>Choosing what to compare.</summary>
[Collection(BrowserTests.Name)]
public sealed class CompareTests(BrowserHost host)
{
    [BrowserFact]
    public async Task Boxes_ticked_before_another_choice_of_metrics_are_still_ticked_and_the_reader_is_at_the_result()
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync("/compare");

        await window.Page.GetByLabel("岡山県", new() { Exact = true }).CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "すべての指標", Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync("**/compare?*");

        window.Page.Url.Should().Contain("areas=33").And.Contain("section=all").And.EndWith("#choice");
        (await window.Page.Locator("#comparison th.area").AllInnerTextsAsync()).Should().Equal("岡山県");
    }
}
