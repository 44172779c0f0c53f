using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Yorozu.Web.Links;

namespace Yorozu.Web.Figures.Block;

/// <summary>
/// The block that all pages are made of: a title that says something, what is inside, the tools, and where it comes from.
/// A block without provenance does not compile into a page by accident: <see cref="From"/> has to be given.
/// </summary>
[HtmlTargetElement("figure-block")]
public sealed class FigureBlockTagHelper(IHtmlHelper html) : TagHelper
{
    /// <summary>The anchor of the block, which its link copies.</summary>
    public required string Id { get; set; }

    public required string Title { get; set; }

    public string Subtitle { get; set; } = "";

    /// <summary>The extract the figures are taken from.</summary>
    public string Csv { get; set; } = "";

    /// <summary>The block's own table, exactly as it is shown; empty when the block has none.</summary>
    public string TableCsv { get; private set; } = "";

    /// <summary>The releases the figures come from.</summary>
    public required IReadOnlyList<Provenance> From { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "figure");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", Id + "-title");
        output.PreContent.SetHtmlContent(await html.PartialAsync("/Figures/Block/_FigureHead.cshtml", this));
        var content = await output.GetChildContentAsync();
        if (content.GetContent().Contains("<table", StringComparison.Ordinal)) TableCsv = ViewContext.HttpContext.Request.With((PageTableFilter.Parameter, Id));
        output.Content.SetHtmlContent(content);
        output.PostContent.SetHtmlContent(await html.PartialAsync("/Figures/Block/_FigureFoot.cshtml", this));
    }
}
