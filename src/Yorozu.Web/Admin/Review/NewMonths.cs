using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>What a document adds: the months with new figures, for each metric and part.</summary>
public sealed record NewMonths(IReadOnlyList<YearMonth> Months, IReadOnlyList<NewMonths.Row> Rows)
{
    /// <param name="Nation">The new national figure of each month that has one.</param>
    /// <param name="Count">The number of new figures in all areas and months.</param>
    public sealed record Row(string MetricName, string Section, string Part, IReadOnlyDictionary<YearMonth, Figure> Nation, int Count)
    {
        public string Name => Part.Length > 0 ? MetricName + Words.Bracketed(Part) : MetricName;
    }

    public static NewMonths Of(ImportPlan plan) => new(
        [.. plan.Tables.SelectMany(t => t.New).Select(o => o.Month).Distinct().Order()],
        [
            .. from table in plan.Tables
               from part in table.New.GroupBy(o => o.Part)
               select new Row(
                   AdminWords.MetricName(table.Table.Metric.Key, table.Table.Metric.Name),
                   UiLanguage.IsEnglish && MetricCatalogue.Default.Find(table.Table.Metric.Key) is not null ? "" : table.Table.Metric.Section,
                   AdminWords.PartName(table.Table.Metric.Key, part.Key),
                   part.Where(o => o.Area.IsNation).ToDictionary(o => o.Month, o => o.Figure),
                   part.Count()),
        ]);
}
