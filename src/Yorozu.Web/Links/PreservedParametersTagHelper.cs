using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Links;

/// <summary>
/// Preserves choices in links: the earlier state (<c>asof</c>) in all links except those to the latest state, the highlighted
/// prefectures and the choice of figures per head in links to pages that can show them, and metric, year and view in links to pages of prefectures.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class PreservedParametersTagHelper : TagHelper
{
    /// <summary>The name of the parameter, and of the view data by which a page sets the state its links lead to.</summary>
    public const string AsOf = "asof";

    private const string Highlight = "highlight";
    private const string Per = "per";

    /// <summary>The pages that understand a choice.</summary>
    private static readonly (string Name, string[] Pages)[] Shared =
        [(Highlight, ["/metrics", "/indicators", "/scatter"]), (Per, ["/metrics", "/compare", "/scatter", "/prefectures"])];

    /// <summary>True for a link that leads to the latest state, or to what has only one.</summary>
    public bool Latest { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    // After the framework's own, which resolve ~/.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var query = ViewContext.HttpContext.Request.Query;
        var asOf = ViewContext.ViewData[AsOf]?.ToString() ?? query[AsOf].ToString();
        var preserved = PreservedParameters.Of(ViewContext.HttpContext);
        if (asOf.Length == 0 && preserved.Count == 0 && !Array.Exists(Shared, s => query.ContainsKey(s.Name))) return;

        var href = Text(output.Attributes["href"].Value);
        if (!href.StartsWith('/') || href.StartsWith("//", StringComparison.Ordinal)) return;
        PathString path = href.Split('?', '#')[0];
        if (!Latest) href = With(href, AsOf, asOf);
        foreach (var (name, pages) in Shared)
        {
            if (Array.Exists(pages, page => path.StartsWithSegments(page))) href = With(href, name, string.Join(',', query[name].ToArray()));
        }

        if (path.StartsWithSegments("/prefectures", out var code) && code.HasValue)
        {
            foreach (var (name, value) in preserved.Where(p => p.Name != AsOf)) href = With(href, name, value);
        }

        output.Attributes.SetAttribute("href", href);
    }

    private static string With(string href, string name, string value)
    {
        var hasOwn = href.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at && QueryHelpers.ParseQuery(href[at..].Split('#')[0]).ContainsKey(name);
        return value.Length == 0 || hasOwn ? href : QueryHelpers.AddQueryString(href, name, value);
    }

    private static string Text(object value)
    {
        if (value is not IHtmlContent content) return value.ToString() ?? "";
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
