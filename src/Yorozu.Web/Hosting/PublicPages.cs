using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Yorozu.Web.Caching;
using Yorozu.Web.Embedding;
using Yorozu.Web.Previews;

namespace Yorozu.Web.Hosting;

/// <summary>
/// The only list of public pages. Everything else is closed: addresses below <c>/admin</c> ask for a sign-in, others answer
/// 404.
/// </summary>
public static class PublicPages
{
    // Pages, and folders with everything in them.
    private static readonly string[] Open =
    [
        "/Index", "/About", "/Api", "/Compare", "/Downloads", "/Error", "/Indicators", "/Metrics", "/Prefectures", "/Releases", "/Revisions", "/Scatter",
        "/Verification",
    ];

    public static void OpenPublicPages(this PageConventionCollection conventions) => conventions.AddFolderApplicationModelConvention("/", page =>
    {
        if (Open.Any(place => page.ViewEnginePath == place || page.ViewEnginePath.StartsWith(place + "/", StringComparison.Ordinal)))
        {
            page.EndpointMetadata.Add(new AllowAnonymousAttribute());
            page.EndpointMetadata.Add(new PublicPage());
            // The error page answers failed requests of any method.
            if (page.ViewEnginePath == "/Error") return;
            page.EndpointMetadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head], acceptCorsPreflight: true));
        }
    });

    /// <summary>
    /// Answers 404 for what is no public page, such as the sign-in, below <c>/embed</c> and in a preview. Runs after routing.
    /// </summary>
    public static IApplicationBuilder UsePublicPagesOnly(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isWhole = EmbeddedBlock.Of(http) is null && Preview.Of(http) is null;
        if (isWhole || http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    /// <summary>A group whose endpoints are open to everybody.</summary>
    public static RouteGroupBuilder MapOpen(this IEndpointRouteBuilder app) => app.MapGroup("").AllowAnonymous();
}
