using System.Data.Common;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>A cell whose figure differs in a later table, or is gone.</summary>
internal readonly record struct Change(string Part, Area Area, YearMonth Month, long From, long? To);

/// <summary>Compares the cells of two tables within SQLite, so that only differences are read.</summary>
internal sealed class ChangeReader : IAsyncDisposable
{
    private const string Changes =
        """
        SELECT b.part, b.area_id, b.month, b.value, a.value FROM observations AS b
        LEFT JOIN observations AS a ON a.table_id = @after AND a.part = b.part AND a.area_id = b.area_id AND a.month = b.month
        WHERE b.table_id = @before AND b.area_id BETWEEN @first AND @last AND b.value IS NOT NULL AND b.value IS NOT a.value
        ORDER BY b.part, b.area_id, b.month
        """;

    private readonly DbCommand _changes;

    private ChangeReader(DbCommand changes) => _changes = changes;

    public static async Task<ChangeReader> OpenAsync(YorozuDbContext db, ObservationFilter filter, CancellationToken cancellationToken) =>
        new(await db.PrepareAsync(Changes, filter, ["@before", "@after"], cancellationToken));

    public IEnumerable<Change> Read(int before, int after)
    {
        _changes.Parameters["@before"].Value = before;
        _changes.Parameters["@after"].Value = after;
        using var reader = _changes.ExecuteReader();
        while (reader.Read())
        {
            var (area, month) = (Area.FromNumber(reader.GetInt32(1)), YearMonth.FromNumber(reader.GetInt32(2)));
            yield return new Change(reader.GetString(0), area, month, reader.GetInt64(3), reader.Count(4));
        }
    }

    public ValueTask DisposeAsync() => _changes.DisposeAsync();
}
