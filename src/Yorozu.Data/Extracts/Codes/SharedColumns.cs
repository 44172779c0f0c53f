using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Codes;

/// <summary>The columns that several datasets have.</summary>
internal static class SharedColumns
{
    public static Column<TRow> FiscalYear<TRow>(Func<TRow, long?> year) => Column.Count(
        "fiscal_year",
        "年度",
        year,
        "年度の始まる西暦年。2021 は令和3年度（2021年4月〜2022年3月）",
        "The year in which the fiscal year begins: 2021 is April 2021 to March 2022") with
    {
        IsRequired = true,
        IsIdentifier = true,
    };

    public static Column<TRow> Month<TRow>(Func<TRow, YearMonth?> month) =>
        Column.Month("month", "年月", month, "暦の年月（YYYY-MM）", "The calendar month (YYYY-MM)") with { IsRequired = true };

    public static Column<TRow> Metric<TRow>(Func<TRow, string> key) => Column.Text(
        "metric", "指標キー", key, "指標を一意に示す英数字のキー。metrics.csv の key", "The key of the metric; key of metrics.csv") with
    {
        IsRequired = true,
        References = MetricDataset.Key,
        Width = 30,
    };

    /// <param name="key">The key of the metric, by which its English name is found.</param>
    public static Column<TRow> MetricName<TRow>(Func<TRow, string> name, Func<TRow, string> key) =>
        Column.Text("metric_name", "指標", name, "指標の名称", "The name of the metric") with
        {
            IsRequired = true,
            Width = 36,
            English = row => EnglishName(key(row), name(row)),
        };

    /// <param name="key">The key of the metric, whose unit may have an English name of its own.</param>
    public static Column<TRow> Unit<TRow>(Func<TRow, string> unit, Func<TRow, string> key) =>
        Column.Text("unit", "単位", unit, "値の単位（件・者・人）", "The unit: cases, clients or people, in Japanese") with
        {
            English = row => EnglishUnit(key(row), unit(row)),
        };

    public static Column<TRow> Part<TRow>(Func<TRow, string> name) => Column.Text(
        "part", "内訳", name, "月の内訳の名称（公表資料のまま）。内訳がなければ空", "The name of the part, as published; empty where there are none") with
    {
        English = row => name(row) is { Length: > 0 } part ? MetricCatalogue.Default.EnglishPart(part) ?? part : "",
    };

    public static Column<TRow> Release<TRow>(string name, string japaneseName, Func<TRow, long?> number, string description, string english) =>
        Column.Count(name, japaneseName, number, description, english) with { IsRequired = true, References = ReleaseDataset.Id };

    public static Column<TRow> AreaCode<TRow>(Func<TRow, Area> area) => Column.Text(
        "area_code",
        "地域コード",
        (TRow row) => area(row).Code,
        "JIS X 0401 の都道府県コード2桁。00 は全国（公表資料の合計行）",
        "Two-digit prefecture code of JIS X 0401; 00 is Japan (the total row as published)") with
    {
        IsRequired = true,
        References = PrefectureDataset.Code,
    };

    public static Column<TRow> Area<TRow>(Func<TRow, Area> area) => Column.Text(
        "area",
        "地域",
        (TRow row) => area(row).Name,
        "都道府県の正式名称。合計行は「全国」",
        "The official name of the prefecture, in Japanese; the total row has the word for Japan") with
    {
        IsRequired = true,
        English = row => EnglishOf(area(row)),
    };

    public static string EnglishOf(Area area) => area.Prefecture?.RomanName ?? "Japan";

    /// <summary>The English name of a section, group or unit, or else the name as published.</summary>
    public static string EnglishOf(string term) => MetricCatalogue.Default.EnglishTerm(term) ?? term;

    /// <summary>The English name of a metric, or else the name as published.</summary>
    public static string EnglishName(string key, string name) =>
        MetricCatalogue.Default.Find(key) is { EnglishName.Length: > 0 } metric ? metric.EnglishName : name;

    /// <summary>The English name of a metric's unit, or else the unit as published.</summary>
    public static string EnglishUnit(string key, string unit) => MetricCatalogue.Default.EnglishUnit(key, unit) ?? unit;
}
