using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Map;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>The lead metric month by month, beside an earlier year.</summary>
/// <param name="Warning">That the earlier year has another metric; null where it is the same one.</param>
public sealed record HeadlineTrend(FigureBlock Block, TrendTable Table, string? Warning, string DefinitionHref)
{
    public static HeadlineTrend Of(MetricYear headline, MetricYear? compared, IStringLocalizer<UiText> text)
    {
        var metric = headline.Metric;
        MetricYear[] shown = compared is null ? [headline] : [headline, compared];
        var isSame = shown.All(t => t.Metric.Key == metric.Key);
        var table = new TrendTable(
            text["{0}の月別の値", metric.DisplayName()],
            metric.UnitName(),
            [.. shown.Select(Column)]);
        return new HeadlineTrend(
            new FigureBlock(
                "trend", new Subject(metric.FullName(), metric.UnitName(), Area.Nation.DisplayName(), headline.Year.DisplayName()), FigureSources.Of(shown))
            {
                Title = TrendSentences.Peak(headline, Area.Nation, text),
                Subtitle = text["単位: {0}　全国、{1}", metric.UnitName(), headline.Year.DisplayName()]
                    + (isSame && compared is not null ? text["　細い線は{0}", compared.Year.DisplayName()] : ""),
                Extract = ExtractLink.To(shown.Select(t => t.Metric).DistinctBy(m => m.Key), null, [Area.Nation]),
                Table = table,
            },
            table,
            isSame ? null : text["細い線は{0}の{1}です。定義が異なるため単純比較できません。", compared!.Year.DisplayName(), compared.Metric.DisplayName()].Value,
            $"/metrics/{metric.Key}");

        TrendColumn Column(MetricYear t) =>
            TrendColumn.Of(NameOf(t), t == headline ? TrendColumnKind.Bar : TrendColumnKind.Other, t.Of(Area.Nation)?.Months) with
            {
                Label = t.Year.ShortName(),
            };

        string NameOf(MetricYear t) => isSame ? t.Year.DisplayName() : text["{0} {1}", t.Year.DisplayName(), t.Metric.DisplayName()];
    }
}

/// <summary>The lead metric of the latest month across the prefectures: the map and the first ten.</summary>
public sealed record HeadlinePrefectures(FigureBlock Block, PrefectureMap Map, RankingTable Ranking, Metric Metric)
{
    private const int MaxRows = 10;

    public static HeadlinePrefectures Of(PrefectureFigures figures, IStringLocalizer<UiText> text)
    {
        var (metric, year) = (figures.Table.Metric, figures.Table.Year);
        var period = figures.Month?.FullName() ?? year.DisplayName();
        var none = new HashSet<string>();
        var ranking = new RankingTable(text["多い順に{0}まで", MaxRows], metric, FigureView.Actual, [.. figures.Rows.Take(MaxRows)], none);
        return new HeadlinePrefectures(
            new FigureBlock("prefectures", new Subject(metric.FullName(), metric.UnitName(), text["都道府県別"], period), FigureSources.Of(figures.Table))
            {
                Title = RankingSentences.Greatest(figures, text),
                Subtitle = text["単位: {0}　{1}、{2}", metric.UnitName(), metric.FullName(), period],
                Extract = ExtractLink.To([metric], year, month: figures.Month),
                Table = ranking,
            },
            figures.Map(text["{0}の都道府県別の地図", metric.DisplayName()], ClassMethod.Quantile, none),
            ranking,
            metric);
    }
}
