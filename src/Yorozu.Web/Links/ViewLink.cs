using Microsoft.AspNetCore.WebUtilities;

namespace Yorozu.Web.Links;

/// <summary>The address of the current view with changes: the address has all state of a view.</summary>
public static class ViewLink
{
    /// <summary>Sets parameters; null removes one.</summary>
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
