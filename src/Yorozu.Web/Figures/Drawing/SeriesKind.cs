namespace Yorozu.Web.Figures.Drawing;

/// <summary>How a series is drawn.</summary>
public enum SeriesKind
{
    /// <summary>Bars of the chosen series, the newest in full colour.</summary>
    Bar,

    /// <summary>Stacked bars: the parts of a whole.</summary>
    Stack,

    /// <summary>The chosen series as a line; its newest figure is printed.</summary>
    Main,

    /// <summary>A mean over the months of <see cref="Main"/>.</summary>
    Mean,

    /// <summary>The year before: one clear line.</summary>
    Before,

    /// <summary>An older year: a thin line.</summary>
    Older,

    /// <summary>The lower edge of the band of older years; <see cref="High"/> follows.</summary>
    Low,

    /// <summary>The upper edge of the band.</summary>
    High,

    /// <summary>A dashed grey line to compare with.</summary>
    Other,

    /// <summary>One of several equal lines.</summary>
    Line,

    /// <summary>Bars of the months that every year has.</summary>
    Same,

    /// <summary>The remaining months, lighter, on top of <see cref="Same"/>.</summary>
    Rest,

    /// <summary>The height of the whole bar: printed above it.</summary>
    Total,

    /// <summary>A mark on one month: a limit of the range in which its figure may still change.</summary>
    Revision,

    /// <summary>In the table only.</summary>
    None,
}

public static class SeriesKinds
{
    /// <summary>False for what stands in the table alone, or only as a figure above a bar.</summary>
    public static bool IsDrawn(this SeriesKind kind) => kind is not (SeriesKind.None or SeriesKind.Total);
}
