using Yorozu.Data.Publishing;
using Yorozu.Statistics;

namespace Yorozu.Web.Admin;

/// <summary>What a document adds: for each metric and part the months it has figures for that were not there before.</summary>
public sealed record NewMonths(IReadOnlyList<YearMonth> Months, IReadOnlyList<NewMonths.Row> Rows)
{
    /// <param name="Nation">The new national figure of a month, where there is one.</param>
    /// <param name="Count">How many new figures, all areas and months.</param>
    public sealed record Row(string MetricName, string Section, string Part, IReadOnlyDictionary<YearMonth, Figure> Nation, int Count)
    {
        public string Name => Part.Length > 0 ? $"{MetricName}・{Part}" : MetricName;
    }

    public static NewMonths Of(ImportPlan plan) => new(
        [.. plan.Tables.SelectMany(t => t.New).Select(o => o.Month).Distinct().Order()],
        [
            .. from table in plan.Tables
               from part in table.New.GroupBy(o => o.Part)
               select new Row(
                   table.Table.Metric.Name,
                   table.Table.Metric.Section,
                   part.Key,
                   part.Where(o => o.Area.IsNation).ToDictionary(o => o.Month, o => o.Figure),
                   part.Count()),
        ]);
}
