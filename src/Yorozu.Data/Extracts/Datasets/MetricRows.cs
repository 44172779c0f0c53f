using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

public static class MetricRows
{
    public static TableExtract Extract { get; } = new(
        "metrics",
        "指標コード表",
        "指標のキーと名称、単位、最新の公表資料による定義",
        [
            new("key", "指標キー", ColumnType.Text, "指標を一意に示す英数字のキー") { Required = true },
            new("section", "区分", ColumnType.Text, "公表資料の区分。なければ空"),
            new("group", "指標群", ColumnType.Text, "複数の指標をまとめる見出し。なければ空"),
            new("name", "指標", ColumnType.Text, "指標の名称") { Required = true },
            new("unit", "単位", ColumnType.Text, "最新の年度の単位"),
            new("definition", "定義", ColumnType.Text, "最新の公表資料にある定義。なければ空"),
            new("first_fiscal_year", "最初の年度", ColumnType.Count, "値のある最初の年度") { Required = true },
            new("last_fiscal_year", "最後の年度", ColumnType.Count, "値のある最後の年度") { Required = true },
        ],
        ["key"],
        [ExtractParameter.Metric, ExtractParameter.FiscalYear, ExtractParameter.Section, ExtractParameter.AsOf],
        ReadAsync);

    private static async IAsyncEnumerable<object?[]> ReadAsync(YorozuDbContext db, TableQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tables = await db.CurrentAt(query.View.Version)
            .Matching(query.Filter with { FiscalYears = [] })
            .OrderBy(t => t.Metric.Order).ThenBy(t => t.MetricId).ThenBy(t => t.FiscalYear).ThenBy(t => t.Precedence)
            .Select(t => new { t.Metric.Key, t.Metric.Section, t.Metric.Group, t.Metric.Name, t.Unit, t.Definition, t.FiscalYear })
            .ToListAsync(cancellationToken);
        foreach (var metric in tables.GroupBy(t => t.Key))
        {
            // A filter chooses metrics; which years they have does not depend on it.
            if (!query.Filter.Includes(metric.Select(t => new FiscalYear(t.FiscalYear)))) continue;
            var (first, last) = (metric.First(), metric.Last());
            yield return [last.Key, last.Section, last.Group, last.Name, last.Unit, last.Definition, (long)first.FiscalYear, (long)last.FiscalYear];
        }
    }
}
