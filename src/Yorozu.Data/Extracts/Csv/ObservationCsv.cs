using Yorozu.Data.Extracts.Datasets;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>Writes observations in the two shapes of the contract.</summary>
internal sealed class ObservationCsv(CsvOutput output)
{
    private static readonly string[] AreaNames = [.. Statistics.Area.All.Select(a => a.Name)];

    public async Task WriteTidyAsync(IAsyncEnumerable<ObservationRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            output.Number(row.Table.FiscalYear);
            output.Month(row.Month);
            Area(row.Area);
            Series(row);
            output.Number(row.Value);
            output.Number(row.Cumulative);
            output.Number(row.PublishedCumulative);
            Source(row);
            await output.EndRowAsync(cancellationToken);
        }
    }

    /// <summary>Turns the rows of one series and fiscal year, which follow each other, into one.</summary>
    public async Task WriteWideAsync(IAsyncEnumerable<ObservationRow> rows, CancellationToken cancellationToken)
    {
        var months = new Dictionary<int, ObservationRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (months.Count > 0 && !IsSameSeries(months.Values.First(), row))
            {
                await WriteWideRowAsync(months, cancellationToken);
                months.Clear();
            }

            months[row.Month % 100] = row;
        }

        if (months.Count > 0) await WriteWideRowAsync(months, cancellationToken);
    }

    private static bool IsSameSeries(ObservationRow one, ObservationRow other) =>
        one.Table.Id == other.Table.Id && one.Area == other.Area && one.Part == other.Part;

    private ValueTask WriteWideRowAsync(Dictionary<int, ObservationRow> months, CancellationToken cancellationToken)
    {
        var any = months.Values.First();
        output.Number(any.Table.FiscalYear);
        Area(any.Area);
        Series(any);
        Source(any);
        foreach (var month in ObservationSchema.Months) output.Number(months.TryGetValue(month, out var row) ? row.Value : null);
        output.Number(months.Values.LastOrDefault(r => r.Value is not null).Cumulative);
        output.Number(months.Values.FirstOrDefault(r => r.PublishedCumulative is not null).PublishedCumulative);
        return output.EndRowAsync(cancellationToken);
    }

    private void Area(int area)
    {
        output.Code(area);
        output.Text(AreaNames[area]);
    }

    private void Series(ObservationRow row)
    {
        output.Text(row.Table.Section);
        output.Text(row.Table.MetricKey);
        output.Text(row.Table.MetricName);
        output.Text(row.Part);
        output.Text(row.Table.Unit);
    }

    private void Source(ObservationRow row)
    {
        output.Text(ObservationRow.Status);
        output.Number(row.Table.ReleaseId);
    }
}
