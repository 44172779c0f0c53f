using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>Writes the cells of a page and their check results.</summary>
internal sealed class CellWriter(YorozuDbContext db) : IDisposable
{
    private readonly RowInsert _observation = new(
        db, "observations", "table_id", "part", "area_id", "month", "value", "raw_text", "source_row", "source_column");
    private readonly RowInsert _cumulative = new(db, "cumulatives", "table_id", "part", "area_id", "value", "raw_text", "source_row", "source_column");
    private readonly RowInsert _checkCount = new(db, "check_counts", "table_id", "kind", "checked", "failed");
    private readonly RowInsert _missing = new(db, "missing_tables", "release_id", "metric_id");
    private readonly RowInsert _result = new(
        db, "check_results",
        "table_id", "kind", "passed", "part", "area_id", "month", "published", "expected", "first_departure", "source_row", "source_column",
        "lower_limit", "upper_limit");

    public void Write(int tableId, PublishedTable table)
    {
        foreach (var c in table.Observations)
        {
            _observation.Write(tableId, c.Part, c.Area.Number, c.Month.Number, c.Figure.Count, c.RawText, c.Position.Row, c.Position.Column);
        }

        foreach (var c in table.Cumulatives)
        {
            _cumulative.Write(tableId, c.Part, c.Area.Number, c.Figure.Count, c.RawText, c.Position.Row, c.Position.Column);
        }
    }

    /// <summary>Counts all checks; <see cref="CheckResultEntity"/> says which are stored.</summary>
    public void Write(int tableId, IEnumerable<CheckResult> results)
    {
        foreach (var kind in results.GroupBy(f => f.Kind)) _checkCount.Write(tableId, (int)kind.Key, kind.Count(), kind.Count(f => !f.Passed));
        foreach (var f in results.Where(f => !f.Passed || f.Kind.IsSum()))
        {
            _result.Write(
                tableId, (int)f.Kind, f.Passed, f.Part, f.Area.Number, f.Month?.Number,
                f.Published, f.Expected, f.FirstDeparture?.Number, f.Position.Row, f.Position.Column,
                f.Limits?.Lower, f.Limits?.Upper);
        }
    }

    public void WriteMissing(int releaseId, int metricId) => _missing.Write(releaseId, metricId);

    public void Dispose()
    {
        _observation.Dispose();
        _cumulative.Dispose();
        _checkCount.Dispose();
        _missing.Dispose();
        _result.Dispose();
    }
}
