using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>What the page of a prefecture shows of a year.</summary>
public sealed record PrefecturePage
{
    public required Picker Years { get; init; }

    public required Picker Metrics { get; init; }

    /// <summary>What is shown instead of what was asked for; empty when it is just that.</summary>
    public required string Fallback { get; init; }

    public required string CompareHref { get; init; }

    public required string ScatterHref { get; init; }

    public required TrendTable Trend { get; init; }

    public required FigureBlock TrendBlock { get; init; }

    public required PrefectureTable Table { get; init; }

    public required FigureBlock MetricsBlock { get; init; }

    public static PrefecturePage Of(
        Prefecture prefecture, IReadOnlyList<Coverage> coverage, MetricChoice choice, IReadOnlyList<MetricYear> tables, IStringLocalizer<UiText> text)
    {
        var (area, name, year) = (Area.Of(prefecture), prefecture.DisplayName(), choice.Table.Year);
        var metric = choice.Table.Metric;
        var chosen = tables.Single(t => t.Metric.Key == metric.Key);
        var neighbours = string.Join(',', Prefecture.All.Where(p => p.Region == prefecture.Region).Select(p => p.Code));
        var trend = new TrendTable(text["{0}の{1}", name, metric.FullName()], metric.UnitName(),
        [
            TrendColumn.Of(name, TrendColumnKind.Bar, chosen.Of(area)?.Months),
            new TrendColumn(text["47都道府県の平均"], TrendColumnKind.Other, PrefectureRow.MonthlyMeans(chosen.Prefectures)),
        ]);
        var table = PrefectureTable.Of(prefecture, tables, text);
        return new PrefecturePage
        {
            Years = Picker.Years(coverage, choice.Table, text),
            Metrics = Picker.Metrics("metric", text["推移を見る指標"], coverage, year, metric.Key, text),
            Fallback = choice.Fallback,
            CompareHref = $"/compare?metric={metric.Key}&fy={year}&areas={neighbours}",
            ScatterHref = $"/scatter?x={metric.Key}&fy={year}&highlight={prefecture.Code}",
            Trend = trend,
            TrendBlock = new FigureBlock("trend", new Subject(metric.FullName(), metric.UnitName(), name, year.DisplayName()), Provenance.Of(chosen))
            {
                Title = TrendSentences.Peak(chosen, area, text),
                Subtitle = text["単位: {0}　{1}、{2}　線は47都道府県の平均", metric.UnitName(), name, year.DisplayName()],
                Extract = ExtractLink.To([metric], year, [area]),
                Table = trend,
            },
            Table = table,
            MetricsBlock = new FigureBlock("metrics", new Subject(text["すべての指標"], "", name, year.DisplayName()), Provenance.Of(tables))
            {
                Title = text["{0}のすべての指標", name],
                Subtitle = text["{0}の年度累計。全国比・順位・平均も累計で比べています", year.DisplayName()],
                Extract = ExtractLink.To([], year, [area]),
                Table = table,
            },
        };
    }
}
