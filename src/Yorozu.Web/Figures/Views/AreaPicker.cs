using Yorozu.Statistics;

namespace Yorozu.Web.Figures.Views;

/// <summary>A collapsed list of checkboxes, one per area.</summary>
/// <param name="Parameter">The parameter of the address that holds the choice.</param>
/// <param name="Title">The purpose of the choice.</param>
/// <param name="Offered">The available areas.</param>
public sealed record AreaPicker(string Parameter, string Title, string Button, IEnumerable<Area> Offered, IReadOnlySet<string> Chosen, bool IsOpen = false);
