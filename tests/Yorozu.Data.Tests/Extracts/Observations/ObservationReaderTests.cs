using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts.Observations;

public sealed class ObservationReaderTests
{
    [Fact]
    public async Task Our_running_total_ends_at_a_gap_and_the_printed_one_stands_at_the_last_month()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3).Printed("2.相談実績件数", "岡山県", 5, "－").Build());
        await using var db = store.Open();
        var filter = new ObservationFilter { Areas = [Area.FromNumber(33), Area.FromNumber(34)] };

        var rows = await new ObservationReader(db).ReadAsync(await db.ObservationTablesAsync(Snapshot.At(1), filter, default), filter, default).ToListAsync();

        rows.Select(r => (r.Area.Number, r.Month.Number, r.Value, r.Cumulative, r.PublishedCumulative)).Should().Equal(
            (33, 202604, 3304, 3304, null), (33, 202605, null, null, null), (33, 202606, 3306, null, 9915),
            (34, 202604, 3404, 3404, null), (34, 202605, 3405, 6809, null), (34, 202606, 3406, 10215, 10215));
    }

    [Fact]
    public async Task A_state_dates_from_the_publication_it_follows()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build());
        var first = store.Clock.GetUtcNow();
        store.Clock.Advance(TimeSpan.FromDays(30));
        await store.PublishAsync(PageBuilder.Consultations(2).Build());

        (await store.QueryAsync(db => db.SnapshotAsync(null, default))).Since.Should().Be(store.Clock.GetUtcNow());
        (await store.QueryAsync(db => db.SnapshotAsync(AsOf.Publication(1), default))).Since.Should().Be(first);
    }

    [Theory]
    [InlineData(CellReader.Cells)]
    [InlineData(CellReader.Grid)]
    public async Task Cells_are_found_and_ordered_by_the_key_without_a_scan_or_a_sort(string sql)
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in new[] { "@table", "@part", "@first", "@last", "@from", "@to" }) command.Parameters.AddWithValue(name, 0);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(3));

        plan.Should().NotContain(step => step.Contains("B-TREE", StringComparison.Ordinal) || step.StartsWith("SCAN observations", StringComparison.Ordinal));
        plan.Where(step => step.Contains("observations", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().StartWith("SEARCH").And.Contain("table_id=? AND part=? AND area_id>? AND area_id<?");
    }
}
