using Microsoft.Net.Http.Headers;

namespace Yorozu.Web.Downloads.Files;

/// <summary>RFC 9110 §13: If-None-Match takes precedence over If-Modified-Since.</summary>
internal static class ExtractConditions
{
    public static bool IsNotModified(HttpRequest request, EntityTagHeaderValue tag, DateTimeOffset lastModified)
    {
        var conditions = request.GetTypedHeaders();
        if (conditions.IfNoneMatch.Count > 0)
        {
            return conditions.IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
        }

        // The header has whole seconds.
        return conditions.IfModifiedSince is { } since && lastModified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
