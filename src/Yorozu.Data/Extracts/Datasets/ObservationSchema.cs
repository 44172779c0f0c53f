namespace Yorozu.Data.Extracts.Datasets;

/// <summary>The columns of the observations: a contract that may grow at the end and never changes.</summary>
public static class ObservationSchema
{
    /// <summary>Month numbers in the order of a fiscal year.</summary>
    internal static IReadOnlyList<int> Months { get; } = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

    public static IReadOnlyList<Column> Tidy { get; } =
    [
        new("fiscal_year", "年度", ColumnType.Count, "年度の始まる西暦年。2021 は令和3年度（2021年4月〜2022年3月）") { Required = true },
        new("month", "年月", ColumnType.Month, "暦の年月（YYYY-MM）") { Required = true },
        new("area_code", "地域コード", ColumnType.Text, "JIS X 0401 の都道府県コード2桁。00 は全国（公表資料の合計行）") { Required = true },
        new("area", "地域", ColumnType.Text, "都道府県の正式名称。合計行は「全国」") { Required = true },
        new("section", "区分", ColumnType.Text, "公表資料の区分。区分のない年度は空"),
        new("metric", "指標キー", ColumnType.Text, "指標を一意に示す英数字のキー。metrics.csv の key") { Required = true },
        new("metric_name", "指標", ColumnType.Text, "指標の名称") { Required = true },
        new("part", "内訳", ColumnType.Text, "月の内訳の名称（公表資料のまま）。内訳がなければ空"),
        new("unit", "単位", ColumnType.Text, "値の単位（件・者・人）"),
        new("value", "値", ColumnType.Count, "その月の値。空は未公表、0 はゼロ"),
        new("cumulative", "累計", ColumnType.Count, "年度初めからその月までの本サイトによる計算値。途中に未公表の月があれば、その月以降は空"),
        new("published_cumulative", "公表累計値", ColumnType.Count, "公表資料の累計値。公表時点の月の行にだけあり、ほかは空"),
        new("status", "状態", ColumnType.Text, "P は速報値") { Required = true },
        new("release", "公表番号", ColumnType.Count, "値の出どころの公表。releases.csv の release") { Required = true },
    ];

    /// <summary>The months of a fiscal year side by side as on the published page, the totals at the end.</summary>
    public static IReadOnlyList<Column> Wide { get; } =
    [
        .. Tidy.Where(c => c.Name is not ("month" or "value" or "cumulative" or "published_cumulative")),
        .. Months.Select(m => new Column($"month_{m:00}", $"{m}月", ColumnType.Count, "その月の値。空は未公表または選択した期間の外")),
        new("cumulative", "累計", ColumnType.Count, "選択した期間で値のある最後の月までの年度累計（本サイトによる計算値）。途中に未公表の月があれば空"),
        .. Tidy.Where(c => c.Name == "published_cumulative"),
    ];
}
