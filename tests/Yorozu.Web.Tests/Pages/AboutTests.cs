using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Pages;

public sealed class AboutTests
{
    [Fact]
    public async Task The_rules_of_machine_readability_are_shown_with_their_result()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var page = await app.GetPageAsync("/about");

        page.Body!.TextContent.Should().Contain("18項目のうち18項目に適合しています。");
        page.QuerySelectorAll("tbody .badge.holds").Should().HaveCount(18);
        page.QuerySelectorAll("tbody .badge.fails").Should().BeEmpty();
    }
}
