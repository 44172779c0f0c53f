using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Yorozu.Web.Embedding;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>Writes a <see cref="FigureBlock"/> around the content of its tag, and offers its files.</summary>
[HtmlTargetElement("figure-block")]
public sealed class FigureBlockTagHelper(IHtmlHelper html, IStringLocalizer<UiText> text) : TagHelper
{
    public FigureBlock? Block { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var block = Block ?? throw new InvalidOperationException($"A <figure-block> of {ViewContext.View.Path} has no block and therefore no provenance.");
        var embedded = EmbeddedBlock.Of(ViewContext.HttpContext);
        if (embedded is not null && embedded.Id != block.Id)
        {
            output.SuppressOutput();
            return;
        }

        ((IViewContextAware)html).Contextualize(ViewContext);
        FigureFile.Offer(ViewContext.HttpContext, block, text);
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "figure");
        output.Attributes.SetAttribute("id", block.Id);
        output.Attributes.SetAttribute("aria-labelledby", block.Id + "-title");
        output.Attributes.SetAttribute("data-file", block.About.FileName);
        output.Attributes.SetAttribute("data-about", block.About.Text(text));
        if (block.Remarks.Count > 0) output.Attributes.SetAttribute("data-remarks", string.Join('　', block.Remarks));
        output.Attributes.SetAttribute("data-publisher", Provenance.PublisherText(text));
        output.Attributes.SetAttribute("data-releases", block.From.ReleasesText(text));
        output.PreContent.SetHtmlContent(await html.PartialAsync("/Figures/Block/_FigureHead.cshtml", block));
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        output.PostContent.SetHtmlContent(await html.PartialAsync("/Figures/Block/_FigureFoot.cshtml", block));
        if (embedded is null) return;
        var copy = new HtmlContentBuilder();
        ((IHtmlContentContainer)output).CopyTo(copy);
        embedded.Make(block.Title, copy);
    }
}
