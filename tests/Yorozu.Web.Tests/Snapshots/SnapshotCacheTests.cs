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

    [Fact]
    public async Task A_whole_table_is_read_once_for_the_pages_of_all_prefectures()
    {
        await using var app = await WebApp.SharedHistoryAsync();
        await using var db = app.OpenStore();
        using var cache = new SnapshotCache();
        var latest = (await db.FindSnapshotAsync(null, CancellationToken.None))!;
        var tables = (await db.CoverageAsync(latest, CancellationToken.None)).Take(3).ToList();

        var first = await cache.TablesAsync(db, latest, tables);
        var rows = cache.Rows;
        var second = await cache.TablesAsync(db, latest, [.. tables.Take(2)]);

        second.Should().Equal(first.Take(2), ReferenceEquals);
        (rows, cache.Rows).Should().Be((3 * (1 + 48), 3 * (1 + 48)));
    }
}
