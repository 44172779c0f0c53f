using System.Text.Json;
using System.Text.Json.Nodes;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Observations;
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
        var api = app.MapOpenData("/api").MapGroup("/v1");
        // Catalogues name the root as the address of the service.
        api.MapMethods("/", OpenData.Methods, () => TypedResults.Redirect("/openapi/v1.json")).ExcludeFromDescription();
        api.MapMethods("/observations", OpenData.Methods, ObservationsAsync).WithMetadata(new EndpointDescription(
            "観測値のJSON。次のページは応答の next", EndpointDescription.Json, ObservationPage.Parameters, ObservationDataset.Tidy)
        {
            Example = (db, snapshot, stream, token) => ObservationPage.Example.WriteAsync(db, snapshot, null, stream, token),
        });
        foreach (var dataset in new Dataset[] { MetricDataset.Dataset, ReleaseDataset.Dataset, IndicatorDataset.Dataset, ReferenceDataset.Dataset })
        {
            api.MapMethods(
                "/" + dataset.Name, OpenData.Methods, (HttpRequest http, YorozuDbContext db, CancellationToken token) => DatasetAsync(dataset, http, db, token))
                .WithMetadata(new EndpointDescription(
                    $"{dataset.Title}のJSON: {dataset.Description}", EndpointDescription.Json, dataset.Parameters, dataset)
                {
                    Example = (db, snapshot, stream, token) => WriteExampleAsync(dataset, db, snapshot, stream, token),
                });
        }
    }

    private static async Task<IResult> ObservationsAsync(HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), ObservationPage.Parameters);
        var asked = ObservationPage.Parse(reader, await ExtractVocabulary.LoadAsync(db, http.Query.Keys, cancellationToken));
        var (snapshot, filter) = await db.SnapshotAsync(asked.Filter, cancellationToken);
        var page = asked with { Filter = filter };
        IReadOnlyList<ObservationTable>? rest = null;
        if (page.After is { } after)
        {
            rest = await page.RestAsync(db, snapshot, cancellationToken);
            snapshot = after.Of(snapshot);
            if (rest.Count == 0) reader.Refuse(new("unknown-value", ExtractParameter.After.Name, after.ToString(), ExtractParameter.After.Expected));
        }

        if (reader.Errors.Count > 0) return ExtractProblems.ToResult(reader.Errors);

        return new ExtractFile("observations.json", null, MediaType, snapshot, QueryText.Of([.. page.ToParameters()]), ExtractCache.ToFile(
            (context, stream, token) => page.WriteAsync(context, snapshot, rest, stream, token)))
        { Filter = page.Filter };
    }

    private static async Task<IResult> DatasetAsync(Dataset dataset, HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), dataset.Parameters);
        var asked = ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, http.Query.Keys, cancellationToken));
        if (reader.Errors.Count > 0) return ExtractProblems.ToResult(reader.Errors);

        var (snapshot, filter) = await db.SnapshotAsync(asked, cancellationToken);
        return new ExtractFile($"{dataset.Name}.json", null, MediaType, snapshot, QueryText.Of([.. filter.ToParameters()]), ExtractCache.ToFile(
            (context, stream, token) => WriteAsync(dataset, context, new DatasetQuery(snapshot, filter), stream, token)))
        { Filter = filter, CanBeCorrected = dataset.CanBeCorrected };
    }

    // The first row of the answer to a narrow request, with the total of that answer.
    private static async Task WriteExampleAsync(Dataset dataset, YorozuDbContext db, Snapshot snapshot, Stream stream, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await WriteAsync(dataset, db, new DatasetQuery(snapshot, ObservationPage.Example.Filter), whole, cancellationToken);
        var answer = JsonNode.Parse(whole.ToArray())!;
        var rows = answer[dataset.Name]!.AsArray();
        if (rows.Count > 1) rows.RemoveRange(1, rows.Count - 1);
        await JsonSerializer.SerializeAsync(stream, answer, cancellationToken: cancellationToken);
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
