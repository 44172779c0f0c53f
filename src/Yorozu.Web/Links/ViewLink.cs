using Microsoft.AspNetCore.WebUtilities;

namespace Yorozu.Web.Links;

/// <summary>The address of the same view with something changed: all state of a view is in its address.</summary>
public static class ViewLink
{
    /// <summary>Sets parameters; null takes one away.</summary>
    public static string With(this HttpRequest request, params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        foreach (var (name, value) in changes)
        {
            if (value is null) query.Remove(name);
            else query[name] = value;
        }

        return request.PathBase + request.Path + QueryString.Create(query);
    }
}
