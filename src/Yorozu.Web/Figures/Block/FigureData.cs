using System.Globalization;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The cells of a table. The heading of a percentage column says so.</summary>
public sealed record FigureData(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<FigureCell>> Rows)
{
    public static string Percent(string heading) => heading + " (%)";

    /// <summary>前年同期比 (%), of a percentage 前年同期比 (ポイント), of both 前年同期比 (%, ポイント).</summary>
    public static string Change(string heading, params IEnumerable<Metric> metrics) =>
        $"{heading} ({string.Join(", ", metrics.Select(m => m.IsPercentage).Distinct().Order().Select(isPoints => isPoints ? Words.Points : "%"))})";
}

/// <summary>A cell of a file: figures without separators, empty when not published.</summary>
public readonly record struct FigureCell(string Text, bool IsNumber)
{
    public static FigureCell Of(string text) => new(text, false);

    /// <summary>A count in full, or a ratio with its six significant digits.</summary>
    public static FigureCell Of(double? figure) => Of(figure, "0.####################");

    /// <summary>A mean, a median or a percentage, with one decimal.</summary>
    public static FigureCell OneDecimal(double? value) => Of(value, "0.0");

    /// <summary>A share or change as a percentage or in points: 6.4 for 0.064.</summary>
    public static FigureCell Percent(double? ratio) => OneDecimal(100 * ratio);

    private static FigureCell Of(IFormattable? value, string format) =>
        value is null ? new("", false) : new(value.ToString(format, CultureInfo.InvariantCulture), true);
}
