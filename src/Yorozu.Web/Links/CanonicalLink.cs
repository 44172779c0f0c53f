using Yorozu.Web.Caching;

namespace Yorozu.Web.Links;

/// <summary>The one address of a public page among those that differ in what they choose, highlight or go back to.</summary>
public static class CanonicalLink
{
    /// <summary>Null on error pages and pages of admins.</summary>
    public static string? Of(HttpContext http) =>
        http.Response.StatusCode == StatusCodes.Status200OK && http.GetEndpoint()?.Metadata.GetMetadata<PublicPage>() is not null
            ? Canonical((http.Request.PathBase + http.Request.Path).Value!)
            : null;

    // Pages answer in capitals and with a slash at the end too.
    private static string Canonical(string path) => path.ToLowerInvariant().TrimEnd('/') is { Length: > 0 } name ? name : "/";
}
