using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Queries.Series;

/// <summary>A cell of the published tables: a month, or without one the 累計値 of a fiscal year.</summary>
public sealed record CellAddress(string MetricKey, string Part, Area Area, FiscalYear Year, YearMonth? Month);

/// <summary>The provenance of a figure: its cell in each release, the current one first.</summary>
public sealed record CellProvenance(Metric Metric, CellAddress Address, IReadOnlyList<CellVersion> Versions);

/// <summary>The cell in one release.</summary>
public sealed record CellVersion(
    int ReleaseId,
    YearMonth AsOf,
    int Sequence,
    DateTimeOffset PublishedAt,
    string FileName,
    string EncodingName,
    string Heading,
    Figure Figure,
    string RawText,
    SourcePosition Position);

/// <summary>Traces a figure to the documents that print it.</summary>
public static class ProvenanceQuery
{
    /// <summary>Null when no standing release of the snapshot has the cell.</summary>
    public static async Task<CellProvenance?> ProvenanceAsync(
        this YorozuDbContext db, Snapshot snapshot, CellAddress address, CancellationToken cancellationToken)
    {
        var tables = db.StandingAt(snapshot)
            .Where(t => t.Metric.Key == address.MetricKey && t.FiscalYear == address.Year.StartYear)
            .OrderByDescending(t => t.Precedence);
        var cells = await Cells(db, tables, address).ToListAsync(cancellationToken);
        if (cells.Count == 0) return null;

        var metric = await tables.Select(t => new { t.Metric, t.Unit }).FirstAsync(cancellationToken);
        return new CellProvenance(metric.Metric.ToMetric(metric.Unit), address, [.. cells.Select(c => new CellVersion(
            c.ReleaseId,
            YearMonth.FromNumber(c.AsOf),
            c.Sequence,
            c.PublishedAt,
            c.FileName,
            c.EncodingName,
            c.Heading,
            Figure.Of(c.Value),
            c.RawText,
            new SourcePosition(c.SourceTable, c.Row, c.Column)))]);
    }

    private static IQueryable<CellRow> Cells(YorozuDbContext db, IQueryable<TableEntity> tables, CellAddress address) => address.Month is { } month
        ? from t in tables
          join o in db.Observations on t.Id equals o.TableId
          where o.Part == address.Part && o.Area == address.Area.Number && o.Month == month.Number
          orderby t.Precedence descending
          select new CellRow(
              t.ReleaseId, t.Release.AsOf, t.Release.Sequence, t.Release.PublishedAt, t.Release.Document.FileName, t.Release.Document.EncodingName,
              t.Heading, o.Value, o.RawText, t.SourceTable, o.Row, o.Column)
        : from t in tables
          join c in db.Cumulatives on t.Id equals c.TableId
          where c.Part == address.Part && c.Area == address.Area.Number
          orderby t.Precedence descending
          select new CellRow(
              t.ReleaseId, t.Release.AsOf, t.Release.Sequence, t.Release.PublishedAt, t.Release.Document.FileName, t.Release.Document.EncodingName,
              t.Heading, c.Value, c.RawText, t.SourceTable, c.Row, c.Column);

    private sealed record CellRow(
        int ReleaseId,
        int AsOf,
        int Sequence,
        DateTimeOffset PublishedAt,
        string FileName,
        string EncodingName,
        string Heading,
        long? Value,
        string RawText,
        int SourceTable,
        int Row,
        int Column);
}
