using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Yorozu.Web.Hosting;

/// <summary>What one client may take up. Kestrel's own limits of the request line (8 KiB) and the headers (32 KiB, 100 of them) stand.</summary>
public static class RequestLimits
{
    /// <summary>More than any form but the upload's, which sets its own.</summary>
    public const long MaxBody = 64 * 1024;

    public static void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MaxBody;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        options.Limits.MaxConcurrentConnections = 4096;
        // Kestrel waits as long as what is to be sent may take: at its own 240 bytes a second five minutes for a page.
        var slowest = new MinDataRate(2048, TimeSpan.FromSeconds(10));
        (options.Limits.MinRequestBodyDataRate, options.Limits.MinResponseDataRate) = (slowest, slowest);
    }

    /// <summary>
    /// Answers before the body is read: 413 when it says that it is too long, 405 when the address takes no such method.
    /// Stands before authorization, which would ask for a sign-in first.
    /// </summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // The error page comes through here again, with the status of what failed.
        if (http.Response.StatusCode != StatusCodes.Status200OK) return next(http);

        var endpoint = http.GetEndpoint();
        // Routing's own answer, which has no other mark.
        if (endpoint is { DisplayName: "405 HTTP Method Not Supported", RequestDelegate: { } refuse }) return refuse(http);
        if (http.Request.ContentLength > MaxBody && endpoint?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(http);
    });
}
