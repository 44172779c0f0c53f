using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.SmallTrends;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Compare;

/// <summary>Several metrics of several areas: a row for each metric, with small trends on one scale.</summary>
/// <param name="IsWhole">True where all months of the year are published.</param>
/// <param name="HasChange">False where there is nothing to compare with: the table then has no columns for it.</param>
public sealed record ComparisonGrid(string Caption, bool HasChange, bool IsWhole, IReadOnlyList<Area> Areas, IReadOnlyList<GridSection> Sections)
    : IFigureTable, IFigureChart
{
    public int ColumnsOfArea => HasChange ? 3 : 2;

    public int Columns => 1 + (ColumnsOfArea * Areas.Count);

    /// <summary>Too many for the usual size of type on paper.</summary>
    public bool HasManyAreas => Areas.Count > 6;

    private IEnumerable<Metric> Metrics => Sections.SelectMany(s => s.Rows).Select(r => r.Metric);

    private bool HasSections => Sections.Any(s => s.Name.Length > 0);

    /// <param name="tables">The whole tables of the year, one for each metric.</param>
    /// <param name="before">Those of the year before.</param>
    /// <param name="earlier">The rows of the years before that, for the trends.</param>
    public static ComparisonGrid Of(
        string name,
        IReadOnlyList<MetricYear> tables,
        IReadOnlyList<MetricYear> before,
        IReadOnlyList<MetricYear> earlier,
        IReadOnlyList<Area> areas,
        HttpRequest request,
        IStringLocalizer<UiText> text)
    {
        var from = tables.Concat(before).Concat(earlier).Min(t => t.Year).FirstMonth;
        var to = tables.Max(t => t.LastMonth) ?? tables[0].Year.FirstMonth;
        var sections = tables.GroupBy(t => t.Metric.Section).Select(g => new GridSection(Words.Term(g.Key), [.. g.Select(Row)])).ToList();
        return new ComparisonGrid(
            text["{0}の比較（{1}）", name, tables[0].Year.DisplayName()],
            sections.Exists(s => s.Rows.Any(r => r.Cells.Any(c => c.Change is not null))),
            tables.All(t => t.IsWhole),
            areas,
            sections);

        GridRow Row(MetricYear table)
        {
            var metric = table.Metric;
            var yearBefore = before.FirstOrDefault(t => t.Metric.Key == metric.Key);
            var years = new[] { table, yearBefore }.OfType<MetricYear>().Concat(earlier.Where(t => t.Metric.Key == metric.Key)).ToList();
            var standings = Standing.Of(table, table.PublishedMonths);
            // The nation would flatten all others: it has a scale of its own.
            var greatest = areas.Where(a => !a.IsNation).SelectMany(a => SmallTrend.MonthsOf(years, a, from, to)).Max() ?? 0;
            return new GridRow(
                metric,
                metric.PlainName(),
                Words.Bracketed(metric.UnitName()),
                request.With(("metric", metric.Key), ("section", null)),
                [.. areas.Select(area =>
                {
                    var standing = standings.GetValueOrDefault(area, Standing.None);
                    return new GridCell(
                        standing,
                        Ratio.Change(standing.Total, yearBefore?.Of(area).CumulativeAt(table.PublishedMonths - 1), metric),
                        SmallTrend.Of(years, area, from, to, area.IsNation ? null : greatest, text));
                })]);
        }
    }

    public FigureData Data(IStringLocalizer<UiText> text) => new(
        [.. HasSections ? [text["区分"]] : Array.Empty<string>(), text["指標"], .. Areas.SelectMany(a => Headings(text).Select(h => $"{a.DisplayName()} {h}"))],
        Sections.SelectMany(s => s.Rows.Select(r => (IReadOnlyList<FigureCell>)
        [
            .. HasSections ? [FigureCell.Of(s.Name)] : Array.Empty<FigureCell>(),
            FigureCell.Of(r.Name + r.Unit),
            .. r.Cells.SelectMany(c => (IEnumerable<FigureCell>)
            [
                FigureCell.Of(c.Standing.Total),
                .. HasChange ? [FigureCell.Percent(c.Change)] : Array.Empty<FigureCell>(),
                FigureCell.Of(c.Standing.Rank?.Place),
            ]),
        ])));

    public double Draw(Canvas canvas, Box room, IStringLocalizer<UiText> text) => GridDrawing.Draw(canvas, this, room, text);

    public string TotalHeading(IStringLocalizer<UiText> text) => IsWhole ? text["年度の計"] : text["年度累計"];

    public string ChangeHeading(IStringLocalizer<UiText> text) => FigureViews.YearChangeName(IsWhole, text);

    private IEnumerable<string> Headings(IStringLocalizer<UiText> text) =>
        [TotalHeading(text), .. HasChange ? [FigureData.Change(ChangeHeading(text), Metrics)] : Array.Empty<string>(), text["順位"]];
}

/// <summary>The metrics of one section; the name is empty on a page without sections.</summary>
public sealed record GridSection(string Name, IReadOnlyList<GridRow> Rows);

/// <summary>One metric.</summary>
/// <param name="Href">The same areas by this metric alone.</param>
public sealed record GridRow(Metric Metric, string Name, string Unit, string Href, IReadOnlyList<GridCell> Cells);

/// <summary>A metric of an area: the year so far, against the same months of the year before.</summary>
public sealed record GridCell(Standing Standing, double? Change, SmallTrend Trend);
