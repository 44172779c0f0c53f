using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Descriptors;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary><c>/openapi/v1.json</c>, made from the descriptions that the endpoints use. Its examples are figures of the snapshot.</summary>
internal sealed class OpenApiDescription(EndpointDataSource endpoints)
{
    private const string Version = "v1";

    private static readonly (string Name, string Description) Api = ("API", "表をJSONで返します。");
    private static readonly (string Name, string Description) Files = ("ファイル", "表をCSV、Excelブック、SQLiteデータベースで返します。");

    public async Task<string> DescribeAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = $"{DescribedSite.Title} API",
                Version = Version,
                Description = $"{ExtractNotes.Source}。{ExtractNotes.Provisional}",
                License = new OpenApiLicense { Name = DescribedSite.Licence, Url = new Uri(DescribedSite.LicencePath, UriKind.Relative) },
            },
            Servers = [new OpenApiServer { Url = "/" }],
            Tags = new HashSet<OpenApiTag>(new[] { Api, Files }.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description })),
            Security = [],
        };
        var schemas = new OpenApiSchemas(document);
        foreach (var (path, description) in endpoints.Described())
        {
            var text = await description.ExampleAsync(db, site.Snapshot, cancellationToken);
            var example = text is not null && description.MediaType == EndpointDescription.Json ? JsonNode.Parse(text) : text;
            document.Paths.Add(path, new OpenApiPathItem
            {
                Operations = new Dictionary<HttpMethod, OpenApiOperation>
                {
                    [HttpMethod.Get] = Operation("get", path, description, schemas, example),
                    [HttpMethod.Head] = Operation("head", path, description, schemas, null),
                },
            });
        }

        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }

    private static OpenApiOperation Operation(string method, string path, EndpointDescription description, OpenApiSchemas schemas, JsonNode? example) => new()
    {
        OperationId = OperationId(method, path),
        Summary = description.Summary,
        Tags = new HashSet<OpenApiTagReference> { new((description.MediaType == EndpointDescription.Json ? Api : Files).Name, schemas.Document) },
        Parameters = [.. description.Parameters.Select(OpenApiSchemas.Parameter)],
        // Open to everybody.
        Security = [],
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "成功",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [description.MediaType] = new() { Schema = schemas.Body(description), Example = example },
                },
            },
            ["304"] = new OpenApiResponse { Description = "変更なし（If-None-Match、If-Modified-Since）" },
            ["400"] = schemas.BadRequest,
            ["default"] = schemas.Failure,
        },
    };

    // getObservationsCsv: a contract, because generated clients name their functions after it.
    private static string OperationId(string method, string path) =>
        method + string.Concat(path[(path.LastIndexOf('/') + 1)..].Split('.').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
