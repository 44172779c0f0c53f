using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>
/// The OpenAPI document, generated from the descriptions that the endpoints use. Names no server: addresses are relative to
/// the document.
/// </summary>
internal static class OpenApiDocumentation
{
    public const string DocumentName = "v1";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.ActionDescriptor.EndpointMetadata.OfType<EndpointDescription>().Any();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "よろず支援拠点 相談等実績 API",
                Version = DocumentName,
                Description = $"{ExtractNotes.Source}。{ExtractNotes.Provisional}",
            };
            document.Servers = null;
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.OperationId = OperationId(context.Description.HttpMethod!, context.Description.RelativePath!);
            Describe(operation, context.Description.ActionDescriptor.EndpointMetadata.OfType<EndpointDescription>().Single());
            return Task.CompletedTask;
        });
    }

    // getObservationsCsv: a contract, because generated clients name their functions after it.
    private static string OperationId(string method, string path) => string.Concat(
        path[(path.LastIndexOf('/') + 1)..]
            .Split('.')
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..])
            .Prepend(method == HttpMethods.Get ? "get" : "head"));

    private static void Describe(OpenApiOperation operation, EndpointDescription description)
    {
        operation.Summary = description.Summary;
        operation.Parameters = [.. description.Parameters.Select(Parameter)];
        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "OK",
                Content = new Dictionary<string, OpenApiMediaType> { [description.MediaType] = new() { Schema = Body(description) } },
            },
            ["304"] = new OpenApiResponse { Description = "変更なし（If-None-Match、If-Modified-Since）" },
            ["400"] = new OpenApiResponse
            {
                Description = "使えないパラメーター。errors に名前と値を示します。",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                },
            },
        };
    }

    private static OpenApiParameter Parameter(ExtractParameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = parameter.Choices.Count == 0 ? null : [.. parameter.Choices.Select(c => (JsonNode)c)],
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = $"{parameter.Description}（{parameter.Expected}）",
            Schema = parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Explode = parameter.IsRepeatable,
        };
    }

    private static OpenApiSchema Body(EndpointDescription description)
    {
        if (description.MediaType != "application/json") return new OpenApiSchema { Type = JsonSchemaType.String };
        var rows = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = description.Dataset!.Columns.ToDictionary(c => c.Name, IOpenApiSchema (c) => Property(c)),
                Required = description.Dataset.Columns.Select(c => c.Name).ToHashSet(),
            },
        };
        var properties = new Dictionary<string, IOpenApiSchema>
        {
            ["data_version"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            [description.Dataset.Name] = rows
        };
        if (description.IsPaged)
        {
            properties["after"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "次のページのカーソル。最後のページでは null" };
            properties["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "次のページのアドレス。最後のページでは null" };
        }

        return new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties, Required = properties.Keys.ToHashSet() };
    }

    private static OpenApiSchema Property(Column column)
    {
        var type = column.Type switch
        {
            ColumnType.Count or ColumnType.Flag => JsonSchemaType.Integer,
            ColumnType.Ratio => JsonSchemaType.Number,
            _ => JsonSchemaType.String,
        };
        var mayBeNull = !column.IsRequired && column.Type is not ColumnType.Text;
        return new OpenApiSchema { Type = mayBeNull ? type | JsonSchemaType.Null : type, Title = column.JapaneseName, Description = column.Description };
    }
}
