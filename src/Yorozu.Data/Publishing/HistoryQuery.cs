using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>What had been published before a page: of its own year the releases it comes after, and the years before it.</summary>
internal static class HistoryQuery
{
    private const int EarlierYears = 3;

    // Of each metric and year the last table that stands, of the page's own year the last before it.
    private const string Tables =
        """
        WITH before AS (
            SELECT t.id, t.metric_id, t.fiscal_year, t.precedence FROM tables AS t JOIN releases AS r ON r.id = t.release_id
            WHERE t.fiscal_year BETWEEN @first AND @year AND (t.fiscal_year < @year OR t.precedence < @precedence)
            AND r.published_version <= @version AND (r.withdrawn_version IS NULL OR r.withdrawn_version > @version)
        )
        SELECT b.id, m.key FROM before AS b JOIN metrics AS m ON m.id = b.metric_id
        WHERE b.precedence = (SELECT max(o.precedence) FROM before AS o WHERE o.metric_id = b.metric_id AND o.fiscal_year = b.fiscal_year)
        """;

    public static async Task<FigureHistory> HistoryBeforeAsync(
        this YorozuDbContext db, PublishedPage page, long version, long precedence, CancellationToken cancellationToken)
    {
        await using var tables = await db.PrepareAsync(Tables, cancellationToken, "@first", "@year", "@precedence", "@version");
        await using var parts = await db.PrepareAsync("SELECT name FROM table_parts WHERE table_id = @table", cancellationToken, "@table");
        await using var cells = await db.PrepareAsync(
            "SELECT area_id, month, value FROM observations WHERE table_id = @table AND part = @part", cancellationToken, "@table", "@part");

        var keys = page.Tables.Select(t => t.Metric.Key).ToHashSet();
        var year = page.FiscalYear.StartYear;
        var history = new FigureHistory();
        foreach (var table in await tables.ReadAsync(row => (Id: row.GetInt32(0), Key: row.GetString(1)), cancellationToken, year - EarlierYears, year, precedence, version))
        {
            if (!keys.Contains(table.Key)) continue;
            foreach (var part in await parts.ReadAsync(row => row.GetString(0), cancellationToken, table.Id))
            {
                foreach (var cell in await cells.ReadAsync(row => (Area: row.GetInt32(0), Month: row.GetInt32(1), Value: row.NullableInt64(2)), cancellationToken, table.Id, part))
                {
                    history.Add(table.Key, part, Area.FromNumber(cell.Area), YearMonth.FromNumber(cell.Month), Figure.Of(cell.Value));
                }
            }
        }

        return history;
    }
}
