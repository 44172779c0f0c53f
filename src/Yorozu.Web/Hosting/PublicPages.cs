using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Yorozu.Web.Caching;

namespace Yorozu.Web.Hosting;

/// <summary>
/// The one place that opens pages to everybody. Whatever is not named here is closed: below <c>/admin</c> it asks for a
/// sign-in, elsewhere it answers as if it were not there.
/// </summary>
public static class PublicPages
{
    // Pages, and folders with everything in them.
    private static readonly string[] Open =
    [
        "/Index", "/About", "/Compare", "/Downloads", "/Error", "/Metrics", "/Prefectures", "/Releases", "/Revisions", "/Scatter", "/Verification",
    ];

    public static void OpenPublicPages(this PageConventionCollection conventions) => conventions.AddFolderApplicationModelConvention("/", page =>
    {
        if (Open.Any(place => page.ViewEnginePath == place || page.ViewEnginePath.StartsWith(place + "/", StringComparison.Ordinal)))
        {
            page.EndpointMetadata.Add(new AllowAnonymousAttribute());
            page.EndpointMetadata.Add(new PublicPage());
            // The error page answers for every request that failed, whatever its method.
            if (page.ViewEnginePath != "/Error") page.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
        }
    });

    /// <summary>A group whose endpoints are open to everybody.</summary>
    public static RouteGroupBuilder MapOpen(this IEndpointRouteBuilder app) => app.MapGroup("").AllowAnonymous();
}
