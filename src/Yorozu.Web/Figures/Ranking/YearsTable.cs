using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>A metric of a prefecture by fiscal year, the latest first. An unfinished year is compared with the same months.</summary>
/// <param name="Metric">The metric of the prefecture.</param>
/// <param name="SamePeriodHeading">The months of the latest year when it is unfinished and others are to be compared; otherwise null.</param>
public sealed record YearsTable(Metric Metric, string Caption, string? SamePeriodHeading, bool HasChange, IReadOnlyList<YearRow> Rows) : IFigureTable
{
    private const int Months = 12;

    /// <param name="years">The whole tables of the metric, the latest first.</param>
    /// <param name="chosen">The year that the page goes into.</param>
    public static YearsTable Of(IReadOnlyList<MetricYear> years, Area area, FiscalYear chosen, IStringLocalizer<UiText> text)
    {
        var (latest, metric) = (years[0], years[0].Metric);
        var rows = years.Select(Row).ToList();
        return new YearsTable(
            metric,
            text["{0}の年度ごとの計、全国比、順位", metric.DisplayName()],
            latest.PublishedMonths < Months && years.Count > 1 ? text["同期間（{0}）", latest.Year.MonthSpan(latest.PublishedMonths)].Value : null,
            rows.Exists(r => r.Change is not null),
            rows);

        YearRow Row(MetricYear table) => new(
            table.Year,
            table.Year.MonthSpan(table.PublishedMonths),
            table.PublishedMonths == Months,
            Standing.Of(table, table.PublishedMonths).GetValueOrDefault(area, Standing.None),
            table.Of(area).CumulativeAt(latest.PublishedMonths - 1),
            Ratio.Change(table.Of(area).CumulativeAt(table.PublishedMonths - 1), Before(table)),
            $"/prefectures/{area.Code}?metric={metric.Key}&fy={table.Year}#years",
            table.Year == chosen);

        double? Before(MetricYear table) =>
            years.FirstOrDefault(t => t.Year.StartYear == table.Year.StartYear - 1)?.Of(area).CumulativeAt(table.PublishedMonths - 1);
    }

    /// <summary>「年度計は令和7年度に最多の8,432件、順位は12〜15位」.</summary>
    public string Title(MetricYear latest, IStringLocalizer<UiText> text)
    {
        var finished = Rows.Where(r => r.IsFinished && r.Standing.Total is not null).ToList();
        var ranks = Rows.Select(r => r.Standing.Rank).OfType<int>().ToList();
        if (finished.Count < 2 || ranks.Count == 0) return text["年度ごとの{0}", latest.Metric.DisplayName()];

        var best = finished.MaxBy(r => r.Standing.Total)!;
        var total = Words.WithUnit(best.Standing.Total, latest.Metric);
        if (Metric.Formula is not null) return text["年度の値は{0}に最も高く{1}", best.Year.DisplayName(), total];
        return ranks.Min() == ranks.Max()
            ? text["年度計は{0}に最多の{1}、順位はどの年度も{2}位", best.Year.DisplayName(), total, ranks.Min()]
            : text["年度計は{0}に最多の{1}、順位は{2}位から{3}位", best.Year.DisplayName(), total, ranks.Min(), ranks.Max()];
    }

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [
            text["年度"],
            text["公表された月"],
            text["計"],
            .. SamePeriodHeading is { } heading ? [heading] : Array.Empty<string>(),
            .. HasChange ? [FigureData.Percent(text["前年比（同じ月）"])] : Array.Empty<string>(),
            FigureData.Percent(text["全国比"]),
            text["順位"],
        ],
        Rows.Select(r => (IReadOnlyList<FigureCell>)
        [
            FigureCell.Of(r.Year.DisplayName()),
            FigureCell.Of(r.Months),
            FigureCell.Of(r.Standing.Total),
            .. SamePeriodHeading is null ? Array.Empty<FigureCell>() : [FigureCell.Of(r.SamePeriod)],
            .. HasChange ? [FigureCell.Percent(r.Change)] : Array.Empty<FigureCell>(),
            FigureCell.Percent(r.Standing.Share),
            FigureCell.Of(r.Standing.Rank),
        ]));
}

/// <summary>One fiscal year.</summary>
/// <param name="Months">Its published months, in words.</param>
/// <param name="Standing">Its published months together.</param>
/// <param name="SamePeriod">As many months as the latest year has.</param>
/// <param name="Change">Against the same months of the year before.</param>
public sealed record YearRow(
    FiscalYear Year, string Months, bool IsFinished, Standing Standing, double? SamePeriod, double? Change, string Href, bool IsChosen);
