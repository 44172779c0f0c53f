using Yorozu.Web.Links;

namespace Yorozu.Web.Figures.Views;

/// <summary>Links that switch what a block shows: the figures, their change or their share.</summary>
/// <param name="Parameter">The parameter of the address that holds the choice.</param>
/// <param name="Anchor">The block, where the reader stays.</param>
/// <param name="Actual">What the figures themselves are called.</param>
public sealed record ViewChoices(string Parameter, string Anchor, FigureView Chosen, string Actual, bool HasShare = true)
{
    /// <summary>The address of a choice; the usual one needs no parameter.</summary>
    public string Href(HttpRequest request, FigureView view) =>
        request.With((Parameter, view == FigureView.Actual ? null : view.ToString().ToLowerInvariant())) + "#" + Anchor;
}
