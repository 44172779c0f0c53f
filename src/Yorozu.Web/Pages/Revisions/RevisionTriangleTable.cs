using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Revisions;

/// <summary>The triangle of a metric and area: months by releases.</summary>
/// <param name="Title">How many months of this area differ from their first publication.</param>
/// <param name="LatestRelease">How many cells of all areas the latest release changed: what the ledger counts.</param>
/// <param name="LedgerHref">The ledger's list of these; null where there are none.</param>
public sealed record RevisionTriangleTable(
    string Title,
    string Subtitle,
    string LatestRelease,
    string? LedgerHref,
    IReadOnlyList<RevisionColumn> Columns,
    IReadOnlyList<RevisionRow> Rows,
    string Extract,
    string Vintages)
{
    public static RevisionTriangleTable Of(RevisionTriangle triangle, int latest, IStringLocalizer<UiText> text)
    {
        var (metric, year, area) = (triangle.Metric, triangle.Year, triangle.Area);
        var revised = triangle.Rows.Count(r => r.Revision is not null and not 0);
        return new RevisionTriangleTable(
            revised == 0
                ? text["{0}の{1}に、改訂された月はありません", area.DisplayName(), metric.FullName()]
                : text["{0}の{1}は、最初の公表から{2}か月が改訂された", area.DisplayName(), metric.FullName(), revised],
            text["単位: {0}　{1}", metric.UnitName(), year.DisplayName()],
            text["この表は一つの地域について、最初の公表から最新の公表までのすべての改訂を示します。この指標で最新の公表だけで改訂された値は、全地域で{0}件です。", Words.Count(latest)],
            latest > 0 ? $"/verification?metric={metric.Key}&fy={year}&kind=revision" : null,
            [.. triangle.Releases.Select(r => new RevisionColumn(r.Id, text["{0}分まで", r.AsOf.MonthName()], r.Sequence > 1 ? text["（第{0}版）", r.Sequence] : ""))],
            [.. triangle.Rows.Select(r => Row(triangle, r))],
            $"/extracts/revisions.csv?metric={metric.Key}&area={area.Code}&fy={year}",
            $"/extracts/vintages.csv?metric={metric.Key}&area={area.Code}&fy={year}&shape=matrix");
    }

    private static RevisionRow Row(RevisionTriangle triangle, TriangleRow row)
    {
        long? before = null;
        var cells = new List<RevisionCell>();
        foreach (var figure in row.Figures)
        {
            cells.Add(new RevisionCell(figure is null ? "" : Words.Count(figure), IsChanged: figure is not null && before is not null && figure != before));
            before = figure ?? before;
        }

        return new RevisionRow(
            row.Month.FullName(),
            ProvenanceLink.To(triangle.Metric.Key, triangle.Part, triangle.Area, triangle.Year, row.Month),
            cells,
            Words.Change(row.Revision));
    }
}

/// <summary>A release, up to its last month.</summary>
public sealed record RevisionColumn(int ReleaseId, string Name, string Edition);

/// <summary>A month as each release has it, and how far the last is from the first.</summary>
public sealed record RevisionRow(string Month, string Href, IReadOnlyList<RevisionCell> Cells, string Change);

/// <summary>A figure; bold where it differs from the release before.</summary>
public sealed record RevisionCell(string Text, bool IsChanged);
