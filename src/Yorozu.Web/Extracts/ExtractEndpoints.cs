using System.Globalization;
using Yorozu.Data;
using Yorozu.Data.Extracts;
using Yorozu.Data.Queries;

namespace Yorozu.Web.Extracts;

/// <summary>Everything below <c>/extracts</c>.</summary>
public static class ExtractEndpoints
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IServiceCollection AddYorozuExtracts(this IServiceCollection services) => services.AddSingleton<ExtractCache>();

    public static void MapYorozuExtracts(this IEndpointRouteBuilder app)
    {
        var extracts = app.MapOpenData("/extracts");
        Map("observations.csv", ExtractRequest.Parameters, Observations);
        Map("yorozu.xlsx", [.. ExtractParameter.Filters, ExtractParameter.Language], Workbook);
        Map("yorozu.sqlite", [ExtractParameter.AsOf], Database);
        foreach (var table in TableExtracts.Companions)
        {
            Map(table.FileName, [.. table.Parameters, .. ExtractParameter.Csv], (reader, filter) => Companion(table, reader, filter));
        }

        void Map(string name, IReadOnlyList<ExtractParameter> parameters, Func<ParameterReader, ObservationFilter, Content> content) => extracts
            .MapMethods("/" + name, OpenData.Methods, (HttpRequest http, YorozuDbContext db, CancellationToken token) => AnswerAsync(name, parameters, content, http, db, token))
            .WithMetadata(parameters)
            .WithTags("extracts");
    }

    private static Content Observations(ParameterReader reader, ObservationFilter filter)
    {
        var request = new ExtractRequest(filter, CsvFormat.Parse(reader));
        return new Content(
            request.Format.Shape == CsvShape.Wide ? "観測値_横持ち" : "観測値",
            CsvType(request.Format),
            request.Format.ToParameters(),
            view => ExtractCache.ToFile((db, stream, token) => ObservationExtract.WriteAsync(db, view, request, stream, token)));
    }

    private static Content Companion(TableExtract table, ParameterReader reader, ObservationFilter filter)
    {
        var format = CsvFormat.Parse(reader);
        var all = reader.Choice(ExtractParameter.WithHolding) == 1;
        KeyValuePair<string, string>[] extra = all ? [KeyValuePair.Create("all", "1")] : [];
        return new Content(
            table.Title,
            CsvType(format),
            [.. extra, .. format.ToParameters()],
            view => ExtractCache.ToFile((db, stream, token) => table.WriteCsvAsync(db, new TableQuery(view, filter, all), format, stream, token)));
    }

    private static Content Workbook(ParameterReader reader, ObservationFilter filter)
    {
        var format = CsvFormat.Parse(reader);
        return new Content(
            "観測値",
            Xlsx,
            format.ToParameters(),
            view => ExtractCache.ToFile((db, stream, token) => XlsxExtract.WriteAsync(db, view, filter, format.JapaneseHeadings, stream, token)));
    }

    private static Content Database(ParameterReader reader, ObservationFilter filter) => new(
        "全データ", "application/vnd.sqlite3", [], view => (db, path, token) => SqliteExtract.WriteAsync(db, view, path, token));

    private static async Task<IResult> AnswerAsync(
        string name,
        IReadOnlyList<ExtractParameter> parameters,
        Func<ParameterReader, ObservationFilter, Content> read,
        HttpRequest http,
        YorozuDbContext db,
        CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), parameters);
        var filter = ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, cancellationToken));
        var content = read(reader, filter);
        if (reader.Problems.Count > 0) return ParameterProblems.ToResult(reader.Problems);

        var view = (await db.ViewAsync(filter.AsOf, cancellationToken))!;
        return new ExtractFile(
            name,
            string.Create(CultureInfo.InvariantCulture, $"よろず支援拠点_{content.Title}_v{view.Version}{Path.GetExtension(name)}"),
            content.MediaType,
            await db.StateAsync(view, cancellationToken),
            QueryText.Of([.. filter.ToParameters(), .. content.Parameters]),
            content.Write(view));
    }

    private static string CsvType(CsvFormat format) => $"text/csv; charset={new CsvEncoding(format.Encoding).Charset}; header=present";

    /// <param name="Parameters">Canonical parameters besides those of the filter.</param>
    private sealed record Content(
        string Title, string MediaType, IEnumerable<KeyValuePair<string, string>> Parameters, Func<StoreView, ExtractCache.Writer> Write);
}
