namespace Yorozu.Web.Downloads.Files;

/// <summary>What all machine-readable addresses share: they may be read from any origin, with GET and HEAD.</summary>
internal static class OpenData
{
    private const string ExposedHeaders =
        "ETag, Last-Modified, Content-Disposition, "
        + "Content-Length, Link, Repr-Digest, Yorozu-Data-Version, Yorozu-Rows, Yorozu-Replaced-Characters";

    public static string[] Methods { get; } = [HttpMethods.Get, HttpMethods.Head];

    public static RouteGroupBuilder MapOpenData(this IEndpointRouteBuilder app, string prefix)
    {
        var group = app.MapGroup(prefix);
        group.AddEndpointFilter((context, next) =>
        {
            var headers = context.HttpContext.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = ExposedHeaders;
            // Data for other sites: the house's same-origin rule for pages does not fit it.
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return next(context);
        });
        // Browsers ask first when a script sends If-None-Match.
        group.MapMethods("/{**path}", [HttpMethods.Options], (HttpResponse response) =>
        {
            response.Headers.AccessControlAllowMethods = "GET, HEAD";
            response.Headers.AccessControlAllowHeaders = "*";
            response.Headers.AccessControlMaxAge = "86400";
            return TypedResults.NoContent();
        }).ExcludeFromDescription();
        // A script that asks for what is not there wants no page about it.
        group.MapMethods("/{**path}", Methods, () => ExtractProblems.NotFound).ExcludeFromDescription();
        group.Map("/{**path}", (HttpResponse response) =>
        {
            response.Headers.Allow = "GET, HEAD, OPTIONS";
            return ExtractProblems.MethodNotAllowed;
        }).ExcludeFromDescription();
        return group;
    }
}
