using System.Globalization;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Extracts.Sqlite;
using Yorozu.Data.Extracts.Xlsx;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
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
    private const double MaxBytesPerReadRow = 100;

    [Fact]
    public async Task A_pivot_holds_its_cells_and_not_the_rows_it_reads()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        await SyntheticStore.FillAsync(db, 2022, 4, CancellationToken.None);
        var snapshot = await db.SnapshotAsync(null, CancellationToken.None);
        await AllocatedAsync(1);
        await AllocatedAsync(4);

        // What else runs only adds to what is counted.
        var (one, four) = (long.MaxValue, long.MaxValue);
        for (var i = 0; i < 20; i++) (one, four) = (Math.Min(one, await AllocatedAsync(1)), Math.Min(four, await AllocatedAsync(4)));

        // A year more is ten cells, and 48 areas in twelve months.
        var perRow = (four - one) / (3.0 * 12 * 48);
        perRow.Should().BeLessThan(
            MaxBytesPerReadRow, "what is allocated belongs to cells and tables, not to rows: {0}", perRow.ToString("0.0", CultureInfo.InvariantCulture));

        async Task<long> AllocatedAsync(int years)
        {
            var filter = new ObservationFilter
            {
                Metrics = ["one-stop-consultations"],
                FiscalYears = [.. Enumerable.Range(2022, years).Select(y => new FiscalYear(y))],
            };
            var layout = new PivotLayout(PivotField.Region, PivotField.FiscalYear, PivotMeasure.YearToDate);
            var request = new ExtractRequest(filter, new CsvFormat { Shape = CsvShape.Pivot, Pivot = layout });
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var table = await PivotReader.ReadAsync(db, snapshot, request, CancellationToken.None);
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            (table.Rows.Count, table.Columns.Count).Should().Be((10, years));
            return allocated;
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("csv in English")]
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
            var rows = format.StartsWith("csv", StringComparison.Ordinal) ? summary.Rows : (2 * summary.Rows) + (Years * Indicator.All.Length * 12 * 48);
            perRow = Math.Min(perRow, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)rows);
        }

        perRow.Should().BeLessThan(
            MaxBytesPerRow, "what is allocated belongs to the tables, not to rows: {0}", perRow.ToString("0.0", CultureInfo.InvariantCulture));

        Task<ExtractSummary> WriteAsync() => format switch
        {
            "csv" => WriteCsvAsync(CsvLanguage.AsPublished),
            "csv in English" => WriteCsvAsync(CsvLanguage.English),
            "xlsx" => XlsxExtract.WriteAsync(
                db, snapshot, new ExtractRequest(ObservationFilter.All, new CsvFormat()), Stream.Null, CancellationToken.None),
            "sqlite" => SqliteExtract.WriteAsync(db, snapshot, Path.Combine(store.Directory.Path, Guid.NewGuid().ToString("N")), CancellationToken.None),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };

        Task<ExtractSummary> WriteCsvAsync(CsvLanguage language) => CsvDocument.WriteAsync(
            ObservationDataset.Tidy,
            db,
            new DatasetQuery(snapshot, ObservationFilter.All),
            new CsvFormat { Language = language },
            Stream.Null,
            CancellationToken.None);
    }
}
