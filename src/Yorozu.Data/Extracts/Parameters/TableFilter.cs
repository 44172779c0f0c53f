using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Parameters;

/// <summary>The filter of an extract as a condition on tables.</summary>
internal static class TableFilter
{
    /// <summary>Omits the tables without a matching cell. Areas and single months are filtered when cells are read.</summary>
    public static IQueryable<TableEntity> Matching(this IQueryable<TableEntity> tables, ObservationFilter filter)
    {
        if (filter.Metrics.Count > 0) tables = tables.Where(t => filter.Metrics.Contains(t.Metric.Key));
        if (filter.Sections.Count > 0) tables = tables.Where(t => filter.Sections.Contains(t.Metric.Section));
        if (filter.FiscalYears.Count > 0)
        {
            var years = filter.FiscalYears.Select(y => y.StartYear).ToList();
            tables = tables.Where(t => years.Contains(t.FiscalYear));
        }

        if (FirstYear(filter.From) is { } first) tables = tables.Where(t => t.FiscalYear >= first);
        if (FirstYear(filter.To) is { } last) tables = tables.Where(t => t.FiscalYear <= last);
        return tables;
    }

    // Not YearMonth.FiscalYear: the month of a filter may be before the first valid fiscal year.
    private static int? FirstYear(YearMonth? month) => month is { } m ? (m.Month >= 4 ? m.Year : m.Year - 1) : null;
}
