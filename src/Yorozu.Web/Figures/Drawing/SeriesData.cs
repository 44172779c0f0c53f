namespace Yorozu.Web.Figures.Drawing;

/// <summary>What a chart of series draws: its table, column by column.</summary>
/// <param name="Labels">The months or years.</param>
/// <param name="Unit">Written above the axis of the values.</param>
public sealed record SeriesData(IReadOnlyList<ChartLabel> Labels, IReadOnlyList<ChartSeries> Series, string Unit)
{
    /// <summary>False for counts, whose axis has whole steps.</summary>
    public bool HasFractions { get; init; }

    /// <summary>True for changes, written with a sign.</summary>
    public bool IsChange { get; init; }

    /// <summary>True for ranks, drawn with the first on top.</summary>
    public bool IsRank { get; init; }

    /// <summary>True for counts so small that dots are drawn instead of lines.</summary>
    public bool IsFew { get; init; }

    /// <summary>The series that are drawn, in the order of the table.</summary>
    public IReadOnlyList<ChartSeries> Drawn { get; } = [.. Series.Where(s => s.IsDrawn)];

    /// <summary>True for a continuous axis, on which fiscal years are marked.</summary>
    public bool IsLong => Labels.Any(l => l.Year.Length > 0);

    /// <summary>True where a mean runs over the months.</summary>
    public bool HasMean => Find(SeriesKind.Mean) is not null;

    public ChartSeries? Find(SeriesKind kind) => Drawn.FirstOrDefault(s => s.Kind == kind);
}

/// <summary>The name of a month or year; a month on a continuous axis has its fiscal year, in full and short.</summary>
public sealed record ChartLabel(string Name, string Year, string ShortYear);

/// <summary>One series: a value a label, and how the table writes it; null is a gap.</summary>
/// <param name="Label">The name beside the drawing; empty for none.</param>
/// <param name="Color">The index of its colour.</param>
public sealed record ChartSeries(
    string Name, string Label, SeriesKind Kind, int Color, IReadOnlyList<double?> Values, IReadOnlyList<string> Texts)
{
    /// <summary>The index of the last value; −1 without any.</summary>
    public int Last { get; } = Values.ToList().FindLastIndex(v => v is not null);

    public bool IsDrawn => Kind.IsDrawn() && Last >= 0;

    public bool IsBar => Kind is SeriesKind.Bar or SeriesKind.Stack or SeriesKind.Same or SeriesKind.Rest;

    /// <summary>True for a value between two gaps: it has no line.</summary>
    public bool IsAlone(int i) => Values[i] is not null && (i == 0 || Values[i - 1] is null) && (i == Values.Count - 1 || Values[i + 1] is null);

    /// <summary>The stretches without a gap, as first and last index.</summary>
    public IEnumerable<(int First, int Last)> Runs()
    {
        for (var i = 0; i < Values.Count; i++)
        {
            if (Values[i] is null) continue;
            var first = i;
            while (i + 1 < Values.Count && Values[i + 1] is not null) i++;
            yield return (first, i);
        }
    }
}
