using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Sqlite;
using Yorozu.Data.Extracts.Xlsx;
using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The files, each for a snapshot and a query.</summary>
internal static class ExtractFiles
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string SqliteType = "application/vnd.sqlite3";

    public static ExtractFile Observations(Snapshot snapshot, ExtractRequest request) => new(
        "observations.csv",
        JapaneseName(snapshot, request.Format.Shape == CsvShape.Wide ? "観測値_横持ち" : "観測値", ".csv"),
        CsvType(request.Format),
        snapshot,
        request.ToQueryString(),
        ExtractCache.ToFile((db, stream, token) => CsvDocument.WriteAsync(
            ObservationDataset.InShape(request.Format.Shape), db, new DatasetQuery(snapshot, request.Filter), request.Format, stream, token)))
    { Filter = request.Filter };

    public static ExtractFile Companion(Dataset dataset, Snapshot snapshot, ObservationFilter filter, CsvFormat format, bool includePassed = false)
    {
        KeyValuePair<string, string>[] all = includePassed ? [KeyValuePair.Create(ExtractParameter.IncludePassed.Name, "1")] : [];
        return new ExtractFile(
            dataset.FileName,
            JapaneseName(snapshot, dataset.Title, ".csv"),
            CsvType(format),
            snapshot,
            QueryText.Of([.. filter.ToParameters(), .. all, .. format.ToParameters()]),
            ExtractCache.ToFile(
                (db, stream, token) => CsvDocument.WriteAsync(dataset, db, new DatasetQuery(snapshot, filter, includePassed), format, stream, token)))
        { Filter = filter, CanBeCorrected = dataset.CanBeCorrected };
    }

    /// <summary>The figures of a metric by release.</summary>
    public static ExtractFile VintageMatrix(Snapshot snapshot, ObservationFilter filter, CsvFormat format)
    {
        var query = new DatasetQuery(snapshot, filter);
        return new ExtractFile(
            VintageDataset.Dataset.FileName,
            JapaneseName(snapshot, VintageDataset.Dataset.Title, ".csv"),
            CsvType(format),
            snapshot,
            QueryText.Of([.. filter.ToParameters(), KeyValuePair.Create(ExtractParameter.VintageShape.Name, "matrix"), .. format.ToParameters()]),
            ExtractCache.ToFile(async (db, stream, token) =>
                await CsvDocument.WriteAsync(await VintageDataset.MatrixAsync(db, query, token), db, query, format, stream, token)))
        { Filter = filter, CanBeCorrected = VintageDataset.Dataset.CanBeCorrected };
    }

    /// <summary>The CSV of any dataset.</summary>
    public static ExtractFile Csv(Dataset dataset, Snapshot snapshot, ObservationFilter filter, CsvFormat format) => dataset == ObservationDataset.Tidy
        ? Observations(snapshot, new ExtractRequest(filter, format))
        : Companion(dataset, snapshot, filter, format);

    public static ExtractFile Workbook(Snapshot snapshot, ExtractRequest request) => new(
        "yorozu.xlsx",
        JapaneseName(snapshot, "観測値", ".xlsx"),
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

    private static string JapaneseName(Snapshot snapshot, string title, string extension) =>
        $"よろず支援拠点_{title}{(snapshot.Name is { } name ? $"_公表{name}" : "")}{extension}";

    private static string CsvType(CsvFormat format) => $"text/csv; charset={new CsvEncoding(format.Encoding).Charset}; header=present";
}
