using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts;

public sealed class ObservationReaderTests
{
    [Fact]
    public async Task Cells_are_found_and_ordered_by_the_key_without_a_scan_or_a_sort()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + ObservationReader.Cells;
        foreach (var name in new[] { "@table", "@part", "@first", "@last" }) command.Parameters.AddWithValue(name, 0);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(3));

        plan.Should().ContainSingle().Which.Should().StartWith("SEARCH").And.Contain("TableId=? AND Part=? AND Area>? AND Area<?");
    }
}
