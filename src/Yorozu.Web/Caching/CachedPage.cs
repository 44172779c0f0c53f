using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Yorozu.Web.Caching;

/// <summary>
/// The cache key of a page at one data version. Contains no free text from the request, only values that the page has accepted.
/// </summary>
/// <param name="Host">The host when it is one of <c>Yorozu:Hosts</c>; empty for any other, whose name no cached page contains.</param>
/// <param name="Query">As <see cref="KnownParameters"/> leaves it.</param>
public sealed record PageKey(string Scheme, string Host, string Path, string Query, string Language, string Coding)
{
    /// <summary>True for the addresses that most readers ask for: so few that all of them have room.</summary>
    public bool IsCommon => Query.Length == 0 && Coding.Length > 0 && !Path.Any(char.IsAsciiLetterUpper);

    public int Length => Host.Length + Path.Length + Query.Length;
}

/// <summary>A finished page or file as it is sent, compressed if the browser takes that.</summary>
public sealed class CachedPage(byte[] body, IHeaderDictionary made)
{
    /// <summary>What the page says about its body.</summary>
    private static readonly string[] OfTheBody = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition];

    private static readonly string Varies = $"{HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}, {HeaderNames.Cookie}";

    // Of the bytes themselves: another version of the data or of the program that changes nothing here need not be sent.
    private readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";

    private readonly (string Name, StringValues Value)[] _headers = [.. OfTheBody.Select(name => (name, made[name]))];

    public int Length => body.Length;

    /// <summary>Answers with the page, or with nothing but its tag where the reader has it already.</summary>
    public Task SendAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        // A cookie, such as that of a language just chosen, is for this reader alone.
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
