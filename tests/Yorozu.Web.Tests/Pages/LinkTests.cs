using System.Net;

namespace Yorozu.Web.Tests.Pages;

public sealed class LinkTests
{
    [Fact]
    public async Task No_link_of_any_page_leads_nowhere()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var visited = await SiteWalk.VisitAsync(app.Client, "/").Select(v => (v.Address, v.Response.StatusCode)).ToListAsync();

        visited.Should().HaveCountGreaterThan(50);
        visited.Where(v => v.StatusCode >= HttpStatusCode.BadRequest).Should().BeEmpty();
    }
}
