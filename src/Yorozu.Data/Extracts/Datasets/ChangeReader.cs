using System.Data.Common;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>A cell whose figure is another one in a later table, or none.</summary>
internal readonly record struct Change(string Part, Area Area, YearMonth Month, long From, long? To);

/// <summary>Compares the cells of two tables within SQLite, so that those that are the same never leave it.</summary>
internal sealed class ChangeReader : IAsyncDisposable
{
    private const string Changes =
        """
        SELECT b."Part", b."Area", b."Month", b."Value", a."Value" FROM observations AS b
        LEFT JOIN observations AS a ON a."TableId" = @after AND a."Part" = b."Part" AND a."Area" = b."Area" AND a."Month" = b."Month"
        WHERE b."TableId" = @before AND b."Area" BETWEEN @first AND @last AND b."Value" IS NOT NULL AND b."Value" IS NOT a."Value"
        ORDER BY b."Part", b."Area", b."Month"
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
            yield return new Change(reader.GetString(0), Area.FromNumber(reader.GetInt32(1)), YearMonth.FromNumber(reader.GetInt32(2)), reader.GetInt64(3), reader.Count(4));
        }
    }

    public ValueTask DisposeAsync() => _changes.DisposeAsync();
}
