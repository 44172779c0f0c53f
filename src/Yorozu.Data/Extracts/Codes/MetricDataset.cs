using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Codes;

/// <summary>A metric in the code table, with the unit and definition of its latest year.</summary>
public sealed record MetricRow(string Key, string Section, string Group, string Name, string Unit, string Definition, FiscalYear First, FiscalYear Last);

public static class MetricDataset
{
    private const string Name = "metrics";

    private static readonly Column<MetricRow>[] Columns =
    [
        Column.Text("key", "指標キー", (MetricRow r) => r.Key, "指標を一意に示す英数字のキー", "The key of the metric") with { IsRequired = true, Width = 36 },
        Column.Text("section", "区分", (MetricRow r) => r.Section, "公表資料の区分。なければ空", "The section as published; empty where there is none") with
        {
            English = r => SharedColumns.EnglishOf(r.Section),
        },
        Column.Text(
            "group", "指標群", (MetricRow r) => r.Group, "複数の指標をまとめる見出し。なければ空", "The heading over several metrics; empty where there is none") with
        {
            SqlName = "group_name",
            English = r => SharedColumns.EnglishOf(r.Group),
        },
        Column.Text("name", "指標", (MetricRow r) => r.Name, "指標の名称", "The name of the metric") with
        {
            IsRequired = true,
            Width = 36,
            English = r => SharedColumns.EnglishName(r.Key, r.Name),
        },
        Column.Text("unit", "単位", (MetricRow r) => r.Unit, "最新の年度の単位", "The unit in the latest year, in Japanese") with
        {
            English = r => SharedColumns.EnglishUnit(r.Key, r.Unit),
        },
        Column.Text(
            "definition",
            "定義",
            (MetricRow r) => r.Definition,
            "最新の公表資料にある定義。なければ空",
            "The latest published definition, in Japanese; empty where there is none") with
        {
            Width = 60,
            English = r => MetricCatalogue.Default.TranslationOf(r.Definition) ?? r.Definition,
        },
        Column.Count(
            "first_fiscal_year",
            "最初の年度",
            (MetricRow r) => r.First.StartYear,
            "値のある最初の年度",
            "The first fiscal year with figures") with { IsRequired = true, IsIdentifier = true },
        Column.Count(
            "last_fiscal_year",
            "最後の年度",
            (MetricRow r) => r.Last.StartYear,
            "値のある最後の年度",
            "The last fiscal year with figures") with { IsRequired = true, IsIdentifier = true },
        Column.Text(
            "metric_name_en",
            "指標（英語）",
            (MetricRow r) => MetricCatalogue.Default.Find(r.Key)?.EnglishName ?? "",
            "指標の英語名（本サイトの訳）。なければ空",
            "The name of the metric in English, translated by this site; empty where there is none") with { Width = 36 },
        Column.Text(
            "section_en",
            "区分（英語）",
            (MetricRow r) => English(r.Section),
            "区分の英語名（本サイトの訳）。なければ空",
            "The section in English, translated by this site; empty where there is none"),
        Column.Text(
            "group_en",
            "指標群（英語）",
            (MetricRow r) => English(r.Group),
            "指標群の英語名（本サイトの訳）。なければ空",
            "The heading over several metrics in English, translated by this site; empty where there is none"),
        Column.Text(
            "unit_en",
            "単位（英語）",
            (MetricRow r) => MetricCatalogue.Default.EnglishUnit(r.Key, r.Unit) ?? "",
            "単位の英語名。なければ空",
            "The unit in English; empty where there is none"),
        Column.Text(
            "definition_en",
            "定義（英語）",
            (MetricRow r) => MetricCatalogue.Default.TranslationOf(r.Definition) ?? "",
            "定義の英語訳（本サイトの訳）。なければ空",
            "The definition in English, translated by this site; empty where there is none") with { Width = 60 },
    ];

    public static Dataset<MetricRow> Dataset { get; } = new(Name, "指標コード表", "指標のキーと名称、単位、最新の公表資料による定義", Columns, ReadAsync)
    {
        Key = ["key"],
        Parameters = [ExtractParameter.Metric, ExtractParameter.FiscalYear, ExtractParameter.Section, ExtractParameter.AsOf],
    };

    internal static ColumnReference Key { get; } = new(Name, "key");

    private static string English(string term) => MetricCatalogue.Default.EnglishTerm(term) ?? "";

    private static async IAsyncEnumerable<MetricRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = await db.CurrentAt(query.Snapshot)
            .Matching(query.Filter with { FiscalYears = [] })
            .OrderBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenBy(t => t.FiscalYear).ThenBy(t => t.Precedence)
            .Select(t => new { t.Metric.Key, t.Metric.Section, t.Metric.Group, t.Metric.Name, t.Unit, t.Definition, t.FiscalYear })
            .ToListAsync(cancellationToken);
        foreach (var metric in tables.GroupBy(t => t.Key))
        {
            // The filter selects metrics, not their years.
            if (!query.Filter.Includes(metric.Select(t => new FiscalYear(t.FiscalYear)))) continue;
            var last = metric.Last();
            var years = (First: new FiscalYear(metric.First().FiscalYear), Last: new FiscalYear(last.FiscalYear));
            yield return new MetricRow(last.Key, last.Section, last.Group, last.Name, last.Unit, last.Definition, years.First, years.Last);
        }
    }
}
