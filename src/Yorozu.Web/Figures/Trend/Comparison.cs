using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The way to compare areas.</summary>
public enum CompareView
{
    /// <summary>Month by month (月別).</summary>
    Monthly,

    /// <summary>Running totals (累計).</summary>
    Cumulative,

    /// <summary>Share of the national figure (全国比).</summary>
    Share,

    /// <summary>The first published month as 100 (指数).</summary>
    Index,
}

/// <summary>Areas side by side, one line each.</summary>
public sealed record Comparison(string Title, string Subtitle, TrendTable Table)
{
    public static Comparison Of(MetricYear table, IReadOnlyList<Area> areas, CompareView view, IStringLocalizer<UiText> text)
    {
        var name = table.Metric.DisplayName();
        var unit = view switch { CompareView.Share => "%", CompareView.Index => text["指数"].Value, _ => table.Metric.UnitName() };
        // An area keeps its colour in every order.
        var colors = areas.Order().ToList();
        var columns = areas.Select(a => new TrendColumn(a.DisplayName(), TrendColumnKind.Line, Values(table, a, view))
        {
            Color = colors.IndexOf(a),
            Counts = table.Of(a)?.Months,
        }).ToList();
        return new Comparison(
            view switch
            {
                CompareView.Cumulative => text["{0}の年度累計の比較", name],
                CompareView.Share => text["{0}の全国比の比較", name],
                CompareView.Index => text["{0}の伸びの比較（最初の月を100とする指数）", name],
                _ => text["{0}の月別の比較", name],
            },
            text["単位: {0}　{1}　{2}", unit, Subject.Names(areas, text), table.Year.DisplayName()],
            new TrendTable(text["{0}の比較（{1}）", name, table.Year.DisplayName()], unit, columns));
    }

    private static IReadOnlyList<double?> Values(MetricYear table, Area area, CompareView view)
    {
        var months = table.Of(area)?.Months ?? new long?[12];
        var nation = table.Of(Area.Nation)?.Months ?? new long?[12];
        var first = months.FirstOrDefault(m => m.HasValue);
        return view switch
        {
            CompareView.Cumulative => [.. (table.Of(area)?.Cumulative ?? months).Select(m => (double?)m)],
            CompareView.Share => [.. months.Select((m, i) => 100 * Ratio.Share(m, nation[i]))],
            CompareView.Index => [.. months.Select(m => Ratio.Index(m, first))],
            _ => [.. months.Select(m => (double?)m)],
        };
    }
}
