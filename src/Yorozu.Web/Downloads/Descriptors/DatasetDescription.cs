using System.Globalization;
using System.Text.Json.Nodes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary><c>/dataset.jsonld</c>: the data as a schema.org Dataset.</summary>
internal sealed class DatasetDescription(ExtractCache cache, SnapshotCache snapshots)
{
    public async Task<string> DescribeAsync(YorozuDbContext db, DescribedSite site, CancellationToken cancellationToken)
    {
        var csv = await cache.GetAsync(ExtractFiles.Csv(ObservationDataset.Tidy, site.Snapshot, site.Filter, new CsvFormat()), cancellationToken);
        return Of(site, await snapshots.CoverageAsync(db, site.Snapshot), csv).ToJsonString(ReadableJson.Options);
    }

    /// <param name="csv">The file of all observations, for its length and hash; null to leave them out.</param>
    public static JsonObject Of(DescribedSite site, IReadOnlyList<Coverage> coverage, CachedExtract? csv)
    {
        var dataset = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["@id"] = site.Address("/downloads#dataset"),
            ["name"] = DescribedSite.Title,
            ["description"] = $"47都道府県のよろず支援拠点の月別の相談等実績を、公表資料から機械可読な形にしたもの。{ExtractNotes.Provisional}",
            ["url"] = site.Address("/downloads"),
            ["version"] = site.Version,
            ["dateModified"] = site.Snapshot.Since.ToUtcText(),
            ["inLanguage"] = "ja",
            ["isAccessibleForFree"] = true,
            ["license"] = site.LicenceAddress,
            ["creator"] = Organization(ExtractNotes.Publisher, ExtractNotes.PublisherAddress),
            ["publisher"] = Organization(DescribedSite.Name, site.Address("/")),
            ["isBasedOn"] = new JsonObject
            {
                ["@type"] = "CreativeWork",
                ["name"] = "よろず支援拠点相談等実績",
                ["publisher"] = Organization(ExtractNotes.Publisher, ExtractNotes.PublisherAddress),
                ["url"] = ExtractNotes.PublisherAddress,
            },
            ["creditText"] = ExtractNotes.Source,
            ["keywords"] = new JsonArray([.. DescribedSite.Keywords]),
            ["spatialCoverage"] = new JsonObject { ["@type"] = "Country", ["name"] = "日本" },
            ["measurementTechnique"] = "公表資料の読み取りと検算",
            ["variableMeasured"] = new JsonArray([.. ObservationDataset.Tidy.Columns.Select(Variable)]),
            ["distribution"] = new JsonArray(
                Csv(site, csv),
                Download(ExtractFiles.XlsxType, site.FileAddress("/extracts/yorozu.xlsx")),
                Download(ExtractFiles.SqliteType, site.FileAddress("/extracts/yorozu.sqlite")),
                Download("application/json", site.FileAddress("/api/v1/observations"))),
        };
        if (Period.Of(coverage) is { First: var first, Last: var last }) dataset["temporalCoverage"] = $"{first}/{last}";
        return dataset;
    }

    private static JsonObject Organization(string name, string address) =>
        new() { ["@type"] = "Organization", ["name"] = name, ["url"] = address };

    private static JsonObject Variable(Column column) => new()
    {
        ["@type"] = "PropertyValue",
        ["name"] = column.Name,
        ["alternateName"] = column.JapaneseName,
        ["description"] = column.Description,
    };

    private static JsonObject Csv(DescribedSite site, CachedExtract? file)
    {
        var download = Download("text/csv", site.FileAddress("/extracts/observations.csv"));
        if (file is null) return download;
        download["contentSize"] = string.Create(CultureInfo.InvariantCulture, $"{file.Length} B");
        download["sha256"] = file.Sha256;
        return download;
    }

    private static JsonObject Download(string mediaType, string address) =>
        new() { ["@type"] = "DataDownload", ["encodingFormat"] = mediaType, ["contentUrl"] = address };
}
