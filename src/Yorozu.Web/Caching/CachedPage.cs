using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Yorozu.Web.Caching;

/// <summary>
/// The cache key of a page at one data version. Contains no free text from the request, only values that the page has accepted.
/// </summary>
/// <param name="Host">The host when it is one of <c>Yorozu:Hosts</c>; empty for any other host, which no cached page contains.</param>
/// <param name="Query">The query string after <see cref="KnownParameters"/>.</param>
public sealed record PageKey(string Scheme, string Host, string Path, string Query, string Language, string Coding)
{
    /// <summary>True for the most requested addresses, few enough that all fit.</summary>
    public bool IsCommon => Query.Length == 0 && Coding.Length > 0 && !Path.Any(char.IsAsciiLetterUpper);

    public int Length => Host.Length + Path.Length + Query.Length;
}

/// <summary>A rendered page or file as sent, compressed if the browser accepts it.</summary>
public sealed class CachedPage(byte[] body, IHeaderDictionary made)
{
    /// <summary>The headers that describe the body.</summary>
    private static readonly string[] OfTheBody = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition];

    private static readonly string Varies = $"{HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}, {HeaderNames.Cookie}";

    // A hash of the bytes: a new version of data or program that leaves the page unchanged need not be sent.
    private readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";

    private readonly (string Name, StringValues Value)[] _headers = [.. OfTheBody.Select(name => (name, made[name]))];

    public int Length => body.Length;

    /// <summary>Sends the page, or 304 when the client already has it.</summary>
    public Task SendAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        // A cookie, such as the chosen language, is only for this reader.
        headers.CacheControl = headers.SetCookie.Count > 0 ? "no-store" : "public, no-cache";
        headers.Vary = Varies;
        headers.ETag = _tag;
        if (IsKnownTo(http.Request))
        {
            foreach (var name in OfTheBody) headers.Remove(name);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        foreach (var (name, value) in _headers) headers[name] = value;
        headers.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(body, 0, body.Length, http.RequestAborted);
    }

    // Proxies that compress on the way make a tag weak.
    private bool IsKnownTo(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0 && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == _tag);
}
