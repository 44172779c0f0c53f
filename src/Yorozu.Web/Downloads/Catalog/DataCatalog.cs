using System.Text.Json.Nodes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Descriptors;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Downloads.OpenApi;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Downloads.Catalog;

/// <summary><c>/catalog.jsonld</c>: the datasets with the addresses of their files, in DCAT 3 for harvesters of open data portals.</summary>
internal sealed class DataCatalog(EndpointDataSource endpoints, SnapshotCache snapshots)
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";
    private const string MediaTypes = "https://www.iana.org/assignments/media-types/";

    public async Task<string> DescribeAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken)
    {
        var coverage = await snapshots.CoverageAsync(db, site.Snapshot);
        // Files of several tables are other forms of the observations.
        var addresses = endpoints.Described().ToLookup(e => e.About.Dataset ?? ObservationDataset.Tidy, e => Distribution(site, e.Path, e.About));
        var datasets = DatasetCatalogue.All.Select(d => Dataset(d, site, d == ObservationDataset.Tidy ? Period.Of(coverage) : null, addresses[d])).ToArray();
        var catalog = new JsonObject
        {
            ["@context"] = Context(),
            ["@id"] = site.Address("/catalog.jsonld"),
            ["@type"] = "dcat:Catalog",
            ["dct:title"] = Japanese(DescribedSite.Title),
            ["dct:description"] = Japanese($"{ExtractNotes.Source}。{ExtractNotes.Provisional}"),
            ["dct:publisher"] = Agent(DescribedSite.Name, site.Address("/")),
            ["dct:license"] = Id(site.LicenceAddress),
            ["dct:language"] = Id($"{Authority}language/JPN"),
            ["dct:modified"] = Modified(site),
            ["foaf:homepage"] = Id(site.Address("/")),
            ["dcat:dataset"] = new JsonArray(datasets),
            ["dcat:service"] = Service(site),
        };
        return catalog.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    private static JsonObject Dataset(Dataset dataset, DescribedSite site, Period? period, IEnumerable<JsonNode> distributions)
    {
        var node = new JsonObject
        {
            ["@id"] = AddressOf(dataset, site),
            ["@type"] = "dcat:Dataset",
            ["dct:identifier"] = dataset.Name,
            ["dct:title"] = Japanese(dataset.Title),
            ["dct:description"] = Japanese(dataset.Description),
            ["dct:publisher"] = Agent(DescribedSite.Name, site.Address("/")),
            ["dct:license"] = Id(site.LicenceAddress),
            ["dct:modified"] = Modified(site),
            ["dct:accrualPeriodicity"] = Id($"{Authority}frequency/MONTHLY"),
            ["dct:spatial"] = Id($"{Authority}country/JPN"),
            ["dcat:landingPage"] = Id(site.Address("/downloads")),
            ["dcat:keyword"] = new JsonArray([.. DescribedSite.Keywords.Select(Japanese)]),
            ["dcat:distribution"] = new JsonArray([.. distributions]),
        };
        // Figures of other publishers name them in the column source.
        if (dataset != ReferenceDataset.Dataset)
        {
            node["dct:creator"] = dataset.IsComputed
                ? Agent(DescribedSite.Name, site.Address("/"))
                : Agent(ExtractNotes.Publisher, ExtractNotes.PublisherAddress);
        }

        if (period is { First: var first, Last: var last })
        {
            node["dct:temporal"] = new JsonObject
            {
                ["@type"] = "dct:PeriodOfTime",
                ["dcat:startDate"] = Typed(first.ToString(), "xsd:gYearMonth"),
                ["dcat:endDate"] = Typed(last.ToString(), "xsd:gYearMonth"),
            };
        }

        return node;
    }

    private static JsonObject Distribution(DescribedSite site, string path, EndpointDescription about) => new()
    {
        ["@id"] = site.Address(path),
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = Japanese(path[(path.LastIndexOf('/') + 1)..]),
        ["dct:license"] = Id(site.LicenceAddress),
        ["dcat:accessURL"] = Id(site.Address(path)),
        // The API gives pages, not a file.
        [about.MediaType == EndpointDescription.Json ? "dcat:accessService" : "dcat:downloadURL"] =
            about.MediaType == EndpointDescription.Json ? Id(ServiceAddress(site)) : Id(site.Address(path)),
        ["dcat:mediaType"] = Id(MediaTypes + about.MediaType),
    };

    private JsonObject Service(DescribedSite site) => new()
    {
        ["@id"] = ServiceAddress(site),
        ["@type"] = "dcat:DataService",
        ["dct:title"] = Japanese($"{DescribedSite.Title} API"),
        ["dcat:endpointURL"] = Id(site.Address("/api/v1")),
        ["dcat:endpointDescription"] = Id(site.Address("/openapi/v1.json")),
        ["foaf:page"] = Id(site.Address("/api")),
        ["dcat:servesDataset"] = new JsonArray([.. endpoints.Described()
            .Where(e => e.About is { MediaType: EndpointDescription.Json, Dataset: not null })
            .Select(e => Id(AddressOf(e.About.Dataset!, site)))]),
    };

    private static string AddressOf(Dataset dataset, DescribedSite site) => site.Address($"/catalog.jsonld#{dataset.Name}");

    private static string ServiceAddress(DescribedSite site) => site.Address("/catalog.jsonld#api");

    private static JsonObject Modified(DescribedSite site) => Typed(site.Snapshot.Since.ToUtcText(), "xsd:dateTime");

    private static JsonObject Agent(string name, string address) =>
        new() { ["@type"] = "foaf:Agent", ["foaf:name"] = Japanese(name), ["foaf:homepage"] = Id(address) };

    private static JsonObject Id(string address) => new() { ["@id"] = address };

    private static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = type };

    private static JsonNode Japanese(string text) => new JsonObject { ["@value"] = text, ["@language"] = "ja" };
}
