using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Columns;

/// <summary>Writes rows in one format: the values in column order, then the end of the row.</summary>
public interface IRowWriter
{
    public void WriteText(string text);

    public void WriteNumber(long? number);

    /// <summary>A number with at most six significant digits; never an exponent, NaN or infinity.</summary>
    public void WriteRatio(double? number);

    public void WriteMonth(YearMonth? month);

    public void WriteDate(DateOnly day);

    public ValueTask EndRowAsync(CancellationToken cancellationToken);
}

public static class RowWriting
{
    public static ValueTask WriteRowAsync<TRow>(this IRowWriter writer, IReadOnlyList<Column<TRow>> columns, TRow row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        for (var i = 0; i < columns.Count; i++) columns[i].Write(row, writer);
        return writer.EndRowAsync(cancellationToken);
    }

    /// <returns>How many rows there were.</returns>
    public static async Task<long> WriteRowsAsync<TRow>(
        this IRowWriter writer, IReadOnlyList<Column<TRow>> columns, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteRowAsync(columns, row, cancellationToken);
            count++;
        }

        return count;
    }
}
