using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>The figures published before a page: the earlier releases of its own year, and the years before it.</summary>
internal static class HistoryQuery
{
    private const int EarlierYears = 3;

    // The tables that were current for some month before the page, in the order in which they were: the last word stands.
    private const string Tables =
        """
        WITH before AS (
            SELECT t.* FROM tables AS t JOIN releases AS r ON r.id = t.release_id
            WHERE t.fiscal_year BETWEEN @first AND @year AND (t.fiscal_year < @year OR t.precedence < @precedence)
            AND r.published_version <= @version AND (r.withdrawn_version IS NULL OR r.withdrawn_version > @version)
        )
        SELECT b.id, m.key, b.end_month FROM before AS b JOIN metrics AS m ON m.id = b.metric_id
        WHERE NOT EXISTS (
            SELECT 1 FROM before AS o
            WHERE o.metric_id = b.metric_id AND o.fiscal_year = b.fiscal_year AND o.precedence > b.precedence
            AND o.first_month <= b.first_month AND o.end_month >= b.end_month)
        ORDER BY b.precedence
        """;

    public static async Task<FigureHistory> HistoryBeforeAsync(
        this YorozuDbContext db, PublishedPage page, long version, long precedence, CancellationToken cancellationToken)
    {
        await using var tables = await db.PrepareAsync(Tables, cancellationToken, "@first", "@year", "@precedence", "@version");
        await using var cells = await db.PrepareAsync(
            "SELECT part, area_id, month, value FROM observations WHERE table_id = @table AND month <= @end", cancellationToken, "@table", "@end");

        var keys = page.Tables.Select(t => t.Metric.Key).ToHashSet();
        var year = page.FiscalYear.StartYear;
        var before = await tables.ReadAsync(
            row => (Id: row.GetInt32(0), Key: row.GetString(1), End: row.GetInt32(2)), cancellationToken, year - EarlierYears, year, precedence, version);
        var history = new FigureHistory();
        foreach (var table in before.Where(t => keys.Contains(t.Key)))
        {
            var figures = await cells.ReadAsync(
                row => (
                    Part: row.GetString(0),
                    Area: Area.FromNumber(row.GetInt32(1)),
                    Month: YearMonth.FromNumber(row.GetInt32(2)),
                    Figure: Figure.Of(row.Count(3))),
                cancellationToken,
                table.Id,
                table.End);
            foreach (var (part, area, month, figure) in figures) history.Add(table.Key, part, area, month, figure);
        }

        return history;
    }
}
