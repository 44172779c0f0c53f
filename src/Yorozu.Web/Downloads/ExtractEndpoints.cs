using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Revisions;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Downloads.Api;
using Yorozu.Web.Downloads.Catalog;
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
        .AddSingleton<DataPackage>()
        .AddSingleton<DatasetDescription>()
        .AddSingleton<Sitemap>()
        .AddSingleton<OpenApiDescription>()
        .AddSingleton<DataCatalog>();

    public static void MapYorozuExtracts(this IEndpointRouteBuilder app)
    {
        app.MapYorozuApi();
        app.MapDescriptors();
        app.MapDescriptor(
            "/openapi", "/v1.json", EndpointDescription.Json, [], s => s.GetRequiredService<OpenApiDescription>().DescribeAsync, namesSite: false);
        app.MapDescriptor("/catalog.jsonld", "", "application/ld+json", [], s => s.GetRequiredService<DataCatalog>().DescribeAsync);
        var extracts = app.MapOpenData("/extracts");
        Map("observations.csv", Csv(ObservationDataset.Tidy, "観測値のCSV", ExtractRequest.Parameters), (snapshot, filter, reader) =>
            ExtractFiles.Observations(snapshot, ExtractRequest.Of(filter, reader)));
        Map(
            "yorozu.xlsx",
            new(
                "観測値、割合、公表ごとの値、改訂、公表一覧、コード表、列の説明、注記のブック",
                ExtractFiles.XlsxType,
                [.. ExtractParameter.Filters, .. ExtractParameter.Shapes, ExtractParameter.Language]),
            (snapshot, filter, reader) => ExtractFiles.Workbook(snapshot, ExtractRequest.Of(filter, reader)));
        Map(
            "yorozu.sqlite",
            new("公開データのすべてを表にしたSQLiteデータベース（アカウントや記録は含みません）", ExtractFiles.SqliteType, [ExtractParameter.AsOf]),
            (snapshot, filter, _) => ExtractFiles.Database(snapshot, filter));
        foreach (var dataset in DatasetCatalogue.Companions)
        {
            var description = Csv(dataset, $"{dataset.Title}のCSV: {dataset.Description}", [.. dataset.Parameters, .. ExtractParameter.Csv]);
            Map(dataset.FileName, description, (snapshot, filter, reader) => Companion(dataset, snapshot, filter, reader));
        }

        void Map(string name, EndpointDescription description, Choose choose) => extracts
            .MapMethods("/" + name, OpenData.Methods, (HttpRequest http, YorozuDbContext db, CancellationToken token) =>
                AnswerAsync(description.Parameters, choose, http, db, token))
            .WithMetadata(description);
    }

    private static EndpointDescription Csv(Dataset dataset, string summary, IReadOnlyList<ExtractParameter> parameters) =>
        new(summary, "text/csv", parameters, dataset)
        {
            Example = (db, snapshot, stream, token) => CsvDocument.WriteAsync(
                dataset, db, new DatasetQuery(snapshot, ObservationFilter.All) { MaxRows = 1 }, new CsvFormat { Encoding = CsvFormat.Utf8 }, stream, token),
        };

    private static ExtractFile Companion(Dataset dataset, Snapshot snapshot, ObservationFilter filter, ParameterReader reader)
    {
        var format = CsvFormat.Parse(reader);
        var isMatrix = dataset == VintageDataset.Dataset && reader.Choice(ExtractParameter.VintageShape) == 1;
        // One metric bounds the file: a row for each of its cells, a column for each of its releases.
        if (isMatrix && filter.Metrics.Count != 1 && reader.Errors.All(e => e.Parameter != ExtractParameter.Metric.Name))
        {
            reader.Refuse(new ValidationError("missing-parameter", ExtractParameter.Metric.Name, "", new Phrase("shape=matrix では指標キーを1つだけ")));
        }

        return isMatrix
            ? ExtractFiles.VintageMatrix(snapshot, filter, format)
            : ExtractFiles.Companion(dataset, snapshot, filter, format, reader.Choice(ExtractParameter.IncludePassed) == 1);
    }

    private static async Task<IResult> AnswerAsync(
        IReadOnlyList<ExtractParameter> parameters, Choose choose, HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), parameters);
        var parsed = ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, http.Query.Keys, cancellationToken));
        var (snapshot, filter) = await db.SnapshotAsync(parsed, cancellationToken);
        var file = choose(snapshot, filter, reader);
        return reader.Errors.Count > 0 ? ExtractProblems.ToResult(reader.Errors) : file;
    }
}
