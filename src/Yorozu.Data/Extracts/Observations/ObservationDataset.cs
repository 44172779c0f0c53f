using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>The observations, one row per figure or per series.</summary>
public static class ObservationDataset
{
    public const string Name = "observations";
    private const string Title = "観測値";

    public static Dataset<ObservationRow> Tidy { get; } = new(Name, Title, "指標 × 内訳 × 地域 × 月ごとの値。1行が1つの値", ObservationColumns.Tidy, ReadAsync)
    {
        Key = ["fiscal_year", "metric", "part", "area_code", "month"],
        Parameters = ExtractParameter.Filters,
    };

    private static Dataset<WideRow> Wide { get; } = new(
        Name, Title, "指標 × 内訳 × 地域 × 年度ごとの値。1行に12か月", ObservationColumns.Wide, (db, query, token) => WideRow.GroupAsync(ReadAsync(db, query, token), token));

    /// <summary>The observations in a shape with the same columns for every choice.</summary>
    public static Dataset InShape(CsvShape shape) => shape switch
    {
        CsvShape.Tidy => Tidy,
        CsvShape.Wide => Wide,
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "A pivot has columns of its own."),
    };

    private static async IAsyncEnumerable<ObservationRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = await db.ObservationTablesAsync(query.Snapshot, query.Filter, cancellationToken);
        await foreach (var row in new ObservationReader(db).ReadAsync(tables, query.Filter, cancellationToken)) yield return row;
    }
}
