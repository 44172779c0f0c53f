using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries;
using Yorozu.Statistics;
using Yorozu.Web.Resources;

namespace Yorozu.Web.Components;

/// <summary>What the months of a trend show.</summary>
public enum TrendView
{
    /// <summary>The figures (実数).</summary>
    Actual,

    /// <summary>The change on the same month of the year before (前年同月比).</summary>
    Yoy,

    /// <summary>The part of the nation's figure (全国比).</summary>
    Share,
}

/// <summary>A trend with its title: a sentence that says what is to be seen.</summary>
public sealed record TrendFigure(string Title, string Subtitle, TrendTable Table)
{
    public static TrendFigure Of(
        MetricYear table, IReadOnlyList<MetricYear> others, Area area, TrendView view, RevisionSize? size, IStringLocalizer<UiText> text)
    {
        var name = table.Metric.DisplayName();
        var period = text["{0}、{1}", area.DisplayName(), table.Year.DisplayName()].Value;
        var months = table.Of(area)?.Months ?? new long?[12];
        switch (view)
        {
            case TrendView.Yoy:
                var before = others.FirstOrDefault(o => o.Year.StartYear == table.Year.StartYear - 1)?.Of(area)?.Months ?? new long?[12];
                var change = months.Select((m, i) => 100 * (LatestFigure.Ratio(m, before[i]) - 1));
                return new TrendFigure(
                    text["{0}の前年同月比", name],
                    text["単位: %　{0}", period],
                    new TrendTable(text["{0}の前年同月比", name], "%", [new TrendColumn(text["前年同月比"], TrendColumnKind.Bar, [.. change])]));

            case TrendView.Share:
                var nation = table.Of(Area.Nation)?.Months ?? new long?[12];
                var share = months.Select((m, i) => 100 * LatestFigure.Ratio(m, nation[i]));
                return new TrendFigure(
                    text["{0}の全国比", name],
                    text["単位: %　{0}", period],
                    new TrendTable(text["{0}の全国比", name], "%", [new TrendColumn(text["全国比"], TrendColumnKind.Bar, [.. share])]));

            default:
                return new TrendFigure(
                    Sentences.Peak(table, area, text),
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
    }

    /// <summary>Between which figures half of the revisions so far would take the newest month.</summary>
    private static IEnumerable<TrendColumn> Band(IReadOnlyList<long?> months, RevisionSize? size, IStringLocalizer<UiText> text)
    {
        var newest = months.ToList().FindLastIndex(m => m is not null);
        if (size is null || newest < 0) return [];
        return [Column(text["改訂の目安（下）"], size.Lower), Column(text["改訂の目安（上）"], size.Upper)];

        TrendColumn Column(string name, double share) => TrendColumn.Of(
            name, TrendColumnKind.Band, [.. months.Select((m, i) => i == newest ? (long?)Math.Round(m!.Value * (1 + share)) : null)]);
    }
}
