using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A word-sized trend: one bar per month, April to March, with gaps.</summary>
/// <param name="Values">One figure per month; null when not published.</param>
/// <param name="Label">The text for screen readers.</param>
public sealed record Sparkline(IReadOnlyList<double?> Values, string Label)
{
    public const int Height = 32;
    public const int BarWidth = 7;
    private const int Step = 9;

    public int Width => Values.Count * Step;

    public IEnumerable<SparklineBar> Bars
    {
        get
        {
            var greatest = Math.Max(1, Values.Max() ?? 0);
            var last = Values.ToList().FindLastIndex(v => v.HasValue);
            for (var i = 0; i < Values.Count; i++)
            {
                if (Values[i] is { } value) yield return new SparklineBar(i * Step, (int)Math.Round(value * Height / greatest), i == last);
            }
        }
    }
}

/// <summary>One bar: where it begins, how tall it is, and whether it is the latest month.</summary>
public sealed record SparklineBar(int X, int Height, bool IsLast)
{
    public int Y => Sparkline.Height - Height;

    public string? CssClass => IsLast ? "last" : null;
}
