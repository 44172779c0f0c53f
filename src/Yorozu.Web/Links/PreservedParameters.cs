namespace Yorozu.Web.Links;

/// <summary>The choices preserved on the way to another prefecture: metric, year, view and earlier state.</summary>
public static class PreservedParameters
{
    private static readonly string[] Names = ["metric", "fy", "per", "view", "span", "smooth", "asof"];

    /// <summary>The choices in the address; the page of a metric is a choice of that metric.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(HttpContext context)
    {
        var query = context.Request.Query;
        var path = context.Request.Path;
        var metric = path.StartsWithSegments("/metrics") || path.StartsWithSegments("/indicators") ? context.GetRouteValue("key") as string : null;
        return
        [
            .. Names.Select(name => (name, Value: name == "metric" && metric is not null ? metric : query[name].FirstOrDefault() ?? ""))
                .Where(p => p.Value.Length > 0),
        ];
    }
}
