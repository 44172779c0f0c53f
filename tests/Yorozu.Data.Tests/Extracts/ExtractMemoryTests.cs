using System.Globalization;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Sqlite;
using Yorozu.Data.Extracts.Xlsx;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts;

/// <summary>What the process allocates is counted, so nothing else may run meanwhile.</summary>
[CollectionDefinition(nameof(ExtractMemoryTests), DisableParallelization = true)]
[Collection(nameof(ExtractMemoryTests))]
public sealed class ExtractMemoryTests
{
    // Enough that the buffers of the sheets do not count.
    private const int Years = 3;
    private const double MaxBytesPerRow = 200;

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("sqlite")]
    public async Task A_row_more_takes_no_memory(string format)
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        await SyntheticStore.FillAsync(db, 2023, Years, CancellationToken.None);
        var snapshot = await db.SnapshotAsync(null, CancellationToken.None);
        await WriteAsync();

        // Code that is not optimized yet allocates more, and so does what an ended test leaves running.
        var perRow = double.MaxValue;
        for (var i = 0; i < 20 && perRow >= MaxBytesPerRow; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var summary = await WriteAsync();
            summary.Rows.Should().Be(Years * ((15 * 12) + (3 * 12)) * 48);
            // The other formats have the indicators too, and a vintage for each figure.
            var rows = format == "csv" ? summary.Rows : (2 * summary.Rows) + (Years * Indicator.All.Length * 12 * 48);
            perRow = Math.Min(perRow, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)rows);
        }

        perRow.Should().BeLessThan(
            MaxBytesPerRow, "what is allocated belongs to the tables, not to rows: {0}", perRow.ToString("0.0", CultureInfo.InvariantCulture));

        Task<ExtractSummary> WriteAsync() => format switch
        {
            "csv" => CsvDocument.WriteAsync(
                ObservationDataset.Tidy, db, new DatasetQuery(snapshot, ObservationFilter.All), new CsvFormat(), Stream.Null, CancellationToken.None),
            "xlsx" => XlsxExtract.WriteAsync(
                db, snapshot, new ExtractRequest(ObservationFilter.All, new CsvFormat()), Stream.Null, CancellationToken.None),
            _ => SqliteExtract.WriteAsync(db, snapshot, Path.Combine(store.Directory.Path, Guid.NewGuid().ToString("N")), CancellationToken.None),
        };
    }
}
