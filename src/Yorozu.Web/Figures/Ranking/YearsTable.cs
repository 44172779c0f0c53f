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
/// <param name="ChangeHeading">What is compared with the year before: those months, or whole years; null where there is nothing to compare.</param>
public sealed record YearsTable(
    Metric Metric, string Caption, string? SamePeriodHeading, string? ChangeHeading, IReadOnlyList<YearRow> Rows) : IFigureTable
{
    /// <param name="years">The whole tables of the metric, the latest first.</param>
    /// <param name="chosen">The year that the page goes into.</param>
    public static YearsTable Of(IReadOnlyList<MetricYear> years, Area area, FiscalYear chosen, IStringLocalizer<UiText> text)
    {
        var (latest, metric) = (years[0], years[0].Metric);
        var rows = years.Select(Row).ToList();
        var (span, isUnfinished) = (latest.Year.MonthSpan(latest.PublishedMonths), !latest.IsWhole);
        var change = isUnfinished ? text["前年比（{0}）", span] : text["前年度比"];
        return new YearsTable(
            metric,
            text["{0}の年度ごとの計、全国比、順位", metric.DisplayName()],
            isUnfinished && years.Count > 1 ? text["同期間（{0}）", span].Value : null,
            rows.Exists(r => r.Change is not null) ? change.Value : null,
            rows);

        YearRow Row(MetricYear table) => new(
            table.Year,
            table.Year.MonthSpan(table.PublishedMonths),
            table.IsWhole,
            Standing.Of(table, table.PublishedMonths).GetValueOrDefault(area, Standing.None),
            SamePeriod(table),
            Ratio.Change(SamePeriod(table), SamePeriod(years.FirstOrDefault(t => t.Year.StartYear == table.Year.StartYear - 1)), metric),
            $"/prefectures/{area.Code}?metric={metric.Key}&fy={table.Year}#years",
            table.Year == chosen);

        double? SamePeriod(MetricYear? table) => table?.Of(area).CumulativeAt(latest.PublishedMonths - 1);
    }

    /// <summary>「年度計は令和7年度に最多の8,432件、年度累計の順位は令和4年度の15位から令和8年度（4〜12月）の12位へ」.</summary>
    public string Title(IStringLocalizer<UiText> text)
    {
        var finished = Rows.Where(r => r.IsFinished && r.Standing.Total is not null).ToList();
        var ranked = Rows.Where(r => r.Standing.Rank is { Place: not null }).ToList();
        if (finished.Count < 2 || ranked.Count == 0) return text["年度ごとの{0}", Metric.DisplayName()];

        var best = finished.MaxBy(r => r.Standing.Total)!;
        var total = Words.WithUnit(best.Standing.Total, Metric);
        if (Metric.Formula is not null) return text["年度の値は{0}に最も高く{1}", best.Year.DisplayName(), total];
        var (from, to) = (ranked[^1], ranked[0]);
        var (was, now) = (Words.Place(from.Standing.Rank), Words.Place(to.Standing.Rank));
        return was == now
            ? text["年度計は{0}に最多の{1}、年度累計の順位は{2}、{3}とも{4}位", best.Year.DisplayName(), total, from.Name, to.Name, now]
            : text["年度計は{0}に最多の{1}、年度累計の順位は{2}の{3}位から{4}の{5}位へ", best.Year.DisplayName(), total, from.Name, was, to.Name, now];
    }

    public string RankHeading(IStringLocalizer<UiText> text) => Metric.RankHeading(FigureViews.YearRankName(Rows.All(r => r.IsFinished), text), text);

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [
            text["年度"],
            text["公表された月"],
            text["計"],
            .. SamePeriodHeading is { } heading ? [heading] : Array.Empty<string>(),
            .. ChangeHeading is { } change ? [FigureData.Change(change, Metric)] : Array.Empty<string>(),
            FigureData.Percent(Words.ShareName(Metric)),
            RankHeading(text),
        ],
        Rows.Select(r => (IReadOnlyList<FigureCell>)
        [
            FigureCell.Of(r.Year.DisplayName()),
            FigureCell.Of(r.Months),
            FigureCell.Of(r.Standing.Total),
            .. SamePeriodHeading is null ? Array.Empty<FigureCell>() : [FigureCell.Of(r.SamePeriod)],
            .. ChangeHeading is null ? Array.Empty<FigureCell>() : [FigureCell.Percent(r.Change)],
            FigureCell.Percent(r.Standing.Share),
            FigureCell.Of(r.Standing.Rank?.Place),
        ]));
}

/// <summary>One fiscal year.</summary>
/// <param name="Months">Its published months, in words.</param>
/// <param name="Standing">Its published months together.</param>
/// <param name="SamePeriod">As many months as the latest year has.</param>
/// <param name="Change">That period against the one of the year before.</param>
public sealed record YearRow(
    FiscalYear Year, string Months, bool IsFinished, Standing Standing, double? SamePeriod, double? Change, string Href, bool IsChosen)
{
    /// <summary>令和7年度, or of an unfinished year 令和8年度（4〜12月）.</summary>
    public string Name => IsFinished ? Year.EraName() : Year.EraName() + Words.Bracketed(Months);
}
