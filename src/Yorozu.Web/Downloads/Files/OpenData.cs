using Microsoft.AspNetCore.Http.HttpResults;
using Yorozu.Web.Caching;
using Yorozu.Web.Figures.Block;

namespace Yorozu.Web.Downloads.Files;

/// <summary>CORS for machine-readable addresses: any origin may read them with GET and HEAD.</summary>
internal static class OpenData
{
    private const string ExposedHeaders =
        "ETag, Last-Modified, Link, Content-Disposition, "
        + "Content-Length, Content-Range, Repr-Digest, Retry-After, Yorozu-Data-Version, Yorozu-Rows, Yorozu-Replaced-Characters";

    public static string[] Methods { get; } = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Opens the files that pages hand out: documents, what a release changed, and the tables and charts of figure blocks.</summary>
    public static IApplicationBuilder UseOpenFiles(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isFile = http.Request.RouteValues.ContainsKey("handler") || FigureFile.ParameterOf(http.Request) is not null;
        if (!isFile || http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is null) return next(http);
        Open(http.Response.Headers);
        return HttpMethods.IsOptions(http.Request.Method) ? AnswerPreflight(http).ExecuteAsync(http) : next(http);
    });

    public static RouteGroupBuilder MapOpenData(this IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix);
        group.AddEndpointFilter((context, next) =>
        {
            Open(context.HttpContext.Response.Headers);
            return next(context);
        });
        group.MapMethods("/{**path}", [HttpMethods.Options], AnswerPreflight).ExcludeFromDescription();
        // A 404 for a script has no HTML page.
        group.MapMethods("/{**path}", Methods, () => ExtractProblems.NotFound).ExcludeFromDescription();
        group.Map("/{**path}", (HttpResponse response) =>
        {
            response.Headers.Allow = "GET, HEAD, OPTIONS";
            return ExtractProblems.MethodNotAllowed;
        }).ExcludeFromDescription();
        return group;
    }

    // Browsers send a preflight request when a script sends If-None-Match.
    private static NoContent AnswerPreflight(HttpContext http)
    {
        var headers = http.Response.Headers;
        (headers.AccessControlAllowMethods, headers.AccessControlAllowHeaders, headers.AccessControlMaxAge) = ("GET, HEAD", "*", "86400");
        return TypedResults.NoContent();
    }

    private static void Open(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = ExposedHeaders;
        // Open data is for other sites: the same-origin policy of the pages does not apply.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }
}
