using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Downloads.Api;
using Yorozu.Web.Downloads.Descriptors;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Downloads.OpenApi;

namespace Yorozu.Web.Downloads;

/// <summary>Machine-readable endpoints: <c>/extracts</c>, the API and their descriptions.</summary>
public static class ExtractEndpoints
{
    private delegate ExtractFile Choose(Snapshot snapshot, ObservationFilter filter, ParameterReader reader);

    public static IServiceCollection AddYorozuExtracts(this IServiceCollection services) => services
        .AddSingleton<ExtractCache>()
        .AddOpenApi(OpenApiDocumentation.DocumentName, OpenApiDocumentation.Configure);

    public static void MapYorozuExtracts(this IEndpointRouteBuilder app)
    {
        // MapOpenApi handles only GET. A fixed name: each other requested name would stay in memory as a service key.
        app.MapOpenData("/openapi").MapOpenApi($"/{{documentName:regex(^{OpenApiDocumentation.DocumentName}$)}}.json")
            .WithMetadata(new HttpMethodMetadata(OpenData.Methods));
        app.MapYorozuApi();
        app.MapDescriptors();
        var extracts = app.MapOpenData("/extracts");
        Map("observations.csv", "観測値のCSV。", "text/csv", ExtractRequest.Parameters, (snapshot, filter, reader) =>
            ExtractFiles.Observations(snapshot, ExtractRequest.Of(filter, reader)));
        Map("yorozu.xlsx", "観測値、コード表、注記のブック。", ExtractFiles.XlsxType, [.. ExtractParameter.Filters, ExtractParameter.Language], (snapshot, filter, reader) =>
            ExtractFiles.Workbook(snapshot, filter, CsvFormat.Parse(reader)));
        Map("yorozu.sqlite", "公開データだけのSQLiteデータベース。", ExtractFiles.SqliteType, [ExtractParameter.AsOf], (snapshot, filter, _) =>
            ExtractFiles.Database(snapshot, filter));
        foreach (var dataset in DatasetCatalogue.Companions)
        {
            var summary = $"{dataset.Title}のCSV: {dataset.Description}。";
            Map(dataset.FileName, summary, "text/csv", [.. dataset.Parameters, .. ExtractParameter.Csv], (snapshot, filter, reader) =>
                Companion(dataset, snapshot, filter, reader));
        }

        void Map(string name, string summary, string mediaType, IReadOnlyList<ExtractParameter> parameters, Choose choose) => extracts
            .MapMethods("/" + name, OpenData.Methods, (HttpRequest http, YorozuDbContext db, CancellationToken token) =>
                AnswerAsync(parameters, choose, http, db, token))
            .WithMetadata(new EndpointDescription(summary, mediaType, parameters));
    }

    private static ExtractFile Companion(Dataset dataset, Snapshot snapshot, ObservationFilter filter, ParameterReader reader)
    {
        var format = CsvFormat.Parse(reader);
        if (dataset != VintageDataset.Dataset || reader.Choice(ExtractParameter.VintageShape) == 0)
        {
            return ExtractFiles.Companion(dataset, snapshot, filter, format, reader.Choice(ExtractParameter.IncludePassed) == 1);
        }

        // One metric bounds the file: a row for each of its cells, a column for each of its releases.
        if (filter.Metrics.Count != 1) reader.Refuse(new ValidationError("missing-parameter", "metric", "", new Phrase("shape=matrix では指標キーを1つだけ")));
        return ExtractFiles.VintageMatrix(snapshot, filter, format);
    }

    private static async Task<IResult> AnswerAsync(
        IReadOnlyList<ExtractParameter> parameters, Choose choose, HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), parameters);
        var filter = ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, cancellationToken));
        var file = choose(await db.SnapshotAsync(filter.AsOf, cancellationToken), filter, reader);
        return reader.Errors.Count > 0 ? ExtractProblems.ToResult(reader.Errors) : file;
    }
}
