using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Map;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>The lead metric month by month before its earlier years, or where it has none beside a metric that counts something similar.</summary>
/// <param name="Warning">That the other metric is defined differently; null where none is drawn.</param>
public sealed record HeadlineTrend(FigureBlock Block, TrendTable Table, Metric Metric, string? Warning)
{
    public static HeadlineTrend Of(TrendSubject subject, MetricYear? other, IStringLocalizer<UiText> text)
    {
        var (metric, figure) = (subject.Metric, TrendFigure.Of(subject, new TrendChoice(TrendView.Year), text));
        MetricYear[] from = [.. figure.From, .. other is null ? Array.Empty<MetricYear>() : [other]];
        var table = other is null
            ? figure.Table
            : figure.Table with { Columns = [Column(subject.Table, SeriesKind.Bar), Column(other, SeriesKind.Other)] };
        var warning = other is null ? null : text["破線は{0}の{1}です。定義が異なるため単純比較できません。", other.Year.DisplayName(), other.Metric.DisplayName()].Value;
        return new HeadlineTrend(
            new FigureBlock("trend", new Subject(metric.FullName(), metric.UnitName(), subject.Area.DisplayName(), figure.Period), FigureSources.Of(from))
            {
                Title = figure.Title,
                Subtitle = figure.Subtitle,
                Remarks = warning is null ? [] : [warning],
                Extract = ExtractLink.To(from.Select(t => t.Metric).DistinctBy(m => m.Key), null, [subject.Area]),
                Table = table,
                Chart = table.Chart,
            },
            table,
            metric,
            warning);

        TrendColumn Column(MetricYear t, SeriesKind kind) =>
            TrendColumn.Of(text["{0} {1}", t.Year.DisplayName(), t.Metric.DisplayName()], kind, t.Of(subject.Area)?.Months) with
            {
                Label = t.Year.ShortName(),
            };
    }
}

/// <summary>The lead metric of the latest month across the prefectures: the map and the first ten.</summary>
/// <param name="Href">All of them, of the same month and in the same order.</param>
public sealed record HeadlinePrefectures(FigureBlock Block, PrefectureMap Map, RankingTable Ranking, Metric Metric, string Href)
{
    private const int MaxRows = 10;

    public static HeadlinePrefectures Of(PrefectureFigures figures, IStringLocalizer<UiText> text)
    {
        var (metric, year) = (figures.Table.Metric, figures.Table.Year);
        var period = figures.Month?.FullName() ?? year.DisplayName();
        var none = new HashSet<string>();
        var ranking = new RankingTable(text["多い順に{0}まで", MaxRows], figures, none);
        var map = figures.Map(text["{0}の都道府県別の地図", metric.DisplayName()], ClassMethod.Quantile, none);
        return new HeadlinePrefectures(
            new FigureBlock("prefectures", new Subject(metric.FullName(), metric.UnitName(), text["都道府県別"], period), FigureSources.Of(figures.Table))
            {
                Title = RankingSentences.Greatest(figures, text),
                Subtitle = text["単位: {0}　{1}、{2}", metric.UnitName(), metric.FullName(), period],
                Extract = ExtractLink.To([metric], year, month: figures.Month),
                Table = ranking,
                Chart = map,
            },
            map,
            ranking with { Figures = figures with { Rows = [.. figures.Rows.Take(MaxRows)] } },
            metric,
            QueryHelpers.AddQueryString(
                $"/metrics/{metric.Key}",
                new Dictionary<string, string?> { ["fy"] = year.ToString(), ["month"] = figures.Month?.ToString(), ["order"] = "value" })
                + "#prefectures");
    }
}
