using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Yorozu.Web.Tests.Admin;

/// <summary>One handler of a page below /admin, and where it is asked.</summary>
internal sealed record AdminHandler(string Page, string Address, string Method, string? Name)
{
    /// <summary>Every handler there is, so that a new one is tested without anybody naming it.</summary>
    public static async Task<List<AdminHandler>> AllAsync(IServiceProvider services)
    {
        var handlers = new List<AdminHandler>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) continue;
            if (!page.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal)) continue;
            var compiled = await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
            var address = "/" + endpoint.RoutePattern.RawText!.Replace("{id:int}", "1", StringComparison.Ordinal);
            handlers.AddRange(compiled.HandlerMethods.Select(m => new AdminHandler(
                page.ViewEnginePath, m.Name is null ? address : $"{address}?handler={m.Name}", m.HttpMethod, m.Name)));
        }

        return handlers;
    }
}
