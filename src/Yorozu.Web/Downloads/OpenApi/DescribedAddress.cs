using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Downloads.Descriptors;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>A row of a list of addresses.</summary>
/// <param name="Title">What is there, in Japanese.</param>
public sealed record DescribedAddress(string Path, string Title, string? Description, IReadOnlyList<ExtractParameter> Parameters)
{
    /// <summary>The addresses that describe the others.</summary>
    public static IReadOnlyList<DescribedAddress> Descriptors { get; } =
    [
        new("/api", "APIの使い方", null, []),
        new("/openapi/v1.json", "APIと抽出の仕様（OpenAPI）", null, []),
        new("/datapackage.json", "列の型・単位・ハッシュの記述（Data Package v2）", null, DescriptorEndpoints.Pinned),
        new("/dataset.jsonld", "データセットの記述（schema.org、JSON-LD）", null, DescriptorEndpoints.Pinned),
        new("/catalog.jsonld", "データカタログ（DCAT、JSON-LD）", null, []),
        new("/releases.atom", "公表の更新（Atomフィード）", null, DescriptorEndpoints.Paged),
    ];

    /// <summary>True where it shows the newest state only.</summary>
    public bool IsLatest => !Parameters.Contains(ExtractParameter.AsOf);

    public string ParameterNames => string.Join(' ', Parameters.Select(p => p.Name));

    /// <summary>The endpoints with a description.</summary>
    public static IEnumerable<DescribedAddress> All(EndpointDataSource endpoints) => endpoints.Described().Select(e => new DescribedAddress(
        e.Path, e.About.Dataset?.Title ?? e.About.Summary, e.About.Dataset?.Description, e.About.Parameters));
}
