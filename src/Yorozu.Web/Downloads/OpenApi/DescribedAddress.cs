using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Downloads.Descriptors;

namespace Yorozu.Web.Downloads.OpenApi;

/// <summary>A row of a list of addresses.</summary>
/// <param name="Title">What is there, in Japanese.</param>
/// <param name="Parameters">The names of its parameters.</param>
public sealed record DescribedAddress(string Path, string Title, string? Description, string Parameters)
{
    /// <summary>The addresses that describe the others.</summary>
    public static IReadOnlyList<DescribedAddress> Descriptors { get; } =
    [
        new("/api", "APIの使い方", null, ""),
        new("/openapi/v1.json", "APIと抽出の仕様（OpenAPI）", null, ""),
        new("/datapackage.json", "列の型・単位・ハッシュの記述（Data Package v2）", null, Names(DescriptorEndpoints.Pinned)),
        new("/dataset.jsonld", "データセットの記述（schema.org、JSON-LD）", null, Names(DescriptorEndpoints.Pinned)),
        new("/catalog.jsonld", "データカタログ（DCAT、JSON-LD）", null, ""),
        new("/releases.atom", "公表の更新（Atomフィード）", null, Names(DescriptorEndpoints.Paged)),
    ];

    /// <summary>True where it shows the newest state only.</summary>
    public bool IsLatest => !Parameters.Split(' ').Contains(ExtractParameter.AsOf.Name);

    /// <summary>The endpoints with a description.</summary>
    public static IEnumerable<DescribedAddress> All(EndpointDataSource endpoints) => endpoints.Described().Select(e => new DescribedAddress(
        e.Path, e.About.Dataset?.Title ?? e.About.Summary, e.About.Dataset?.Description, Names(e.About.Parameters)));

    private static string Names(IEnumerable<ExtractParameter> parameters) => string.Join(' ', parameters.Select(p => p.Name));
}
