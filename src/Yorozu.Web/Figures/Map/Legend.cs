using Microsoft.Extensions.Localization;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Map;

/// <summary>The legend of a map or heat table: the limits of each class and the method.</summary>
/// <param name="CountsPrefectures">True when each class gives its number of prefectures.</param>
public sealed record Legend(Metric Metric, FigureView View, ValueClasses Classes, bool HasGaps, bool CountsPrefectures = false)
{
    public string Unit => View.Unit(Metric);

    public IEnumerable<ValueClass> GreatestFirst => Classes.Classes.Reverse();

    private string SmallChange => Words.ChangeSize(Classes.Limits.Small, Metric);

    private string GreatChange => Words.ChangeSize(Classes.Limits.Great, Metric);

    /// <summary>Why a figure is in no class.</summary>
    public string GapText(IStringLocalizer<UiText> text) => View == FigureView.Yoy ? text["比べられない"] : Words.NotPublished;

    /// <summary>The method of the limits, in a sentence.</summary>
    public string MethodText(IStringLocalizer<UiText> text) => Method(text)
        + (Classes.Classes.Count is > 1 and < ValueClasses.MaxClasses ? Fewer(text) : "");

    private string Fewer(IStringLocalizer<UiText> text) => Classes.IsDiverging || Classes.Method == ClassMethod.EqualSteps
        ? text["値のない階級は省き、{0}階級を示しています。", Classes.Classes.Count]
        : text["同じ値が多いため、5階級ではなく{0}階級です。", Classes.Classes.Count];

    private string Method(IStringLocalizer<UiText> text) => (Classes.IsDiverging, Classes.Method) switch
    {
        (true, ClassMethod.Quantile) => text["0をはさんで対称に分けています（変化の大きさの五分位から、±{0}と±{1}）。", SmallChange, GreatChange],
        (true, ClassMethod.EqualSteps) => text["0をはさんで対称に等間隔で分けています（±{0}と±{1}）。", SmallChange, GreatChange],
        _ when Classes.Classes.Count == 1 => text["どこも同じ値です。"],
        (false, ClassMethod.Quantile) when !Classes.IsEven => text["階級は五分位。同じ値は同じ階級に入るため、各階級の数はそろいません。"],
        (false, ClassMethod.Quantile) => text["階級は五分位（各階級の数がほぼ同じ）。"],
        (false, ClassMethod.EqualSteps) => text["階級は等間隔。"],
        _ => throw new ArgumentOutOfRangeException(nameof(text), Classes.Method, "Unknown class method."),
    };

    /// <summary>The style of a figure's class.</summary>
    public string? CssClass(double? shown) => shown is { } value ? Classes.CssClass(Classes.StepOf(value)) : null;

    /// <summary>（10都道府県）; empty where prefectures are not counted.</summary>
    public string Members(ValueClass group, IStringLocalizer<UiText> text) => CountsPrefectures ? Words.Bracketed(text["{0}都道府県", group.Members]) : "";

    /// <summary>252–403件, or a single figure.</summary>
    public string Range(ValueClass group)
    {
        var (least, greatest) = View == FigureView.Yoy
            ? (Words.SignedChange(group.Least, Metric), Words.SignedChange(group.Greatest, Metric))
            : (View.Text(group.Least, Metric), View.TextWithUnit(group.Greatest, Metric));
        return group.Least == group.Greatest ? greatest : $"{least} – {greatest}";
    }
}
