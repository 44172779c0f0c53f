using System.Net;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Yorozu.Web.Components;

/// <summary>
/// Keeps a reader who looks at an earlier state in that state: every link within the site hands <c>asof</c> on, but for
/// one marked <c>data-latest</c>.
/// </summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class AsOfLinkTagHelper : TagHelper
{
    private const string Parameter = "asof";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    // After the framework's own, which resolve ~/.
    public override int Order => 1000;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var release = ViewContext.HttpContext.Request.Query[Parameter].ToString();
        if (release.Length == 0 || output.Attributes.ContainsName("data-latest")) return;

        var href = Text(output.Attributes["href"].Value);
        if (!href.StartsWith('/') || href.StartsWith("//", StringComparison.Ordinal) || HasParameter(href)) return;
        output.Attributes.SetAttribute("href", QueryHelpers.AddQueryString(href, Parameter, release));
    }

    private static bool HasParameter(string href) =>
        href.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query && QueryHelpers.ParseQuery(href[query..]).ContainsKey(Parameter);

    private static string Text(object value)
    {
        if (value is not IHtmlContent content) return value.ToString() ?? "";
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return WebUtility.HtmlDecode(writer.ToString());
    }
}
