using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>All tables there are to take away, the observations first.</summary>
public static class TableExtracts
{
    public static TableExtract Observations { get; } = new(
        "observations",
        "観測値",
        "指標 × 内訳 × 地域 × 月ごとの値。1行が1つの値",
        ObservationSchema.Tidy,
        ["fiscal_year", "metric", "part", "area_code", "month"],
        ExtractParameter.Filters,
        ObservationRows.ReadAsync);

    public static IReadOnlyList<TableExtract> Companions { get; } =
        [MetricRows.Extract, PrefectureRows.Extract, ReleaseRows.Extract, RevisionRows.Extract, FindingRows.Extract];

    public static IReadOnlyList<TableExtract> All { get; } = [Observations, .. Companions];
}
