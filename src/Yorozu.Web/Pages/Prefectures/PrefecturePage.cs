using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>What the page of a prefecture shows: all metrics of a year, then one of them by month and by year.</summary>
public sealed record PrefecturePage
{
    /// <summary>Year, metric, and the figures themselves or per head.</summary>
    public required IReadOnlyList<Picker> Pickers { get; init; }

    /// <summary>A sentence about the fallback; empty when the request is shown as asked.</summary>
    public required string Fallback { get; init; }

    /// <summary>The chosen metric in words.</summary>
    public required string Lead { get; init; }

    /// <summary>Pages that go on from here.</summary>
    public required IReadOnlyList<Tab> Onwards { get; init; }

    public required PrefectureTable Table { get; init; }

    public required FigureBlock MetricsBlock { get; init; }

    public required TrendBlock Trend { get; init; }

    public required YearsTable YearsTable { get; init; }

    public required FigureBlock YearsBlock { get; init; }

    /// <summary>Metrics that count something similar, in the years in which this one is not published.</summary>
    public required IReadOnlyList<Tab> Related { get; init; }

    /// <param name="years">The whole tables of the chosen metric, the latest first.</param>
    public static PrefecturePage Of(
        Prefecture prefecture,
        IReadOnlyList<Coverage> coverage,
        MetricChoice choice,
        PrefectureYear figures,
        IReadOnlyList<MetricYear> years,
        TrendBlock trend,
        IEnumerable<Picker> per,
        IStringLocalizer<UiText> text)
    {
        var (area, name, metric, year) = (figures.Area, prefecture.DisplayName(), choice.Table.Metric, choice.Table.Year);
        var row = figures.Of(metric.Key);
        var table = PrefectureTable.Of(area, figures.Rows, figures.Trends, figures.FirstMonth, metric.Key, text);
        var yearsTable = YearsTable.Of(years, area, year, text);
        return new PrefecturePage
        {
            Pickers = [Picker.Years(coverage, choice.Table, text), Picker.Metrics("metric", text["詳しく見る指標"], coverage, year, metric.Key, text), .. per],
            Fallback = choice.Fallback,
            Lead = PrefectureSentences.Lead(row, area, text),
            Onwards = OnwardsOf(prefecture, metric, year, text),
            Table = table,
            MetricsBlock = new FigureBlock("metrics", new Subject(text["すべての指標"], "", name, year.DisplayName()), FigureSources.Of(figures.Tables))
            {
                Title = text["{0}のすべての指標", name],
                Subtitle = text["{0}。全国比と順位は年度累計によるもので、順位は値の大きい順", year.DisplayName()]
                    + (table.HasYearBefore ? "" : text["。前の年度の同じ指標は未公表のため、前年とは比べていません"]),
                Extract = ExtractLink.To([], year, [area]),
                Table = table,
            },
            Trend = trend,
            YearsTable = yearsTable,
            YearsBlock = new FigureBlock(
                "years",
                new Subject(metric.FullName(), metric.UnitName(), name, text["{0}から{1}まで", years[^1].Year.DisplayName(), years[0].Year.DisplayName()]),
                FigureSources.Of(years))
            {
                Title = yearsTable.Title(text),
                Subtitle = text["単位: {0}　{1}、{2}。全国比と順位は公表された月の計によるもの", metric.UnitName(), name, metric.FullName()],
                Extract = ExtractLink.To([metric], null, [area]),
                Table = yearsTable,
            },
            Related = RelatedOf(area, metric.Key, coverage, years, text),
        };
    }

    private static IReadOnlyList<Tab> OnwardsOf(Prefecture prefecture, Metric metric, FiscalYear year, IStringLocalizer<UiText> text)
    {
        var national = metric.IsIndicator ? $"/indicators/{metric.Key}" : $"/metrics/{metric.Key}";
        // 北海道 and 沖縄県 are regions of their own: they are compared with the greatest.
        var region = Prefecture.All.Where(p => p.Region == prefecture.Region).ToList();
        var neighbours = region.Count > 1 ? $"&areas={string.Join(',', region.Select(p => p.Code))}" : "";
        return
        [
            new Tab(text["会議用の1枚（A4縦）"], $"/prefectures/{prefecture.Code}/briefing?fy={year}", false),
            new Tab(
                neighbours.Length > 0 ? text["{0}の都道府県と比べる", prefecture.Region.DisplayName()] : text["ほかの都道府県と比べる"],
                $"/compare?metric={metric.Key}&fy={year}{neighbours}",
                false),
            new Tab(
                neighbours.Length > 0 ? text["{0}の都道府県とすべての指標で比べる", prefecture.Region.DisplayName()] : text["ほかの都道府県とすべての指標で比べる"],
                $"/compare?section=all&fy={year}{neighbours}",
                false),
            new Tab(text["2つの指標で見る"], $"/scatter?x={metric.Key}&fy={year}&highlight={prefecture.Code}", false),
            new Tab(text["この指標の全国のページ"], $"{national}?fy={year}&area={prefecture.Code}&highlight={prefecture.Code}", false),
        ];
    }

    private static IReadOnlyList<Tab> RelatedOf(
        Area area, string metric, IReadOnlyList<Coverage> coverage, IReadOnlyList<MetricYear> years, IStringLocalizer<UiText> text)
    {
        var own = years.Select(t => t.Year).ToHashSet();
        return
        [
            .. coverage.Where(c => years[0].Metric.Related.Contains(c.Metric.Key) && !own.Contains(c.Year)).GroupBy(c => c.Metric.Key).Select(g => new Tab(
                text["{0}、{1}", g.First().Metric.FullName(), Words.YearRange(g.Min(c => c.Year), g.Max(c => c.Year))],
                $"/prefectures/{area.Code}?metric={g.Key}&fy={g.Max(c => c.Year)}#years",
                false)),
        ];
    }
}
