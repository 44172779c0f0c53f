using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Extracts.Columns;

public sealed class RowWritingTests
{
    [Fact]
    public async Task Writing_stops_once_nobody_waits_for_the_file()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(3).Build());
        await using var db = store.Open();
        using var reader = new CancellationTokenSource();
        var writer = new LeavingWriter(reader, leaveAfter: 3);
        var query = new DatasetQuery((await db.FindSnapshotAsync(null, default))!, ObservationFilter.All);

        var write = () => ObservationDataset.Tidy.WriteRowsAsync(db, query, writer, reader.Token);

        await write.Should().ThrowAsync<OperationCanceledException>();
        writer.Rows.Should().Be(3, "of 144");
    }

    /// <summary>Its reader hangs up after some rows.</summary>
    private sealed class LeavingWriter(CancellationTokenSource reader, int leaveAfter) : IRowWriter
    {
        public int Rows { get; private set; }

        public void WriteText(string text)
        {
        }

        public void WriteNumber(long? number)
        {
        }

        public void WriteRatio(double? number)
        {
        }

        public void WriteMonth(YearMonth? month)
        {
        }

        public void WriteDate(DateOnly day)
        {
        }

        public ValueTask EndRowAsync(CancellationToken cancellationToken)
        {
            if (++Rows == leaveAfter) reader.Cancel();
            return ValueTask.CompletedTask;
        }
    }
}
