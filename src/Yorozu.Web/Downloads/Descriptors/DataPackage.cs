using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary><c>/datapackage.json</c>: Frictionless Data Package v2, with length and hash of each file.</summary>
internal sealed class DataPackage(ExtractCache cache)
{
    // Package readers expect utf-8 without a byte order mark: some take it for part of the first column name.
    private static readonly CsvFormat Format = new() { Encoding = "utf-8" };

    public async Task<string> DescribeAsync(YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var resources = new JsonArray();
        foreach (var dataset in DatasetCatalogue.All)
        {
            resources.Add(Resource(dataset, await cache.GetAsync(ExtractFiles.Whole(dataset, snapshot, Format), cancellationToken)));
        }

        var package = new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
            ["name"] = "yorozu",
            ["title"] = "よろず支援拠点 相談等実績",
            ["description"] = $"47都道府県のよろず支援拠点の月別の相談等実績。{ExtractNotes.Provisional}{ExtractNotes.Comparison}",
            ["version"] = snapshot.Version.ToString(CultureInfo.InvariantCulture),
            ["created"] = snapshot.Since.ToUtcText(),
            ["keywords"] = new JsonArray("よろず支援拠点", "中小企業", "相談", "都道府県"),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = ExtractNotes.Source }),
            ["resources"] = resources,
        };
        return package.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Resource(Dataset dataset, CachedExtract file) => new()
    {
        ["name"] = dataset.Name,
        ["title"] = dataset.Title,
        ["description"] = dataset.Description,
        ["type"] = "table",
        ["path"] = $"extracts/{dataset.FileName}{QueryText.Of([.. Format.ToParameters()])}",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = Format.Encoding,
        ["dialect"] = new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/tabledialect.json",
            ["header"] = true,
            ["delimiter"] = ",",
            ["lineTerminator"] = "\r\n",
            ["quoteChar"] = "\"",
        },
        ["bytes"] = file.Length,
        ["hash"] = $"sha256:{file.Sha256}",
        ["rows"] = file.Summary.Rows,
        ["schema"] = Schema(dataset),
    };

    private static JsonObject Schema(Dataset dataset)
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/tableschema.json",
            ["fields"] = new JsonArray([.. dataset.Columns.Select(Field)]),
            ["missingValues"] = new JsonArray(""),
        };
        if (dataset.Key.Count > 0) schema["primaryKey"] = new JsonArray([.. dataset.Key.Select(k => (JsonNode)k)]);
        // In catalogue order of the referenced tables.
        var references = DatasetCatalogue.All
            .SelectMany(other => dataset.Columns.Where(c => c.References?.Dataset == other.Name))
            .Select(c => (JsonNode)new JsonObject
            {
                ["fields"] = new JsonArray(c.Name),
                ["reference"] = new JsonObject { ["resource"] = c.References!.Dataset, ["fields"] = new JsonArray(c.References.Column) },
            })
            .ToArray();
        if (references.Length > 0) schema["foreignKeys"] = new JsonArray(references);
        return schema;
    }

    private static JsonObject Field(Column column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = TypeName(column.Type),
            ["title"] = column.JapaneseName,
            ["description"] = column.Description,
        };
        if (column.IsRequired) field["constraints"] = new JsonObject { ["required"] = true };
        return field;
    }

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Count or ColumnType.Flag => "integer",
        ColumnType.Ratio => "number",
        ColumnType.Month => "yearmonth",
        ColumnType.Date => "date",
        ColumnType.Time => "datetime",
        _ => "string",
    };
}
