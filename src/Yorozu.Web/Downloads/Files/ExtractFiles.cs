using System.Globalization;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Sqlite;
using Yorozu.Data.Extracts.Xlsx;
using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The files there are, each for a state of the data and a choice of it.</summary>
internal static class ExtractFiles
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string SqliteType = "application/vnd.sqlite3";

    public static ExtractFile Observations(DataState state, ExtractRequest request) => new(
        "observations.csv",
        JapaneseName(state, request.Format.Shape == CsvShape.Wide ? "観測値_横持ち" : "観測値", ".csv"),
        CsvType(request.Format),
        state,
        request.ToQueryString(),
        ExtractCache.ToFile((db, stream, token) => CsvDocument.WriteAsync(
            ObservationDataset.InShape(request.Format.Shape), db, new DatasetQuery(state.View, request.Filter), request.Format, stream, token)));

    public static ExtractFile Companion(Dataset dataset, DataState state, ObservationFilter filter, CsvFormat format, bool includePassed = false)
    {
        KeyValuePair<string, string>[] all = includePassed ? [KeyValuePair.Create(ExtractParameter.IncludePassed.Name, "1")] : [];
        return new ExtractFile(
            dataset.FileName,
            JapaneseName(state, dataset.Title, ".csv"),
            CsvType(format),
            state,
            QueryText.Of([.. filter.ToParameters(), .. all, .. format.ToParameters()]),
            ExtractCache.ToFile((db, stream, token) => CsvDocument.WriteAsync(dataset, db, new DatasetQuery(state.View, filter, includePassed), format, stream, token)));
    }

    /// <summary>The whole CSV of a dataset.</summary>
    public static ExtractFile Whole(Dataset dataset, DataState state, CsvFormat format) => dataset == ObservationDataset.Tidy
        ? Observations(state, new ExtractRequest(ObservationFilter.All, format))
        : Companion(dataset, state, ObservationFilter.All, format);

    public static ExtractFile Workbook(DataState state, ObservationFilter filter, CsvFormat format) => new(
        "yorozu.xlsx",
        JapaneseName(state, "観測値", ".xlsx"),
        XlsxType,
        state,
        QueryText.Of([.. filter.ToParameters(), .. format.ToParameters()]),
        ExtractCache.ToFile((db, stream, token) => XlsxExtract.WriteAsync(db, state, filter, format.JapaneseHeadings, stream, token)));

    public static ExtractFile Database(DataState state, ObservationFilter filter) => new(
        "yorozu.sqlite",
        JapaneseName(state, "全データ", ".sqlite"),
        SqliteType,
        state,
        QueryText.Of([.. filter.ToParameters()]),
        (db, path, token) => SqliteExtract.WriteAsync(db, state, path, token));

    private static string JapaneseName(DataState state, string title, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"よろず支援拠点_{title}_v{state.Version}{extension}");

    private static string CsvType(CsvFormat format) => $"text/csv; charset={new CsvEncoding(format.Encoding).Charset}; header=present";
}
