using Yorozu.Data.Extracts.Observations;

namespace Yorozu.Data.Extracts.Sqlite;

/// <summary>A view of the SQLite file for questions that people ask often.</summary>
/// <param name="Query">Its SELECT. The names of its columns follow from it.</param>
/// <param name="Own">The columns that the observations do not have.</param>
internal sealed record SqliteView(string Name, string Query, params IReadOnlyList<SqliteViewColumn> Own)
{
    public static IReadOnlyList<SqliteView> All { get; } =
    [
        // As in the program's own database, so that the same SELECT answers in both.
        new(
            "current_figures",
            "SELECT section, metric, metric_name, unit, area_code, area, fiscal_year, month, part, value, release FROM observations"),
        // SQLite takes the other columns of a group from the row with the maximum.
        new(
            "fiscal_year_totals",
            """
            SELECT fiscal_year, section, metric, metric_name, part, unit, level, is_total, area_code, area,
                cumulative AS total, count(*) AS months, max(month) AS last_month, count(*) = 12 AS is_complete
            FROM observations WHERE value IS NOT NULL GROUP BY fiscal_year, metric, part, area_code
            """,
            new("total", "年度初めから last_month までの計。途中に未公表の月があれば空", "The total from April to last_month; null where a month before is not published"),
            new("months", "値のある月の数", "How many months have a figure"),
            new("last_month", "値のある最後の月", "The last month with a figure"),
            new("is_complete", "12か月すべてに値があれば1", "1 when all twelve months have a figure")),
        new(
            "year_on_year",
            """
            SELECT o.fiscal_year, o.month, o.section, o.metric, o.metric_name, o.part, o.unit, o.level, o.is_total, o.area_code, o.area, o.value,
                b.value AS value_before, o.value - b.value AS change, 100.0 * (o.value - b.value) / nullif(b.value, 0) AS change_percent
            FROM observations AS o JOIN observations AS b ON b.fiscal_year = o.fiscal_year - 1 AND b.metric = o.metric AND b.part = o.part
                AND b.area_code = o.area_code AND b.month = (substr(o.month, 1, 4) - 1) || substr(o.month, 5)
            """,
            new("value_before", "前年同月の値", "The figure of the same month a year before"),
            new("change", "前年同月との差", "The difference from it"),
            new("change_percent", "前年同月比の増減（%）。前年同月が0なら空", "The same in percent; null where the figure before is 0")),
    ];

    /// <summary>What its columns mean, by name.</summary>
    public SqliteViewColumn Describe(string name) => Own.FirstOrDefault(c => c.Name == name)
        ?? ObservationDataset.Tidy.Columns.Where(c => c.Name == name).Select(c => new SqliteViewColumn(name, c.Description, c.EnglishDescription)).Single();
}

/// <summary>What a column of a view means, in Japanese and English.</summary>
internal sealed record SqliteViewColumn(string Name, string Description, string EnglishDescription);
