using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Extracts.Sqlite;
using Yorozu.Data.Extracts.Xlsx;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The files, each for a snapshot and a query.</summary>
internal static class ExtractFiles
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string SqliteType = "application/vnd.sqlite3";

    public static ExtractFile Observations(Snapshot snapshot, ExtractRequest request) => new(
        "observations.csv",
        NameOf(snapshot, request.Format, Title(request.Format), ".csv"),
        CsvType(request.Format),
        snapshot,
        request.ToQueryString(),
        ExtractCache.ToFile(async (db, stream, token) => await CsvDocument.WriteAsync(
            await db.DatasetOfAsync(snapshot, request, token), db, new DatasetQuery(snapshot, request.Filter), request.Format, stream, token)))
    { Filter = request.Filter };

    public static ExtractFile Companion(Dataset dataset, Snapshot snapshot, ObservationFilter filter, CsvFormat format, bool includePassed = false) => Csv(
        dataset,
        new DatasetQuery(snapshot, filter, includePassed),
        format,
        includePassed ? [KeyValuePair.Create(ExtractParameter.IncludePassed.Name, "1")] : [],
        (_, _) => Task.FromResult(dataset));

    /// <summary>The figures of a metric by release.</summary>
    public static ExtractFile VintageMatrix(Snapshot snapshot, ObservationFilter filter, CsvFormat format)
    {
        var query = new DatasetQuery(snapshot, filter);
        return Csv(
            VintageDataset.Dataset,
            query,
            format,
            [KeyValuePair.Create(ExtractParameter.VintageShape.Name, ExtractParameter.VintageShape.Choices[1])],
            (db, token) => VintageDataset.MatrixAsync(db, query, token));
    }

    /// <summary>The CSV of any dataset.</summary>
    public static ExtractFile Csv(Dataset dataset, Snapshot snapshot, ObservationFilter filter, CsvFormat format) => dataset == ObservationDataset.Tidy
        ? Observations(snapshot, new ExtractRequest(filter, format))
        : Companion(dataset, snapshot, filter, format);

    public static ExtractFile Workbook(Snapshot snapshot, ExtractRequest request) => new(
        "yorozu.xlsx",
        NameOf(snapshot, request.Format, Title(request.Format), ".xlsx"),
        XlsxType,
        snapshot,
        request.ToQueryString(),
        ExtractCache.ToFile((db, stream, token) => XlsxExtract.WriteAsync(db, snapshot, request, stream, token)))
    { Filter = request.Filter, CanBeCorrected = true };

    public static ExtractFile Database(Snapshot snapshot, ObservationFilter filter) => new(
        "yorozu.sqlite",
        JapaneseName(snapshot, "全データ", ".sqlite"),
        SqliteType,
        snapshot,
        QueryText.Of([.. filter.ToParameters()]),
        (db, path, token) => SqliteExtract.WriteAsync(db, snapshot, path, token))
    { Filter = filter, CanBeCorrected = true };

    /// <param name="own">The parameters that are neither of the filter nor of the format.</param>
    /// <param name="written">The dataset with the columns of the snapshot.</param>
    private static ExtractFile Csv(
        Dataset dataset,
        DatasetQuery query,
        CsvFormat format,
        KeyValuePair<string, string>[] own,
        Func<YorozuDbContext, CancellationToken, Task<Dataset>> written) => new(
        dataset.FileName,
        NameOf(query.Snapshot, format, dataset.Title, ".csv"),
        CsvType(format),
        query.Snapshot,
        QueryText.Of([.. query.Filter.ToParameters(), .. own, .. format.ToParameters()]),
        ExtractCache.ToFile(async (db, stream, token) => await CsvDocument.WriteAsync(await written(db, token), db, query, format, stream, token)))
        { Filter = query.Filter, CanBeCorrected = dataset.CanBeCorrected };

    private static string Title(CsvFormat format) => format.Shape switch
    {
        CsvShape.Tidy => "観測値",
        CsvShape.Wide => "観測値_横持ち",
        CsvShape.Pivot => $"集計_{format.Pivot.Rows.Name()}×{format.Pivot.Columns.Name()}_{format.Pivot.Measure.Name()}",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format.Shape, null),
    };

    // A file in English keeps the name of its address.
    private static string? NameOf(Snapshot snapshot, CsvFormat format, string title, string extension) =>
        format.IsEnglish ? null : JapaneseName(snapshot, title, extension);

    private static string JapaneseName(Snapshot snapshot, string title, string extension) =>
        $"よろず支援拠点_{title}{(snapshot.Name is { } name ? $"_公表{name}" : "")}{extension}";

    private static string CsvType(CsvFormat format) => $"text/csv; charset={new CsvEncoding(format.Encoding).Charset}; header=present";
}
