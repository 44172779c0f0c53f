namespace Yorozu.Web.Figures.Drawing;

/// <summary>The light colours of the style sheet: an SVG that stands alone has no style sheet.</summary>
public static class Palette
{
    public const string Ground = "#ffffff";
    public const string Ground2 = "#f8f9fb";
    public const string Ink = "#1a1a1a";
    public const string Ink2 = "#4d4d4d";
    public const string Line = "#d8dce3";
    public const string LineStrong = "#949494";
    public const string Bar = "#0017c1";
    public const string BarSoft = "#6289f5";
    public const string BarPale = "#dde6fd";
    public const string BarInk = "#000000";
    public const string Band = "#e9ebef";
    public const string Sans = "\"Noto Sans JP\", \"Noto Sans CJK JP\", \"Hiragino Sans\", \"Yu Gothic UI\", Meiryo, sans-serif";

    private static readonly string[] OfSeries = ["#0017c1", "#c74700", "#008bf2", "#6c006c", "#949494"];

    /// <summary>From the lowest class of a map to the highest.</summary>
    public static IReadOnlyList<string> Map { get; } = ["#e4edff", "#b3c8fb", "#6f93f3", "#2f50d8", "#000f7a"];

    /// <summary>From the greatest loss to the greatest gain.</summary>
    public static IReadOnlyList<string> Change { get; } = ["#a63c00", "#f5b183", "#eceef1", "#9db7f9", "#1a3fcb"];

    /// <summary>Behind figures, from the lowest class to the highest.</summary>
    public static IReadOnlyList<string> Heat { get; } = ["#f1f6ff", "#dfe9ff", "#c8d9fd", "#aac4fb", "#8aacf8"];

    /// <summary>Behind changes, from the greatest loss to the greatest gain.</summary>
    public static IReadOnlyList<string> HeatChange { get; } = ["#fbbf94", "#fee6d6", "#f4f5f7", "#dfe9ff", "#a3bdfa"];

    /// <summary>One of five colours, over and over.</summary>
    public static string Series(int index) => OfSeries[index % OfSeries.Length];
}
