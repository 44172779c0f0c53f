using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Downloads.OpenApi;

namespace Yorozu.Web.Downloads.Api;

/// <summary>Everything below <c>/api/v1</c>: the same tables and filters as the extracts, as JSON.</summary>
public static class ApiEndpoints
{
    internal const string Prefix = "/api/v1";

    private const string MediaType = "application/json; charset=utf-8";

    public static void MapYorozuApi(this IEndpointRouteBuilder app)
    {
        // Other versions are addresses that do not exist, in JSON too.
        app.MapOpenData("/api");
        var api = app.MapOpenData(Prefix);
        api.MapMethods("/observations", OpenData.Methods, ObservationsAsync).WithMetadata(new EndpointDescription(
            "観測値のJSON。次のページは応答の next", EndpointDescription.Json, ObservationPage.Parameters, ObservationDataset.Tidy)
        {
            Example = (db, snapshot, stream, token) => new ObservationPage(ObservationFilter.All, 1, null).WriteAsync(db, snapshot, stream, token),
        });
        foreach (var dataset in new Dataset[] { MetricDataset.Dataset, ReleaseDataset.Dataset, IndicatorDataset.Dataset, ReferenceDataset.Dataset })
        {
            api.MapMethods(
                "/" + dataset.Name, OpenData.Methods, (HttpRequest http, YorozuDbContext db, CancellationToken token) => DatasetAsync(dataset, http, db, token))
                .WithMetadata(new EndpointDescription(
                    $"{dataset.Title}のJSON: {dataset.Description}", EndpointDescription.Json, dataset.Parameters, dataset)
                {
                    Example = (db, snapshot, stream, token) =>
                        WriteAsync(dataset, db, new DatasetQuery(snapshot, ObservationFilter.All) { MaxRows = 1 }, stream, token),
                });
        }
    }

    private static async Task<IResult> ObservationsAsync(HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), ObservationPage.Parameters);
        var page = ObservationPage.Parse(reader, await ExtractVocabulary.LoadAsync(db, cancellationToken));
        var snapshot = await db.SnapshotAsync(page.Filter.AsOf, cancellationToken);
        if (page.After is { } after && !await page.CursorFitsAsync(db, snapshot, cancellationToken))
        {
            reader.Refuse(new ValidationError("unknown-value", ExtractParameter.After.Name, after.ToString(), ExtractParameter.After.Expected));
        }

        if (reader.Errors.Count > 0) return ExtractProblems.ToResult(reader.Errors);

        if (page.After is { } cursor) snapshot = snapshot with { Version = cursor.Version };
        return new ExtractFile("observations.json", null, MediaType, snapshot, QueryText.Of([.. page.ToParameters()]), ExtractCache.ToFile(
            (context, stream, token) => page.WriteAsync(context, snapshot, stream, token)))
        { Filter = page.Filter };
    }

    private static async Task<IResult> DatasetAsync(Dataset dataset, HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), dataset.Parameters);
        var filter = ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, cancellationToken));
        if (reader.Errors.Count > 0) return ExtractProblems.ToResult(reader.Errors);

        var snapshot = await db.SnapshotAsync(filter.AsOf, cancellationToken);
        return new ExtractFile($"{dataset.Name}.json", null, MediaType, snapshot, QueryText.Of([.. filter.ToParameters()]), ExtractCache.ToFile(
            (context, stream, token) => WriteAsync(dataset, context, new DatasetQuery(snapshot, filter), stream, token)))
        { Filter = filter, CanBeCorrected = dataset.CanBeCorrected };
    }

    private static async Task<ExtractSummary> WriteAsync(
        Dataset dataset, YorozuDbContext db, DatasetQuery query, Stream stream, CancellationToken cancellationToken)
    {
        await using var json = new JsonTable(stream, dataset, query.Snapshot.Version);
        var rows = await dataset.WriteRowsAsync(db, query, json, cancellationToken);
        json.Finish(rows);
        return new ExtractSummary(rows, []);
    }
}
