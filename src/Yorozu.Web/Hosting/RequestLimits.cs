using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Yorozu.Web.Hosting;

/// <summary>Limits of requests and connections. Kestrel's defaults for the request line (8 KiB) and headers (32 KiB, 100 of them) apply.</summary>
public static class RequestLimits
{
    /// <summary>Enough for any form except the upload, which sets its own limit.</summary>
    public const long MaxBody = 64 * 1024;

    public static void Set(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.ConfigureEndpointDefaults(UnencodedAddress.Explain);
        options.Limits.MaxRequestBodySize = MaxBody;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
        options.Limits.MaxConcurrentConnections = 4096;
        // Kestrel gives a response the time its size needs at the minimum rate: five minutes for a page at the default of 240 bytes a second.
        var slowest = new MinDataRate(2048, TimeSpan.FromSeconds(10));
        (options.Limits.MinRequestBodyDataRate, options.Limits.MinResponseDataRate) = (slowest, slowest);
    }

    /// <summary>
    /// Answers before the body is read: 413 for a too long content length, 405 for an unsupported method. Runs before
    /// authorization, which would ask for a sign-in first.
    /// </summary>
    public static IApplicationBuilder UseRequestLimits(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // The error page is re-executed through here with the status of the failure.
        if (http.Response.StatusCode != StatusCodes.Status200OK) return next(http);

        var endpoint = http.GetEndpoint();
        // Routing's 405 endpoint has no other mark.
        if (endpoint is { DisplayName: "405 HTTP Method Not Supported", RequestDelegate: { } refuse }) return refuse(http);
        if (http.Request.ContentLength > MaxBody && endpoint?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(http);
    });
}
