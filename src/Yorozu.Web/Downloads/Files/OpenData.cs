namespace Yorozu.Web.Downloads.Files;

/// <summary>CORS for machine-readable addresses: any origin may read them with GET and HEAD.</summary>
internal static class OpenData
{
    private const string ExposedHeaders =
        "ETag, Last-Modified, Content-Disposition, "
        + "Content-Length, Repr-Digest, Retry-After, Yorozu-Data-Version, Yorozu-Rows, Yorozu-Replaced-Characters";

    public static string[] Methods { get; } = [HttpMethods.Get, HttpMethods.Head];

    public static RouteGroupBuilder MapOpenData(this IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix);
        group.AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = ExposedHeaders;
            // Open data is for other sites: the same-origin policy of the pages does not apply.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return next(context);
        });
        // Browsers send a preflight request when a script sends If-None-Match.
        group.MapMethods("/{**path}", [HttpMethods.Options], (HttpResponse response) =>
        {
            response.Headers.AccessControlAllowMethods = "GET, HEAD";
            response.Headers.AccessControlAllowHeaders = "*";
            response.Headers.AccessControlMaxAge = "86400";
            return TypedResults.NoContent();
        }).ExcludeFromDescription();
        // A 404 for a script has no HTML page.
        group.MapMethods("/{**path}", Methods, () => ExtractProblems.NotFound).ExcludeFromDescription();
        group.Map("/{**path}", (HttpResponse response) =>
        {
            response.Headers.Allow = "GET, HEAD, OPTIONS";
            return ExtractProblems.MethodNotAllowed;
        }).ExcludeFromDescription();
        return group;
    }
}
