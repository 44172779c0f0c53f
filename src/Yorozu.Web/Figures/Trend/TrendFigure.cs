using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A trend with its title, a sentence about its main feature.</summary>
public sealed record TrendFigure(string Title, string Subtitle, TrendTable Table)
{
    /// <param name="highlighted">Areas drawn as lines beside the chosen one, when ratios share a scale.</param>
    public static TrendFigure Of(
        MetricYear table,
        MetricYear? before,
        IReadOnlyList<MetricYear> others,
        Area area,
        FigureView view,
        IReadOnlyList<Area> highlighted,
        RevisionSize? size,
        IStringLocalizer<UiText> text)
    {
        var name = table.Metric.DisplayName();
        var period = text["{0}、{1}", area.DisplayName(), table.Year.DisplayName()].Value;
        var months = table.Of(area)?.Months ?? new long?[12];
        // The nation's share of itself is always 100 %.
        var main = Ratios(area, TrendColumnKind.Bar);
        var lines = highlighted.Where(a => a != area).Select(a => Ratios(a, TrendColumnKind.Line));
        TrendColumn[] columns = view == FigureView.Share && area.IsNation && highlighted.Count > 0 ? [.. lines] : [main, .. lines];
        var subtitle = text["単位: %　{0}", period] + (columns is [{ Kind: TrendColumnKind.Bar }, _, ..] ? text["　棒は{0}、線は強調した都道府県", area.DisplayName()] : "");
        switch (view)
        {
            case FigureView.Yoy:
                return new TrendFigure(text["{0}の前年同月比", name], subtitle, new TrendTable(text["{0}の前年同月比", name], "%", columns) { IsChange = true });

            case FigureView.Share:
                return new TrendFigure(text["{0}の全国比", name], subtitle, new TrendTable(text["{0}の全国比", name], "%", columns));

            default:
                return new TrendFigure(
                    TrendSentences.Peak(table, area, text),
                    text["単位: {0}　{1}　棒は月、線は年度累計（右の目盛り）", table.Metric.UnitName(), period],
                    new TrendTable(
                        text["{0}の月別の値と累計（{1}）", name, period],
                        table.Metric.UnitName(),
                        [
                            TrendColumn.Of(table.Year.DisplayName(), TrendColumnKind.Bar, months),
                            .. others.Select(o => TrendColumn.Of(o.Year.DisplayName(), TrendColumnKind.Other, o.Of(area)?.Months)),
                            TrendColumn.Of(text["年度累計"], TrendColumnKind.Cumulative, table.Of(area)?.Cumulative),
                            .. Band(months, size, text),
                        ]));
        }

        TrendColumn Ratios(Area of, TrendColumnKind kind) => new(
            of.DisplayName(),
            kind,
            [.. Enumerable.Range(0, 12).Select(i => 100 * view.Of(table.Of(of).At(i), table.Of(Area.Nation).At(i), before?.Of(of).At(i)))])
        {
            Counts = table.Of(of)?.Months,
        };
    }

    /// <summary>The interquartile range of the newest month after revisions of the size so far.</summary>
    private static IEnumerable<TrendColumn> Band(IReadOnlyList<long?> months, RevisionSize? size, IStringLocalizer<UiText> text)
    {
        var newest = months.ToList().FindLastIndex(m => m is not null);
        if (size is null || newest < 0) return [];
        return [Column(text["改訂の目安（下）"], size.Lower), Column(text["改訂の目安（上）"], size.Upper)];

        TrendColumn Column(string name, double share) => TrendColumn.Of(
            name, TrendColumnKind.Band, [.. months.Select((m, i) => i == newest ? (long?)Math.Round(m!.Value * (1 + share)) : null)]);
    }
}
