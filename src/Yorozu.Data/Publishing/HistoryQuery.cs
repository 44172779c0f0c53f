using System.Globalization;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Statistics.Verification.Revisions;

namespace Yorozu.Data.Publishing;

/// <summary>The figures published before a page: the earlier releases of its own year, and the years before it.</summary>
internal static class HistoryQuery
{
    // The tables current for some month before the page, lowest precedence first: later figures overwrite earlier ones.
    private static readonly string Tables =
        $"""
        WITH before AS (
            SELECT t.* FROM ({CurrentTables.Prepared(CurrentTables.Standing)}) AS t
            WHERE t.fiscal_year BETWEEN @first AND @year AND (t.fiscal_year < @year OR t.precedence < @precedence)
        )
        SELECT t.id, t.fiscal_year, t.precedence, m.key, t.heading, t.end_month FROM before AS t JOIN metrics AS m ON m.id = t.metric_id
        WHERE {CurrentTables.NotCovered("before")}
        ORDER BY t.precedence, t.ordinal
        """;

    // A row for each series: to fetch a column costs more than to read it.
    private const string Cells =
        """
        SELECT part, area_id, group_concat(month || ':' || ifnull(value, '')) FROM observations
        WHERE table_id = @table AND month <= @end GROUP BY part, area_id
        """;

    public static async Task<FigureHistory> HistoryBeforeAsync(
        this YorozuDbContext db, PublishedPage page, long version, long precedence, CancellationToken cancellationToken)
    {
        await using var tables = await db.PrepareAsync(Tables, cancellationToken, "@first", "@year", "@precedence", "@version");
        await using var cells = await db.PrepareAsync(Cells, cancellationToken, "@table", "@end");

        var keys = page.Tables.Select(t => t.Metric.Key).ToHashSet();
        var year = page.FiscalYear.StartYear;
        var before = await tables.ReadAsync(
            row => (
                Id: row.GetInt32(0),
                Year: row.GetInt32(1),
                Precedence: row.GetInt64(2),
                Key: row.GetString(3),
                Heading: row.GetString(4),
                End: row.GetInt32(5)),
            cancellationToken,
            year - YearDoubt.MaxYears,
            year,
            precedence,
            version);
        var ofYear = before.Where(t => t.Year == year).ToList();
        var newest = before.Count == 0 ? [] : before.FindAll(t => t.Precedence == before[^1].Precedence);
        var ofMetrics = before.FindAll(t => keys.Contains(t.Key));
        var history = new FigureHistory
        {
            // Nothing later covers a table of the latest release: all of them are here.
            TablesBefore = [.. ofYear.Where(t => t.Precedence == ofYear[^1].Precedence).Select(t => (t.Key, t.Heading))],
            AsOfBefore = newest.Count == 0 ? null : TableEntity.AsOfMonth(newest[0].Precedence),
            TablesOfReleaseBefore = [.. newest.Select(t => (t.Key, t.Heading))],
            Years = [.. ofMetrics.Select(t => new FiscalYear(t.Year)).Distinct()],
        };
        foreach (var table in ofMetrics)
        {
            await cells.ForEachAsync(
                row => history.Add(table.Key, row.GetString(0), Area.FromNumber(row.GetInt32(1)), FiguresIn(row.GetString(2))),
                cancellationToken,
                table.Id,
                table.End);
        }

        return history;
    }

    /// <summary>Reads 202104:858,202105: into figures, the second of them unpublished.</summary>
    private static List<(YearMonth Month, Figure Figure)> FiguresIn(ReadOnlySpan<char> series)
    {
        var figures = new List<(YearMonth, Figure)>(12);
        foreach (var range in series.Split(','))
        {
            var month = YearMonth.FromNumber(int.Parse(series[range][..6], CultureInfo.InvariantCulture));
            var value = series[range][7..];
            figures.Add((month, Figure.Of(value.IsEmpty ? null : long.Parse(value, CultureInfo.InvariantCulture))));
        }

        return figures;
    }
}
