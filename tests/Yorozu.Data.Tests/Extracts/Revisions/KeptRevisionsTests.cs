using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Extracts.Sqlite;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts.Revisions;

/// <summary>A file with vintages and revisions reads the releases once, and has the revisions that <c>revisions.csv</c> has.</summary>
public sealed class KeptRevisionsTests
{
    private const string Heading = "2.相談実績件数";

    [Fact]
    public async Task They_are_those_of_the_releases_that_stand()
    {
        await using var store = await MonthsAsync();
        (await CompareAsync(store)).Should().Be(2 * 2, "a figure and the total are revised twice");

        await store.WithdrawAsync(2);
        (await CompareAsync(store)).Should().Be(2, "from the first release to the third");
    }

    [Fact]
    public async Task One_of_a_release_that_was_never_current_is_there_too()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await store.PublishAsync(Page(1).Build(), publishedOn: new DateOnly(2025, 5, 20));
        await store.PublishAsync(Page(1).Figure(Heading, "岡山県", 4, 1).Build(), publishedOn: new DateOnly(2025, 5, 10));

        (await CompareAsync(store)).Should().Be(2);
    }

    [Fact]
    public async Task More_than_memory_is_to_hold_are_read_again()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using (var db = store.Open())
        {
            await SyntheticStore.FillAsync(db, 2025, 1, CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("UPDATE observations SET value = value + table_id");
        }

        (await CompareAsync(store)).Should().Be(await RevisedCellsAsync(store)).And.BeGreaterThan(1 << 14);
    }

    // Every figure of a release but the newest month's is another one in the next.
    private static Task<int> RevisedCellsAsync(TemporaryStore store) => store.QueryAsync(async db =>
        await db.Observations.CountAsync(o => o.Month < o.Table.EndMonth && o.Table.ReleaseId > 1));

    private static async Task<TemporaryStore> MonthsAsync()
    {
        var store = await TemporaryStore.CreateAsync();
        await store.PublishAsync(Page(1).Build(), publishedOn: new DateOnly(2025, 5, 20));
        await store.PublishAsync(Page(2).Figure(Heading, "岡山県", 4, 3300).Build(), publishedOn: new DateOnly(2025, 6, 20));
        await store.PublishAsync(Page(3).Figure(Heading, "岡山県", 4, 3301).Build(), publishedOn: new DateOnly(2025, 7, 20));
        return store;
    }

    private static PageBuilder Page(int months) => PageBuilder.Consultations(months, 2025);

    /// <returns>How many revisions there are.</returns>
    private static async Task<int> CompareAsync(TemporaryStore store)
    {
        await using var db = store.Open();
        var snapshot = (await db.FindSnapshotAsync(null, default))!;
        var path = Path.Combine(store.Directory.Path, Guid.NewGuid().ToString("N"));
        await SqliteExtract.WriteAsync(db, snapshot, path, default);
        var query = new DatasetQuery(snapshot, ObservationFilter.All);
        var revisions = await RevisionDataset.Dataset.ReadAsync(db, query, default).ToListAsync();
        var vintages = await VintageDataset.Dataset.ReadAsync(db, query, default).ToListAsync();

        (await RowsAsync(path, "SELECT metric, part, area_code, month, release_from, release_to, value_from, value_to FROM revisions")).Should()
            .Equal(Sorted(revisions.Select(r => Text(r.MetricKey, r.Part, r.Area.Code, r.Month, r.ReleaseFrom, r.ReleaseTo, r.From, r.To))));
        (await RowsAsync(path, "SELECT metric, part, area_code, month, release, value FROM vintages")).Should()
            .Equal(Sorted(vintages.Select(v => Text(v.MetricKey, v.Part, v.Area.Code, v.Month, v.Release.Id, v.Value))));
        return revisions.Count;
    }

    private static async Task<List<string>> RowsAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(Text([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]));
        return Sorted(rows);
    }

    private static List<string> Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];

    private static string Text(params object?[] values) => string.Join('|', values.Select(v => v is DBNull ? null : v));
}
