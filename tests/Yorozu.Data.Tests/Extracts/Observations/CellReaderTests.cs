using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts.Observations;

/// <summary>A grid has the cells that are read one by one.</summary>
public sealed class CellReaderTests
{
    public static TheoryData<string> Changes => new(
        "",
        "UPDATE observations SET value = NULL WHERE area_id = 0 AND month = 202604",
        "UPDATE observations SET value = NULL WHERE area_id = 47",
        "UPDATE observations SET value = 999999999999 WHERE month = 202605",
        "DELETE FROM observations WHERE area_id = 33 AND month = 202605",
        "DELETE FROM observations WHERE area_id = 0",
        "DELETE FROM observations",
        "UPDATE tables SET end_month = 202605",
        "UPDATE tables SET end_month = 202607",
        "UPDATE tables SET first_month = 202605",
        "DELETE FROM observations WHERE area_id = 33 AND month = 202605; UPDATE tables SET end_month = 202605");

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task It_has_the_same_cells_whatever_a_table_lacks(string change)
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3).Printed("2.相談実績件数", "岡山県", 5, "－").Build());
        await using var db = store.Open();
        if (change.Length > 0) await db.Database.ExecuteSqlRawAsync(change);

        foreach (var filter in new[] { ObservationFilter.All, Of(33), Of(33, 34), Of(1, 47), Of(0) }) await CompareAsync(db, filter);
    }

    private static async Task CompareAsync(YorozuDbContext db, ObservationFilter filter)
    {
        await using var reader = await CellReader.OpenAsync(db, filter, default);
        var grid = new long?[CellReader.GridLength];
        // What the table before left.
        Array.Fill(grid, 1);
        var table = await db.Tables.Select(t => new TableSpan(t.Id, t.FirstMonth, t.EndMonth)).SingleAsync();
        var expected = new long?[CellReader.GridLength];
        foreach (var (area, month, value) in reader.Read(table.TableId, ""))
        {
            if (table.FirstMonth <= month.Number && month.Number <= table.EndMonth) expected[CellReader.Place(area.Number, month.Number)] = value;
        }

        reader.Read(table, "", grid);

        grid.Should().Equal(expected);
    }

    private static ObservationFilter Of(params int[] areas) => new() { Areas = [.. areas.Select(Area.FromNumber)] };
}
