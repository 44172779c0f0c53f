using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Downloads.Descriptors;

/// <summary>
/// <c>/dataset.jsonld</c>: the data as a schema.org Dataset. A separate document that pages link to, because the content
/// security policy allows no inline script, not even a data block. Addresses are relative to the document.
/// </summary>
internal sealed class DatasetDescription(ExtractCache cache)
{
    public async Task<string> DescribeAsync(YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var months = db.Observations
            .Join(db.CurrentAt(snapshot), o => o.TableId, t => t.Id, (o, t) => o)
            .Where(o => o.Value != null)
            .Select(o => (int?)o.Month);
        var (first, last) = (await months.MinAsync(cancellationToken), await months.MaxAsync(cancellationToken));
        var csv = await cache.GetAsync(ExtractFiles.Whole(ObservationDataset.Tidy, snapshot, new CsvFormat()), cancellationToken);
        var dataset = new JsonObject
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["@id"] = "/downloads#dataset",
            ["name"] = "よろず支援拠点 相談等実績",
            ["description"] = $"47都道府県のよろず支援拠点の月別の相談等実績を、公表資料から機械可読な形にしたもの。{ExtractNotes.Provisional}",
            ["url"] = "/downloads",
            ["version"] = snapshot.Version.ToString(CultureInfo.InvariantCulture),
            ["dateModified"] = snapshot.Since.ToUtcText(),
            ["inLanguage"] = "ja",
            ["isAccessibleForFree"] = true,
            ["isBasedOn"] = ExtractNotes.Source,
            ["keywords"] = new JsonArray("よろず支援拠点", "中小企業", "相談", "都道府県"),
            ["spatialCoverage"] = new JsonObject { ["@type"] = "Country", ["name"] = "日本" },
            ["measurementTechnique"] = "公表資料の読み取りと検算",
            ["variableMeasured"] = new JsonArray([.. ObservationDataset.Tidy.Columns.Select(c => (JsonNode)new JsonObject
            {
                ["@type"] = "PropertyValue",
                ["name"] = c.Name,
                ["alternateName"] = c.JapaneseName,
                ["description"] = c.Description,
            })]),
            ["distribution"] = new JsonArray(
                new JsonObject
                {
                    ["@type"] = "DataDownload",
                    ["encodingFormat"] = "text/csv",
                    ["contentUrl"] = "/extracts/observations.csv",
                    ["contentSize"] = string.Create(CultureInfo.InvariantCulture, $"{csv.Length} B"),
                    ["sha256"] = csv.Sha256,
                },
                Download(ExtractFiles.XlsxType, "/extracts/yorozu.xlsx"),
                Download(ExtractFiles.SqliteType, "/extracts/yorozu.sqlite"),
                Download("application/json", "/api/v1/observations")),
        };
        if (first is { } from && last is { } to) dataset["temporalCoverage"] = $"{YearMonth.FromNumber(from)}/{YearMonth.FromNumber(to)}";
        return dataset.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Download(string mediaType, string address) =>
        new() { ["@type"] = "DataDownload", ["encodingFormat"] = mediaType, ["contentUrl"] = address };
}
