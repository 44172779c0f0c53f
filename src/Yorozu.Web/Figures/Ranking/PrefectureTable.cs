using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.SmallTrends;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>All metrics of a prefecture in one year, by section.</summary>
/// <param name="MonthHeading">The month if it is the same for all metrics, otherwise a text for the latest month.</param>
/// <param name="TotalHeading">The year so far, with its months if they are the same for all metrics.</param>
/// <param name="TrendHeading">The first month of the trends; null where one month would be the whole of them.</param>
/// <param name="HasYearBefore">False where there is nothing to compare with: the table then has no columns for it.</param>
public sealed record PrefectureTable(
    string MonthHeading, string TotalHeading, string? TrendHeading, bool HasYearBefore, IReadOnlyList<PrefectureTableSection> Sections) : IFigureTable
{
    private IEnumerable<Metric> Metrics => Sections.SelectMany(s => s.Lines).Select(l => l.Row.Table.Metric);

    private bool HasSections => Sections.Any(s => s.Name.Length > 0);

    /// <summary>Of whole years it says so.</summary>
    public string ChangeHeading(IStringLocalizer<UiText> text) => FigureViews.YearChangeName(IsWhole, text);

    /// <inheritdoc cref="ChangeHeading" />
    public string RankHeading(IStringLocalizer<UiText> text) => FigureViews.YearRankName(IsWhole, text);

    private bool IsWhole => Sections.SelectMany(s => s.Lines).All(l => l.Row.Table.IsWhole);

    public int Columns => (HasYearBefore ? 8 : 5) + (TrendHeading is null ? 0 : 1);

    /// <param name="rows">The metrics, in catalogue order.</param>
    /// <param name="trends">The months of each metric, by its key.</param>
    /// <param name="chosen">The key of the metric that the page goes into.</param>
    public static PrefectureTable Of(
        Area area,
        IReadOnlyList<PrefectureRow> rows,
        IReadOnlyDictionary<string, SmallTrend> trends,
        YearMonth firstMonth,
        string? chosen,
        IStringLocalizer<UiText> text)
    {
        var months = rows.Where(r => r.HasMonths).Select(r => r.Latest?.Month).OfType<YearMonth>().Distinct().ToList();
        var spans = rows.Select(r => r.Table.Year.MonthSpan(r.Table.PublishedMonths)).Distinct().ToList();
        return new PrefectureTable(
            months.Count == 1 ? months[0].MonthName() : text["最新の月"],
            spans.Count == 1 ? text["累計（{0}）", spans[0]] : text["年度累計"],
            trends.Values.Any(t => t.Months.Count > 1) ? text["{0}〜", firstMonth.FullName()].Value : null,
            rows.Any(r => r.HasYearBefore),
            [.. rows.GroupBy(r => r.Table.Metric.Section).Select(g => new PrefectureTableSection(Words.Term(g.Key), [.. g.Select(Line)]))]);

        PrefectureTableLine Line(PrefectureRow row)
        {
            var metric = row.Table.Metric;
            return new PrefectureTableLine(
                row,
                metric.PlainName(),
                Words.Bracketed(metric.UnitName()),
                $"/prefectures/{area.Code}?metric={metric.Key}&fy={row.Table.Year}#trend",
                trends[metric.Key],
                months.Count > 1 && row.HasMonths ? row.Latest?.Month.MonthName() : null,
                metric.Key == chosen);
        }
    }

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [
            .. HasSections ? [text["区分"]] : Array.Empty<string>(),
            text["指標"],
            MonthHeading,
            .. BeforeOnly(FigureData.Change(text["前年同月比"], Metrics.Where(m => !m.IsIndicator))),
            TotalHeading,
            .. BeforeOnly(FigureData.Change(ChangeHeading(text), Metrics)),
            FigureData.Percent(Words.ShareName(null)),
            RankHeading(text),
            .. BeforeOnly(text["前年の順位"]),
        ],
        Sections.SelectMany(s => s.Lines.Select(l => (IReadOnlyList<FigureCell>)
        [
            .. HasSections ? [FigureCell.Of(s.Name)] : Array.Empty<FigureCell>(),
            FigureCell.Of(l.Name + l.Unit),
            FigureCell.Of(l.Row.HasMonths ? l.Row.Latest?.Value : null),
            .. BeforeOnly(FigureCell.Percent(l.Row.HasMonths ? l.Row.Latest?.ChangeOnYear : null)),
            FigureCell.Of(l.Row.Now.Total),
            .. BeforeOnly(FigureCell.Percent(l.Row.ChangeOnYear)),
            FigureCell.Percent(l.Row.Now.Share),
            FigureCell.Of(l.Row.Now.Rank?.Place),
            .. BeforeOnly(FigureCell.Of(l.Row.Before.Rank?.Place)),
        ])));

    private IEnumerable<T> BeforeOnly<T>(T column) => HasYearBefore ? [column] : [];
}

/// <summary>The metrics of one section; the name is empty on a page without sections.</summary>
public sealed record PrefectureTableSection(string Name, IReadOnlyList<PrefectureTableLine> Lines);

/// <summary>One metric with its comparisons.</summary>
/// <param name="Month">The month of the latest figure when the heading does not give it.</param>
/// <param name="IsChosen">The page shows the trend of this metric.</param>
public sealed record PrefectureTableLine(PrefectureRow Row, string Name, string Unit, string Href, SmallTrend Trend, string? Month, bool IsChosen)
{
    /// <summary>The latest month; a dash for an indicator.</summary>
    public string Latest => Row.HasMonths ? Words.Figure(Row.Latest?.Value, Row.Table.Metric) : "―";

    public string LatestChange => Row.HasMonths ? Words.Change(Row.Latest?.ChangeOnYear, Row.Table.Metric) : "―";

    public string TotalChange => Words.Change(Row.ChangeOnYear, Row.Table.Metric);

    public string Total => Words.Figure(Row.Now.Total, Row.Table.Metric);
}
