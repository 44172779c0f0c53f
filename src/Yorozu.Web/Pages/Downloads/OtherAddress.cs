using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Downloads.Api;
using Yorozu.Web.Downloads.Descriptors;

namespace Yorozu.Web.Pages.Downloads;

/// <summary>An address of the list on the page that is not the CSV of a dataset.</summary>
/// <param name="Content">What is there, in Japanese.</param>
/// <param name="Parameters">The names of its parameters.</param>
public sealed record OtherAddress(string Path, string Content, string Parameters)
{
    public static IReadOnlyList<OtherAddress> All { get; } =
    [
        new("/extracts/yorozu.xlsx", "観測値、コード表、列の説明、注記のブック", Names([.. ExtractParameter.Filters, ExtractParameter.Language])),
        new("/extracts/yorozu.sqlite", "公開データのすべてを表にしたSQLiteデータベース（アカウントや記録は含みません）", Names([ExtractParameter.AsOf])),
        new("/api/v1/observations", "観測値のJSON。次のページは応答の next", Names(ObservationPage.Parameters)),
        new("/api/v1/metrics", "指標のJSON", Names(MetricDataset.Dataset.Parameters)),
        new("/api/v1/releases", "公表のJSON", Names(ReleaseDataset.Dataset.Parameters)),
        new("/api/v1/indicators", "割合（本サイトの計算）のJSON", Names(IndicatorDataset.Dataset.Parameters)),
        new("/api/v1/reference", "参照表のJSON", Names(ReferenceDataset.Dataset.Parameters)),
        new("/api", "APIの使い方", ""),
        new("/openapi/v1.json", "APIと抽出の仕様（OpenAPI）", ""),
        new("/datapackage.json", "列の型・単位・ハッシュの記述（Data Package v2）", Names(DescriptorEndpoints.Pinned)),
        new("/dataset.jsonld", "データセットの記述（schema.org、JSON-LD）", Names(DescriptorEndpoints.Pinned)),
        new("/catalog.jsonld", "データカタログ（DCAT、JSON-LD）", ""),
        new("/releases.atom", "公表の更新（Atomフィード）", Names(DescriptorEndpoints.Paged)),
    ];

    /// <summary>True where it shows the newest state only.</summary>
    public bool IsLatest => !Parameters.Split(' ').Contains(ExtractParameter.AsOf.Name);

    public static string ParametersOf(Dataset dataset) => Names([.. dataset.Parameters, .. ExtractParameter.Csv]);

    private static string Names(IEnumerable<ExtractParameter> parameters) => string.Join(' ', parameters.Select(p => p.Name));
}
