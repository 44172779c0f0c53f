using Yorozu.Data.Extracts.Csv;
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
        var api = app.MapOpenData(Prefix);
        api.MapMethods("/observations", OpenData.Methods, ObservationsAsync)
            .WithMetadata(new EndpointDescription("観測値をページに分けて返します。", "application/json", ObservationPage.Parameters, TableExtracts.Observations, IsPaged: true));
        foreach (var table in new[] { MetricRows.Extract, ReleaseRows.Extract })
        {
            api.MapMethods("/" + table.Name, OpenData.Methods, (HttpRequest http, YorozuDbContext db, CancellationToken token) => TableAsync(table, http, db, token))
                .WithMetadata(new EndpointDescription($"{table.Title}: {table.Description}。", "application/json", table.Parameters, table));
        }
    }

    private static async Task<IResult> ObservationsAsync(HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), ObservationPage.Parameters);
        var page = ObservationPage.Parse(reader, await ExtractVocabulary.LoadAsync(db, cancellationToken));
        var state = await db.StateAsync(page.Filter.AsOf, cancellationToken);
        if (page.After is { } after && !await page.CursorFitsAsync(db, state.View, cancellationToken))
        {
            reader.Refuse(new ParameterProblem("unknown-value", ExtractParameter.After.Name, after.ToString(), ExtractParameter.After.Expected));
        }

        if (reader.Problems.Count > 0) return ExtractProblems.ToResult(reader.Problems);

        if (page.After is { } cursor) state = state with { View = state.View with { Version = cursor.Version } };
        return new ExtractFile("observations.json", null, MediaType, state, QueryText.Of([.. page.ToParameters()]), ExtractCache.ToFile(
            (context, stream, token) => page.WriteAsync(context, state.Version, stream, token)));
    }

    private static async Task<IResult> TableAsync(TableExtract table, HttpRequest http, YorozuDbContext db, CancellationToken cancellationToken)
    {
        var reader = new ParameterReader(http.Parameters(), table.Parameters);
        var filter = ObservationFilter.Parse(reader, await ExtractVocabulary.LoadAsync(db, cancellationToken));
        if (reader.Problems.Count > 0) return ExtractProblems.ToResult(reader.Problems);

        var state = await db.StateAsync(filter.AsOf, cancellationToken);
        return new ExtractFile($"{table.Name}.json", null, MediaType, state, QueryText.Of([.. filter.ToParameters()]), ExtractCache.ToFile(
            async (context, stream, token) =>
            {
                await using var json = new JsonTable(stream, table, state.Version);
                await foreach (var row in table.Rows(context, new TableQuery(state.View, filter), token)) await json.AddAsync(row, token);
                json.Finish();
                return new ExtractSummary(json.Rows, []);
            }));
    }
}
