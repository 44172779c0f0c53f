using System.ComponentModel;
using System.Globalization;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The way a trend is drawn.</summary>
[TypeConverter(typeof(TrendViewConverter))]
public enum TrendView
{
    /// <summary>The months of one fiscal year before those of earlier years (月別).</summary>
    Year,

    /// <summary>Running totals of fiscal years (年度累計).</summary>
    Cumulative,

    /// <summary>Every published month on one axis (全期間).</summary>
    All,

    /// <summary>Fiscal years (年度計).</summary>
    Annual,

    /// <summary>The change from the same month of the year before (前年同月比).</summary>
    Yoy,

    /// <summary>The share of the national figure (全国比).</summary>
    Share,

    /// <summary>The rank among the 47 (順位).</summary>
    Rank,
}

/// <summary>The months of a ratio or rank.</summary>
public enum TrendSpan
{
    /// <summary>Those of the chosen year (この年度).</summary>
    Year,

    /// <summary>Every published one (全期間).</summary>
    All,
}

/// <summary>The choices of a trend in an address: <c>view=</c>, <c>span=</c> and <c>smooth=12</c>.</summary>
/// <param name="IsSmooth">True when the mean of twelve months is drawn over all months.</param>
public sealed record TrendChoice(TrendView View, TrendSpan Span = TrendSpan.Year, bool IsSmooth = false)
{
    /// <summary>The view of a metric when none is asked for: single months of an indicator mislead.</summary>
    public static TrendView Usual(Metric metric) => metric.IsIndicator ? TrendView.Cumulative : TrendView.Year;

    /// <summary>True where single months are shown.</summary>
    public bool IsMonthly => View is TrendView.Year or TrendView.All;

    /// <summary>The only value of <c>smooth</c>: the months of the mean.</summary>
    public const string Smooth = "12";

    public bool IsRatio => View is TrendView.Yoy or TrendView.Share or TrendView.Rank;
}

/// <summary>Reads the views of an address; former names that readers may have bookmarked are the view of a year.</summary>
public sealed class TrendViewConverter() : EnumConverter(typeof(TrendView))
{
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is "actual" or "monthly" or "index" ? TrendView.Year : base.ConvertFrom(context, culture, value);
}
