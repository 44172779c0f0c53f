namespace Yorozu.Web.Embedding;

/// <summary>Figure blocks for frames of other sites: <c>/embed/ID/metrics/…?…</c> is the block ID of <c>/metrics/…?…</c>.</summary>
public static class EmbeddedBlocks
{
    public const string Root = "/embed";

    /// <summary>
    /// Goes on with the path of the page, so that it is routed and its links lead as on the page itself. Runs before routing.
    /// </summary>
    public static IApplicationBuilder UseEmbeddedBlocks(this IApplicationBuilder app, EmbedHosts hosts) => app.Use((http, next) =>
    {
        if (hosts.Names.Count > 0 && http.Request.Path.StartsWithSegments(Root, out var rest) && rest.Value is ['/', not '/', ..] asked)
        {
            var end = asked.IndexOf('/', 1) is > 0 and var slash ? slash : asked.Length;
            http.Items[typeof(EmbeddedBlock)] = new EmbeddedBlock(asked[1..end], http.Request.Path.Value!);
            http.Request.Path = end < asked.Length ? asked[end..] : "/";
        }

        return next(http);
    });
}
