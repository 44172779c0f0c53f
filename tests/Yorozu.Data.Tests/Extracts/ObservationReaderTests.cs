using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts;
using Yorozu.Data.Queries;
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

    [Fact]
    public async Task A_row_more_takes_no_memory()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        await SyntheticStore.FillAsync(db, 2025, 1, CancellationToken.None);
        var request = new ExtractRequest(ObservationFilter.All, new CsvFormat());
        var view = await db.ViewAsync(null, CancellationToken.None);
        await ObservationExtract.WriteAsync(db, view!, request, Stream.Null, CancellationToken.None);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var summary = await ObservationExtract.WriteAsync(db, view!, request, Stream.Null, CancellationToken.None);
        var perRow = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)summary.Rows;

        summary.Rows.Should().Be(((15 * 12) + (3 * 12)) * 48);
        perRow.Should().BeLessThan(200, "what is allocated belongs to the tables, not to rows: {0}", perRow.ToString("0.0", CultureInfo.InvariantCulture));
    }
}
