using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>Size and replaced characters of a CSV of observations, without writing it.</summary>
/// <param name="Summary">The exact number of rows, and the characters replaced in one of its areas.</param>
/// <param name="Length">The approximate number of bytes, extrapolated from one area.</param>
public sealed record ExtractEstimate(ExtractSummary Summary, long Length)
{
    public static async Task<ExtractEstimate> OfAsync(YorozuDbContext db, Snapshot snapshot, ExtractRequest request, CancellationToken cancellationToken)
    {
        var filter = request.Filter;
        var areas = filter.Areas.Count == 0 ? Area.All : filter.Areas;
        var sample = new DatasetQuery(snapshot, filter with { Areas = [areas[areas.Count / 2]] });
        using var file = new MemoryStream();
        var part = await CsvDocument.WriteAsync(ObservationDataset.InShape(request.Format.Shape), db, sample, request.Format, file, cancellationToken);

        var tables = await db.ObservationTablesAsync(snapshot, filter, cancellationToken);
        var rows = await CountAsync(db, tables, request, cancellationToken);
        var heading = file.GetBuffer().AsSpan().IndexOf((byte)'\n') + 1;
        return new ExtractEstimate(part with { Rows = rows }, heading + ((file.Length - heading) * rows / Math.Max(1, part.Rows)));
    }

    /// <summary>The exact number of rows.</summary>
    /// <param name="tables">The tables that match the filter.</param>
    public static async Task<long> CountAsync(
        YorozuDbContext db, IReadOnlyList<ObservationTable> tables, ExtractRequest request, CancellationToken cancellationToken)
    {
        var (filter, areas, isWide) = (request.Filter, request.Filter.Areas.Select(a => a.Number).ToList(), request.Format.Shape == CsvShape.Wide);
        var without = tables.SelectMany(t => t.Parts).Distinct().Where(p => !filter.Includes(p)).ToList();
        var cells = db.Observations.AsQueryable();
        if (without.Count > 0) cells = cells.Where(o => !without.Contains(o.Part));
        if (filter.ExcludesTotals) cells = cells.Where(o => o.Area != 0);
        if (areas.Count > 0) cells = cells.Where(o => areas.Contains(o.Area));
        if (filter.From is { } from) cells = cells.Where(o => o.Month >= from.Number);
        if (filter.To is { } to) cells = cells.Where(o => o.Month <= to.Number);

        var whole = tables.Where(t => t.Earlier.Count == 0).Select(t => t.Id).ToList();
        var ofWhole = cells.Where(o => whole.Contains(o.TableId));
        var rows = await (isWide ? ofWhole.Select(o => new { o.TableId, o.Part, o.Area }).Distinct().LongCountAsync(cancellationToken)
            : ofWhole.LongCountAsync(cancellationToken));
        foreach (var table in tables.Where(t => t.Earlier.Count > 0))
        {
            var spans = table.Earlier.Select(e => e.Span).Prepend(table.Span).ToList();
            var ids = spans.ConvertAll(s => s.TableId);
            var keys = await cells.Where(o => ids.Contains(o.TableId)).Select(o => new { o.TableId, o.Part, o.Area, o.Month }).ToListAsync(cancellationToken);
            var current = keys.Where(k => TableSpan.Current(spans, k.Month)?.TableId == k.TableId);
            rows += isWide ? current.DistinctBy(k => (k.Part, k.Area)).LongCount() : current.LongCount();
        }

        return rows;
    }
}
