using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Snapshots;
using Yorozu.Web.Admin;
using Yorozu.Web.Telemetry;

namespace Yorozu.Web.Caching;

/// <summary>
/// Answers public pages from memory while the data version stays the same. Stands before compression, so that a kept page
/// is compressed once, and after the language and the endpoint are known.
/// </summary>
internal sealed class PageCacheMiddleware(
    RequestDelegate next, PageCache cache, DataVersionWatch versions, IResponseCompressionProvider compression, WebMeter meter)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!IsPublicPage(http) || IsAdmin(http) || Version() is not { } version)
        {
            await next(http);
            return;
        }

        var key = KeyOf(http);
        var page = cache.Find(version, key);
        meter.Lookup("pages", page is not null);
        if (page is null)
        {
            page = await RenderAsync(http);
            // A page made while something was published may show either state: it is sent, not kept.
            if (page is not null && Version() == version) cache.Keep(version, key, page);
        }

        if (page is not null) await page.SendAsync(http);
    }

    // An error page comes through here again, with the status of what failed.
    private static bool IsPublicPage(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Response.StatusCode == StatusCodes.Status200OK;

    private static bool IsAdmin(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(AdminSession.CookieName)) return false;
        http.Response.Headers.CacheControl = "no-store";
        return true;
    }

    private DataVersion? Version()
    {
        try
        {
            return versions.Read();
        }
        catch (SqliteException)
        {
            // The page meets the same and says so.
            return null;
        }
    }

    private PageKey KeyOf(HttpContext http) => new(
        http.Request.Scheme,
        http.Request.Host.Value ?? "",
        http.Request.PathBase + http.Request.Path.Value,
        http.Request.QueryString.Value ?? "",
        CultureInfo.CurrentUICulture.Name,
        compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName ?? "" : "");

    /// <summary>The page that the rest of the program makes; null, and sent already, when it is not for everybody.</summary>
    private async Task<KeptPage?> RenderAsync(HttpContext http)
    {
        var wire = http.Features.Get<IHttpResponseBodyFeature>()!;
        var method = http.Request.Method;
        using var body = new MemoryStream();
        var buffer = new StreamResponseBodyFeature(body);
        http.Features.Set<IHttpResponseBodyFeature>(buffer);
        // Whoever asks for the head alone must not leave others a file without its body.
        http.Request.Method = HttpMethods.Get;
        try
        {
            await next(http);
            await buffer.CompleteAsync();
        }
        finally
        {
            http.Features.Set(wire);
            http.Request.Method = method;
        }

        var headers = http.Response.Headers;
        if (http.Response.StatusCode == StatusCodes.Status200OK && headers.SetCookie.Count == 0 && headers.CacheControl.Count == 0)
        {
            return new KeptPage(body.ToArray(), headers);
        }

        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        if (body.Length > 0) await http.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
        return null;
    }
}
