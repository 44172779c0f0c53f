using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Yorozu.Web.Embedding;

/// <summary>Lets links of an embedded block leave the frame, which other pages are not allowed in.</summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class EmbeddedLinkTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    // Not a <base>: browsers overlook it for the links of a drawing.
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (EmbeddedBlock.Of(ViewContext.HttpContext) is not null) output.Attributes.SetAttribute("target", "_top");
    }
}
