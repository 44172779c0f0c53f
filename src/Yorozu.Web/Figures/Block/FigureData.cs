using System.Globalization;

namespace Yorozu.Web.Figures.Block;

/// <summary>The cells of a table; columns of percentages say so in their heading.</summary>
public sealed record FigureData(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<FigureCell>> Rows)
{
    public static string Percent(string heading) => heading + " (%)";
}

/// <summary>A cell as a file has it: figures without separators, nothing where nothing is published.</summary>
public readonly record struct FigureCell(string Text, bool IsNumber)
{
    public static FigureCell Of(string text) => new(text, false);

    public static FigureCell Of(long? count) => Of(count, "0");

    /// <summary>A mean, a median or a figure in percent has one decimal.</summary>
    public static FigureCell OneDecimal(double? value) => Of(value, "0.0");

    /// <summary>A ratio of 0.064 is 6.4 percent.</summary>
    public static FigureCell Percent(double? ratio) => OneDecimal(100 * ratio);

    private static FigureCell Of(IFormattable? value, string format) =>
        value is null ? new("", false) : new(value.ToString(format, CultureInfo.InvariantCulture), true);
}
