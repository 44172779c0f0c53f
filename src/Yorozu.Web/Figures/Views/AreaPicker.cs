using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Views;

/// <summary>A collapsed list of checkboxes.</summary>
/// <param name="Parameter">The parameter of the address that holds the choice.</param>
/// <param name="Title">The purpose of the choice.</param>
/// <param name="Button">Sends the choice; null where the form has a button for all its lists.</param>
public record CheckList(string Parameter, string Title, string? Button, IReadOnlyList<PickerOption> Options, bool IsOpen)
{
    public int ChosenCount => Options.Count(o => o.IsChosen);
}

/// <summary>One checkbox per area.</summary>
/// <param name="Offered">The available areas.</param>
public sealed record AreaPicker(string Parameter, string Title, string? Button, IEnumerable<Area> Offered, IReadOnlySet<string> Chosen, bool IsOpen = false)
    : CheckList(Parameter, Title, Button, [.. Offered.Select(a => new PickerOption(a.Code, a.DisplayName(), Chosen.Contains(a.Code)))], IsOpen);
