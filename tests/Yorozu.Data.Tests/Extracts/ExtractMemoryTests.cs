using System.Globalization;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts;

/// <summary>What the process allocates is counted, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(ExtractMemoryTests), DisableParallelization = true)]
[Collection(nameof(ExtractMemoryTests))]
public sealed class ExtractMemoryTests
{
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
