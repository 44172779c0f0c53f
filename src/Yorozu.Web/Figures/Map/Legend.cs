using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Map;

/// <summary>What the colours of a map or a heat table mean: the limits of each class, and how they were found.</summary>
/// <param name="CountsPrefectures">Each class says how many prefectures are in it.</param>
public sealed record Legend(Metric Metric, FigureView View, ValueClasses Classes, bool HasGaps, bool CountsPrefectures = false)
{
    /// <summary>The style of a figure's class.</summary>
    public string? CssClass(double? shown) => shown is { } value ? Classes.CssClass(Classes.StepOf(value)) : null;

    /// <summary>252–403件, or a single figure.</summary>
    public string Range(ValueClass group)
    {
        var (least, greatest) = (View.Text(group.Least), View.TextWithUnit(group.Greatest, Metric));
        return View.Text(group.Greatest) == least ? greatest : $"{least} – {greatest}";
    }
}
