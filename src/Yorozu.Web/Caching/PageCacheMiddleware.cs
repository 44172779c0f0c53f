using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Yorozu.Web.Admin.Sessions;
using Yorozu.Web.Embedding;
using Yorozu.Web.Previews;
using Yorozu.Web.Telemetry;

namespace Yorozu.Web.Caching;

/// <summary>
/// Serves public pages from memory while the data version stays the same. Runs before compression, so that a cached page is
/// compressed once, and after localization, routing and <see cref="KnownParameters"/>.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, PageCache cache, SiteHosts hosts, IResponseCompressionProvider compression, WebMeter meter)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsPublicPage(http) || await IsAdminAsync(http))
        {
            await next(http);
            return;
        }

        using var body = new MemoryStream();
        var (page, wasThere) = await cache.GetAsync(KeyOf(http), () => RenderAsync(http, body), http.RequestAborted);
        meter.Lookup("pages", wasThere);
        if (page is not null) await page.SendAsync(http);
        else if (body.Length > 0) await http.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
    }

    // An error page is re-executed through here with the status of the failure.
    private static bool IsPublicPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null
        && Preview.Of(http) is null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Response.StatusCode == StatusCodes.Status200OK;

    // A cookie alone proves nothing: anybody can send one.
    private static async Task<bool> IsAdminAsync(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(AdminSession.CookieName)) return false;
        if (!(await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded) return false;
        http.Response.Headers.CacheControl = "no-store";
        return true;
    }

    private PageKey KeyOf(HttpContext http) => new(
        http.Request.Scheme,
        hosts.Find(http.Request.Host) ?? "",
        EmbeddedBlock.Of(http)?.Path ?? http.Request.PathBase + http.Request.Path.Value,
        http.Request.QueryString.Value ?? "",
        CultureInfo.CurrentUICulture.Name,
        compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName ?? "" : "");

    /// <summary>Renders the page with the rest of the pipeline. Null when it is not cacheable; the body then has the response to send.</summary>
    private async Task<CachedPage?> RenderAsync(HttpContext http, MemoryStream body)
    {
        var wire = http.Features.Get<IHttpResponseBodyFeature>()!;
        var (method, aborted, cookies) = (http.Request.Method, http.RequestAborted, http.Response.Headers.SetCookie.Count);
        var buffer = new StreamResponseBodyFeature(body);
        http.Features.Set<IHttpResponseBodyFeature>(buffer);
        // Never cache the missing body of a HEAD request or the partial page of a disconnected client.
        http.Request.Method = HttpMethods.Get;
        http.RequestAborted = CancellationToken.None;
        try
        {
            await next(http);
            await buffer.CompleteAsync();
        }
        finally
        {
            http.Features.Set(wire);
            http.Request.Method = method;
            http.RequestAborted = aborted;
        }

        var headers = http.Response.Headers;
        if (http.Response.StatusCode == StatusCodes.Status200OK && headers.SetCookie.Count == cookies && headers.CacheControl.Count == 0)
        {
            return new CachedPage(body.ToArray(), headers);
        }

        // A cookie is only for this reader.
        if (headers.CacheControl.Count == 0 || headers.SetCookie.Count > 0) headers.CacheControl = "no-store";
        return null;
    }
}
