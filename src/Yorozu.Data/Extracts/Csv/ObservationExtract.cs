using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>What was written, to be told in headers.</summary>
/// <param name="Rows">Records, the heading not counted.</param>
/// <param name="Replaced">Characters the encoding cannot hold, as <c>U+20BB7</c>.</param>
public sealed record ExtractSummary(long Rows, IReadOnlyList<string> Replaced);

/// <summary>The CSV of observations: the address <c>/extracts/observations.csv</c> and the command <c>export</c> both write this.</summary>
public static class ObservationExtract
{
    public static async Task<ExtractSummary> WriteAsync(
        YorozuDbContext db, StoreView view, ExtractRequest request, Stream stream, CancellationToken cancellationToken)
    {
        var tables = await db.ExtractTablesAsync(view.Version, request.Filter, cancellationToken);
        var rows = new ObservationReader(db).ReadAsync(tables, request.Filter, cancellationToken);
        var isWide = request.Format.Shape == CsvShape.Wide;
        return await CsvDocument.WriteAsync(
            stream,
            request.Format,
            isWide ? ObservationSchema.Wide : ObservationSchema.Tidy,
            output => isWide
                ? new ObservationCsv(output).WriteWideAsync(rows, cancellationToken)
                : new ObservationCsv(output).WriteTidyAsync(rows, cancellationToken),
            cancellationToken);
    }
}
