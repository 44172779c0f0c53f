using Yorozu.Statistics;

namespace Yorozu.Web.Figures.Views;

/// <summary>Boxes to tick, one an area, folded away until asked for.</summary>
/// <param name="Parameter">The parameter of the address that holds the choice.</param>
/// <param name="Title">What the areas are chosen for.</param>
/// <param name="Offered">Which areas there are to choose from.</param>
public sealed record AreaPicker(string Parameter, string Title, string Button, IEnumerable<Area> Offered, IReadOnlySet<string> Chosen, bool IsOpen = false);
