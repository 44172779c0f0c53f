using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Views;

/// <summary>A collapsed list of checkboxes.</summary>
/// <param name="Parameter">The parameter of the address that holds the choice.</param>
/// <param name="Title">The purpose of the choice.</param>
/// <param name="Button">Sends the choice.</param>
public record CheckList(string Parameter, string Title, string Button, IReadOnlyList<PickerOption> Options)
{
    public bool IsOpen { get; init; }

    /// <summary>Buttons that choose many at once; null for none.</summary>
    public Picker? Groups { get; init; }

    /// <summary>The chosen options, in words.</summary>
    public virtual string Chosen(IStringLocalizer<UiText> text) =>
        Options.Count(o => o.IsChosen) is > 0 and var count ? text["（{0}つ選択中）", count] : "";
}

/// <summary>One checkbox per area.</summary>
/// <param name="Offered">The available areas.</param>
/// <param name="Codes">Those of the chosen.</param>
public sealed record AreaPicker(string Parameter, string Title, string Button, IEnumerable<Area> Offered, IReadOnlySet<string> Codes)
    : CheckList(Parameter, Title, Button, [.. Offered.Select(a => new PickerOption(a.Code, a.DisplayName(), Codes.Contains(a.Code)))])
{
    public override string Chosen(IStringLocalizer<UiText> text)
    {
        var names = Options.Where(o => o.IsChosen).Select(o => o.Text).ToList();
        return names.Count > 0 ? text["（選択中: {0}）", string.Join(text["、"], names)] : "";
    }
}
