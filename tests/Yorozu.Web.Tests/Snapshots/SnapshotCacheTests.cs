using Yorozu.Data.Snapshots;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Tests.Snapshots;

public sealed class SnapshotCacheTests
{
    [Fact]
    public async Task Cached_rows_stay_within_the_limit()
    {
        await using var app = await WebApp.SharedHistoryAsync();
        await using var db = app.OpenStore();
        using var cache = new SnapshotCache();
        var latest = (await db.FindSnapshotAsync(null, CancellationToken.None))!;
        var rows = (await cache.CoverageAsync(db, latest)).Count;
        cache.Rows.Should().Be(1 + rows);

        for (var i = 1; i <= SnapshotCache.MaxRows / rows; i++) await cache.CoverageAsync(db, latest with { Since = latest.Since.AddTicks(i) });

        cache.Rows.Should().BeInRange(SnapshotCache.MaxRows / 2, SnapshotCache.MaxRows);
    }
}
