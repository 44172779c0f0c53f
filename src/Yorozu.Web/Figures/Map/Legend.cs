using Microsoft.Extensions.Localization;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Map;

/// <summary>What the colours of a map or a heat table mean: the limits of each class, and how they were found.</summary>
/// <param name="CountsPrefectures">Each class says how many prefectures are in it.</param>
public sealed record Legend(Metric Metric, FigureView View, ValueClasses Classes, bool HasGaps, bool CountsPrefectures = false)
{
    public string Unit => View == FigureView.Actual ? Metric.UnitName() : "%";

    public IEnumerable<ValueClass> GreatestFirst => Classes.Classes.Reverse();

    /// <summary>What a figure that is in no class lacks.</summary>
    public string GapText(IStringLocalizer<UiText> text) => View == FigureView.Yoy ? text["比べられない"] : Words.NotPublished;

    /// <summary>How the limits were found, in a sentence.</summary>
    public string MethodText(IStringLocalizer<UiText> text) => (Classes.IsDiverging, Classes.Method) switch
    {
        (true, ClassMethod.Quantile) => text["0を境に分け、増えた側と減った側をそれぞれほぼ同数の2つに分けています。"],
        (true, ClassMethod.EqualSteps) => text["0を境に分け、増えた側と減った側をそれぞれ等間隔の2つに分けています。"],
        (false, ClassMethod.Quantile) => text["階級は五分位（各階級の数がほぼ同じ）。"],
        (false, ClassMethod.EqualSteps) => text["階級は等間隔。"],
        _ => throw new ArgumentOutOfRangeException(nameof(text), Classes.Method, "No such way to find classes."),
    };

    /// <summary>The style of a figure's class.</summary>
    public string? CssClass(double? shown) => shown is { } value ? Classes.CssClass(Classes.StepOf(value)) : null;

    /// <summary>252–403件, or a single figure.</summary>
    public string Range(ValueClass group)
    {
        var (least, greatest) = (View.Text(group.Least), View.TextWithUnit(group.Greatest, Metric));
        return View.Text(group.Greatest) == least ? greatest : $"{least} – {greatest}";
    }
}
