using Yorozu.Data.Store;

namespace Yorozu.Data.Snapshots;

/// <summary>The state of the public data: a number that goes up with each publication and withdrawal, and since when.</summary>
public sealed record DataVersion(long Number, DateTimeOffset ChangedAt);

/// <summary>Which version of the data is there to show.</summary>
public static class DataVersionQuery
{
    public static async Task<DataVersion> DataVersionAsync(this YorozuDbContext db, CancellationToken cancellationToken)
    {
        await using var state = await db.PrepareAsync("SELECT data_version, changed_at FROM store_state", cancellationToken);
        return (await state.ReadAsync(row => new DataVersion(row.GetInt64(0), row.Time(1)), cancellationToken)).Single();
    }
}
