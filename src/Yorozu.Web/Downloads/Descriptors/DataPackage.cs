using System.Text.Json.Nodes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.References;
using Yorozu.Data.Store;
using Yorozu.Statistics.References;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary><c>/datapackage.json</c>: Frictionless Data Package v2, with length and hash of each file.</summary>
internal sealed class DataPackage(ExtractCache cache)
{
    private const string Profiles = "https://datapackage.org/profiles/2.0/";

    // Package readers expect utf-8 without a byte order mark: some take it for part of the first column name.
    private static readonly CsvFormat Format = new() { Encoding = CsvFormat.Utf8 };

    public async Task<string> DescribeAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken)
    {
        var resources = new JsonArray();
        foreach (var dataset in DatasetCatalogue.All)
        {
            var file = await cache.GetAsync(ExtractFiles.Csv(dataset, site.Snapshot, site.Filter, Format), cancellationToken);
            var resource = Resource(dataset, site, file);
            if (dataset == ReferenceDataset.Dataset) AddSources(resource, site, await db.ReferencesAsync(cancellationToken));
            resources.Add(resource);
        }

        var package = new JsonObject
        {
            ["$schema"] = Profiles + "datapackage.json",
            ["name"] = "yorozu",
            ["title"] = DescribedSite.Title,
            ["description"] = $"47都道府県のよろず支援拠点の月別の相談等実績。{ExtractNotes.Provisional}{ExtractNotes.Comparison}",
            ["homepage"] = site.Address("/downloads"),
            ["version"] = site.Version,
            ["created"] = site.Snapshot.Since.ToUtcText(),
            ["keywords"] = new JsonArray([.. DescribedSite.Keywords]),
            ["contributors"] = new JsonArray(
                new JsonObject { ["title"] = ExtractNotes.Publisher, ["path"] = ExtractNotes.PublisherAddress, ["roles"] = new JsonArray("creator") },
                new JsonObject { ["title"] = DescribedSite.Name, ["path"] = site.Address("/"), ["roles"] = new JsonArray("publisher") }),
            ["sources"] = new JsonArray(new JsonObject { ["title"] = ExtractNotes.Source, ["path"] = ExtractNotes.PublisherAddress }),
            ["licenses"] = new JsonArray(Licence(DescribedSite.Licence, site)),
            ["resources"] = resources,
        };
        return package.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Licence(string title, DescribedSite site) => new() { ["title"] = title, ["path"] = site.LicenceAddress };

    // The figures of other publishers, under their terms.
    private static void AddSources(JsonObject resource, DescribedSite site, IReadOnlyList<ReferenceTable> references)
    {
        if (references.Count == 0) return;
        resource["sources"] = new JsonArray([.. references.Select(r => new JsonObject { ["title"] = $"{r.About.Name}: {r.About.Source}" })]);
        resource["licenses"] = new JsonArray([.. references.Select(r => Licence($"{r.About.Name}: {r.About.Licence}", site))]);
    }

    private static JsonObject Resource(Dataset dataset, DescribedSite site, CachedExtract file) => new()
    {
        ["name"] = dataset.Name,
        ["title"] = dataset.Title,
        ["description"] = dataset.Description,
        ["type"] = "table",
        ["path"] = $"extracts/{dataset.FileName}{site.Query(Format)}",
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = Format.Encoding,
        ["dialect"] = new JsonObject
        {
            ["$schema"] = Profiles + "tabledialect.json",
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
            ["$schema"] = Profiles + "tableschema.json",
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
        // An empty text is a value, such as of a metric without parts; an empty number is none.
        if (column.Type == ColumnType.Text) field["missingValues"] = new JsonArray();
        var constraints = new JsonObject();
        if (column.IsRequired) constraints["required"] = true;
        if (column.Choices.Count > 0) constraints["enum"] = new JsonArray([.. column.Choices.Select(column.ChoiceValue)]);
        if (constraints.Count > 0) field["constraints"] = constraints;
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
