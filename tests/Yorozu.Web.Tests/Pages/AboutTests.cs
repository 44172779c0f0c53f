using AngleSharp.Dom;
using Yorozu.Web.Downloads.Descriptors;

namespace Yorozu.Web.Tests.Pages;

public sealed class AboutTests
{
    [Fact]
    public async Task The_machine_readability_rules_that_the_file_meets_are_listed()
    {
        await using var app = await WebApp.SharedAsync();
        var page = await app.GetPageAsync("/about");

        page.QuerySelectorAll("tbody th").Select(c => c.TextContent).Should().Equal(MachineReadability.Rules.Select(r => r.Numbers));
    }
}
