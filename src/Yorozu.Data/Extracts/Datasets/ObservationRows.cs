using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>The observations as rows of values, for every format but CSV, which has a shorter way.</summary>
public static class ObservationRows
{
    public static async IAsyncEnumerable<object?[]> ReadAsync(YorozuDbContext db, TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = await db.ExtractTablesAsync(query.View.Version, query.Filter, cancellationToken);
        await foreach (var row in new ObservationReader(db).ReadAsync(tables, query.Filter, cancellationToken)) yield return Values(row);
    }

    public static object?[] Values(ObservationRow row)
    {
        var area = Area.FromNumber(row.Area);
        return
        [
            (long)row.Table.FiscalYear, YearMonth.FromNumber(row.Month).ToString(), area.Code, area.Name, row.Table.Section, row.Table.MetricKey,
            row.Table.MetricName, row.Part, row.Table.Unit, row.Value, row.Cumulative, row.PublishedCumulative, ObservationRow.Status, (long)row.Table.ReleaseId,
        ];
    }
}
