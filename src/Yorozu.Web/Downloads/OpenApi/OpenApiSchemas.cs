using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>The named schemas of a document, each added when it is first used.</summary>
internal sealed class OpenApiSchemas
{
    public OpenApiSchemas(OpenApiDocument document)
    {
        Document = document;
        var error = Named("ValidationError", Object(
            ("code", Text("誤りの種類")),
            ("parameter", Text("パラメーターの名前")),
            ("value", Text("渡された値")),
            ("expected", Text("使える値")),
            ("message", Text("人が読む説明"))));
        BadRequest = Problem(
            "BadRequest",
            "使えないパラメーター。errors に名前と値を示します。",
            Named("ValidationProblem", OfProblem(("errors", new OpenApiSchema { Type = JsonSchemaType.Array, Items = error }))),
            ExtractProblems.ToResult([new ValidationError("unknown-value", ExtractParameter.Area.Name, "99", ExtractParameter.Area.Expected)]));
        Failure = Problem(
            "Failure",
            "ほかの失敗。code に種類を示します。busy なら Retry-After の秒数だけ待ってからもう一度試してください。",
            Named("Problem", OfProblem(("code", Text("失敗の種類")))),
            ExtractProblems.Of(new ExtractBusyException())!);
    }

    public OpenApiDocument Document { get; }

    public IOpenApiResponse BadRequest { get; }

    public IOpenApiResponse Failure { get; }

    public static IOpenApiParameter Parameter(ExtractParameter parameter)
    {
        var value = new OpenApiSchema
        {
            Type = parameter.Range is null ? JsonSchemaType.String : JsonSchemaType.Integer,
            Minimum = parameter.Range?.Min.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Range?.Max.ToString(CultureInfo.InvariantCulture),
            Pattern = parameter.Pattern,
            Enum = parameter.Choices.Count == 0 ? null : [.. parameter.Choices.Select(c => (JsonNode)c)],
            Default = parameter.Default,
        };
        JsonNode? example = parameter is { Range: not null, Example: { } number } ? int.Parse(number, CultureInfo.InvariantCulture) : parameter.Example;
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = $"{parameter.Description}（{parameter.Expected}）",
            Schema = parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Explode = parameter.IsRepeatable,
            Example = parameter.IsRepeatable ? new JsonArray(example) : example,
        };
    }

    public IOpenApiSchema Body(EndpointDescription description)
    {
        if (description.MediaType == "text/csv") return new OpenApiSchema { Type = JsonSchemaType.String };
        if (description.Dataset is not { } dataset) return new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var row = Named(Row(dataset), Object([.. dataset.Columns.Select(c => (c.Name, (IOpenApiSchema)Property(c)))]));
        List<(string Name, IOpenApiSchema Schema)> properties =
        [
            ("data_version", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "データの版" }),
            (dataset.Name, new OpenApiSchema { Type = JsonSchemaType.Array, Items = row }),
        ];
        if (description.IsPaged)
        {
            properties.Add(("after", OrNull("次のページのカーソル。最後のページでは null")));
            properties.Add(("next", OrNull("次のページのアドレス。最後のページでは null")));
        }

        properties.Add(("total", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "条件に当てはまる行の数（すべてのページの計）" }));
        return Named($"{Row(dataset)}List", Object([.. properties]));
    }

    // Observation: generated clients name their types after it.
    private static string Row(Dataset dataset) => char.ToUpperInvariant(dataset.Name[0]) + dataset.Name[1..].TrimEnd('s');

    private static OpenApiSchema OfProblem((string Name, IOpenApiSchema Schema) more) => Object(
        ("type", Text("HTTPの状態コードの説明のアドレス")),
        ("title", Text("何が起きたか")),
        ("status", new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "HTTPの状態コード" }),
        ("detail", Text("どうすればよいか")),
        more);

    private static OpenApiSchema Object(params (string Name, IOpenApiSchema Schema)[] properties) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = properties.ToDictionary(p => p.Name, p => p.Schema),
        Required = properties.Select(p => p.Name).ToHashSet(),
    };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema OrNull(string description) =>
        new() { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = description };

    private static OpenApiSchema Property(Column column)
    {
        var (type, format) = column.Type switch
        {
            ColumnType.Count => (JsonSchemaType.Integer, "int64"),
            ColumnType.Flag => (JsonSchemaType.Integer, null),
            ColumnType.Ratio => (JsonSchemaType.Number, "double"),
            ColumnType.Date => (JsonSchemaType.String, "date"),
            ColumnType.Time => (JsonSchemaType.String, "date-time"),
            _ => (JsonSchemaType.String, (string?)null),
        };
        var mayBeNull = !column.IsRequired && column.Type is not ColumnType.Text;
        return new OpenApiSchema
        {
            Type = mayBeNull ? type | JsonSchemaType.Null : type,
            Format = format,
            Title = column.JapaneseName,
            Description = column.Description,
            Enum = column.Choices.Count == 0 ? null : [.. column.Choices.Select(column.ChoiceValue)],
        };
    }

    private OpenApiSchemaReference Named(string name, OpenApiSchema schema)
    {
        Document.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, Document);
    }

    private OpenApiResponseReference Problem(string name, string description, IOpenApiSchema schema, ProblemHttpResult example)
    {
        var body = new OpenApiMediaType { Schema = schema, Example = JsonSerializer.SerializeToNode(example.ProblemDetails, ReadableJson.Options) };
        Document.AddComponent(name, new OpenApiResponse
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = body },
        });
        return new OpenApiResponseReference(name, Document);
    }
}
