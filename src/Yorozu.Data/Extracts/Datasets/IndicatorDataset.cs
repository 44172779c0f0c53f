using System.Runtime.CompilerServices;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>An indicator of an area in a month and in the year up to it, with the figures it is computed from.</summary>
/// <param name="Table">The indicator in a fiscal year.</param>
/// <param name="Index">The month: 0 for April.</param>
public readonly record struct IndicatorRow(MetricYear Table, MonthlySeries Ratio, MonthlySeries? Numerator, MonthlySeries? Denominator, int Index)
{
    public YearMonth Month => Table.Year.FirstMonth.AddMonths(Index);
}

/// <summary>The indicators, computed by this site; never among the observations.</summary>
public static class IndicatorDataset
{
    private const string Name = "indicators";

    private static readonly Column<IndicatorRow>[] Columns =
    [
        SharedColumns.FiscalYear((IndicatorRow r) => r.Table.Year.StartYear),
        SharedColumns.Month((IndicatorRow r) => r.Month),
        SharedColumns.AreaCode((IndicatorRow r) => r.Ratio.Area),
        SharedColumns.Area((IndicatorRow r) => r.Ratio.Area),
        Column.Text(
            "indicator",
            "指標キー",
            (IndicatorRow r) => r.Table.Metric.Key,
            "本サイトが計算する割合のキー。" + Formulas("、"),
            "The key of the ratio this site computes: " + Formulas("; ")) with { IsRequired = true, Width = 36 },
        Column.Text("indicator_name", "指標", (IndicatorRow r) => r.Table.Metric.Name, "割合の名称", "The name of the ratio, in Japanese") with
        {
            IsRequired = true,
            Width = 36,
            English = r => r.Table.Metric.EnglishName,
        },
        Column.Text(
            "unit",
            "単位",
            (IndicatorRow r) => r.Table.Metric.Unit,
            string.Join('、', Indicator.All.Select(i => i.Unit).Distinct()),
            "The unit: %, or the units of both figures, in Japanese") with
        {
            IsRequired = true,
            English = r => r.Table.Metric.EnglishUnit is { Length: > 0 } unit ? unit : r.Table.Metric.Unit,
        },
        Column.Count(
            "numerator",
            "分子",
            (IndicatorRow r) => Count(r.Numerator?.Months[r.Index]),
            "その月の分子の値。空は未公表",
            "The numerator in the month; empty is not published"),
        Column.Count(
            "denominator",
            "分母",
            (IndicatorRow r) => Count(r.Denominator?.Months[r.Index]),
            "その月の分母の値。空は未公表",
            "The denominator in the month; empty is not published"),
        Column.Ratio(
            "value",
            "値",
            (IndicatorRow r) => r.Ratio.Months[r.Index],
            "分子 ÷ 分母。単位が % なら100倍。有効数字6桁。分子か分母が未公表か、分母が0なら空",
            "Numerator ÷ denominator, times 100 where the unit is %; six significant digits; empty where either is not published or the denominator is 0"),
        Column.Count(
            "cumulative_numerator",
            "累計の分子",
            (IndicatorRow r) => Count(r.Numerator?.Cumulative[r.Index]),
            "年度初めからその月までの分子の計。途中に未公表の月があれば空",
            "The numerator from the start of the fiscal year to the month; empty where a month before it is not published"),
        Column.Count(
            "cumulative_denominator",
            "累計の分母",
            (IndicatorRow r) => Count(r.Denominator?.Cumulative[r.Index]),
            "年度初めからその月までの分母の計。途中に未公表の月があれば空",
            "The denominator from the start of the fiscal year to the month; empty where a month before it is not published"),
        Column.Ratio(
            "cumulative",
            "累計の値",
            (IndicatorRow r) => r.Ratio.Cumulative[r.Index],
            "累計の分子 ÷ 累計の分母。月の値より、年度初めからのこの値を勧めます",
            "The same of the year to date, to be preferred to single months"),
    ];

    public static Dataset<IndicatorRow> Dataset { get; } = new(Name, "割合（本サイトの計算）", "公表された2つの指標の割合。1行が1つの地域と月", Columns, ReadAsync)
    {
        IsComputed = true,
        Key = ["fiscal_year", "indicator", "area_code", "month"],
        Parameters =
        [
            ExtractParameter.Indicator, ExtractParameter.Area, ExtractParameter.Region, ExtractParameter.FiscalYear, ExtractParameter.From,
            ExtractParameter.To, ExtractParameter.Totals, ExtractParameter.AsOf,
        ],
    };

    private static async IAsyncEnumerable<IndicatorRow> ReadAsync(
        YorozuDbContext db, DatasetQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = query.Filter;
        var rows = new MetricYearFilter { Areas = filter.Areas.Count > 0 ? filter.Areas : null };
        var indicators = (await db.CoverageAsync(query.Snapshot, cancellationToken)).Indicators()
            .Where(c => filter.Indicators.Count == 0 || filter.Indicators.Contains(c.Metric.Key))
            .Where(c => filter.Includes([c.Year]));
        foreach (var year in indicators.GroupBy(c => c.Year).OrderBy(y => y.Key))
        {
            foreach (var table in await ComputedTables.ReadAsync(year, published => db.MetricYearsAsync(published, rows, cancellationToken)))
            {
                foreach (var ratio in table.Series.Where(s => filter.Includes(s.Area)))
                {
                    var (numerator, denominator) = (table.Published[0].Of(ratio.Area), table.Published[1].Of(ratio.Area));
                    for (var index = 0; index < table.PublishedMonths; index++)
                    {
                        var row = new IndicatorRow(table, ratio, numerator, denominator, index);
                        if (filter.Includes(row.Month)) yield return row;
                    }
                }
            }
        }
    }

    private static long? Count(double? count) => (long?)count;

    private static string Formulas(string separator) => string.Join(separator, Indicator.All.Select(i => $"{i.Key} = {i.Numerator} ÷ {i.Denominator}"));
}
