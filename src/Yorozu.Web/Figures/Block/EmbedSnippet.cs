using System.Net;
using Microsoft.Extensions.Localization;
using Yorozu.Web.Caching;
using Yorozu.Web.Embedding;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The text to paste into a page of another site, which then shows the block.</summary>
/// <param name="Html">An <c>iframe</c>.</param>
/// <param name="Hosts">The sites that can show it.</param>
public sealed record EmbedSnippet(string Html, IReadOnlyList<string> Hosts)
{
    /// <summary>Null where no site may show it, or this one is asked by another name than its own.</summary>
    public static EmbedSnippet? Of(HttpContext http, FigureBlock block, IStringLocalizer<UiText> text)
    {
        var hosts = http.RequestServices.GetRequiredService<EmbedHosts>().Names;
        if (hosts.Count == 0 || http.RequestServices.GetRequiredService<SiteHosts>().Find(http.Request.Host) is not { } site) return null;

        // With the language of this page, whatever the reader's browser asks for.
        var page = http.Request.With((FigureCsv.Parameter, null), (FigureSvg.Parameter, null), ("lang", UiLanguage.IsEnglish ? "en" : "ja"));
        var address = $"{http.Request.Scheme}://{site}{EmbeddedBlock.PathOf(block.Id, page)}";
        var title = $"{block.About.Metric}{text["、"]}{block.About.Area} | {text["よろず支援拠点 実績ダッシュボード"]}";
        return new EmbedSnippet(
            $"""<iframe src="{Encode(address)}" title="{Encode(title)}" width="100%" height="640" style="border: 0" loading="lazy"></iframe>""", hosts);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
