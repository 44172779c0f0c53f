using System.Globalization;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>All metrics of a prefecture in one year, by section.</summary>
/// <param name="MonthHeading">The month if it is the same for all metrics, otherwise a text for the latest month.</param>
public sealed record PrefectureTable(string MonthHeading, string RegionHeading, IReadOnlyList<PrefectureTableSection> Sections) : IFigureTable
{
    private bool HasSections => Sections.Any(s => s.Name.Length > 0);

    public static PrefectureTable Of(Prefecture prefecture, IReadOnlyList<MetricYear> tables, IStringLocalizer<UiText> text)
    {
        var area = Area.Of(prefecture);
        var rows = tables.Select(t => PrefectureRow.Of(t, prefecture)).ToList();
        var months = rows.Select(r => r.Latest?.Month).OfType<YearMonth>().Distinct().ToList();
        return new PrefectureTable(
            months.Count == 1 ? months[0].MonthName() : text["最新の月"],
            text["{0}の平均", prefecture.Region.DisplayName()],
            [.. rows
                .GroupBy(r => r.Table.Metric.Section)
                .Select(g => new PrefectureTableSection(Words.Term(g.Key), [.. g.Select(r => Line(r, area, months.Count > 1, text))]))]);
    }

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [
            .. HasSections ? [text["区分"]] : Array.Empty<string>(), text["指標"], MonthHeading, text["年度累計"], FigureData.Percent(text["全国比"]),
            text["順位"], text["動き"], text["47の平均"], text["中央値"], RegionHeading,
        ],
        Sections.SelectMany(s => s.Lines.Select(l => (IReadOnlyList<FigureCell>)
        [
            .. HasSections ? [FigureCell.Of(s.Name)] : Array.Empty<FigureCell>(),
            FigureCell.Of(l.Name + l.Unit),
            FigureCell.Of(l.Row.Latest?.Value),
            FigureCell.Of(l.Row.Ranked.Value),
            FigureCell.Percent(l.Row.Ranked.Share),
            FigureCell.Of(l.Row.Ranked.Rank),
            FigureCell.Of(l.Row.Ranked.MovementText(text)),
            FigureCell.OneDecimal(l.Row.Mean),
            FigureCell.OneDecimal(l.Row.Median),
            FigureCell.OneDecimal(l.Row.RegionMean),
        ])));

    private static PrefectureTableLine Line(PrefectureRow row, Area area, bool namesMonth, IStringLocalizer<UiText> text)
    {
        var metric = row.Table.Metric;
        return new PrefectureTableLine(
            row,
            metric.DisplayName(),
            Words.Bracketed(metric.UnitName()),
            $"/metrics/{metric.Key}?fy={row.Table.Year}&area={area.Code}&highlight={area.Code}",
            new Sparkline(row.Table.Of(area)!.Months, text["{0}の推移: {1}", metric.DisplayName(), TrendSentences.Age(row.Table, text)]),
            namesMonth ? row.Latest?.Month.MonthName() : null);
    }
}

/// <summary>The metrics of one section; the name is empty on a page without sections.</summary>
public sealed record PrefectureTableSection(string Name, IReadOnlyList<PrefectureTableLine> Lines);

/// <summary>One metric with its comparisons.</summary>
/// <param name="Month">The month of the latest figure when the heading does not give it.</param>
public sealed record PrefectureTableLine(PrefectureRow Row, string Name, string Unit, string Href, Sparkline Sparkline, string? Month)
{
    public string Rank => Row.Ranked.Rank?.ToString(CultureInfo.InvariantCulture) ?? "―";
}
