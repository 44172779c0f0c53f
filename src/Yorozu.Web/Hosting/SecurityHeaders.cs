using Yorozu.Web.Embedding;

namespace Yorozu.Web.Hosting;

/// <summary>
/// Security headers of every response: nothing from other origins, no inline script or style (a block of JSON-LD is data), no frames
/// except for embedded figure blocks on the sites of <see cref="EmbedHosts"/>.
/// </summary>
public static class SecurityHeaders
{
    // data: is for the image of a map, which the browser makes from the page's SVG.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, EmbedHosts hosts) => app.Use((context, next) =>
    {
        // On starting: the error handler clears headers set earlier.
        context.Response.OnStarting(() =>
        {
            Set(context.Response.Headers, EmbeddedBlock.Of(context) is null ? null : hosts.Sources);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(IHeaderDictionary headers, string? ancestors)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy + (ancestors ?? "'none'");
        headers.XContentTypeOptions = "nosniff";
        // It knows no list of hosts.
        if (ancestors is null) headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
