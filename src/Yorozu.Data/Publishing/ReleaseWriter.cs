using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Publishing;

/// <summary>Writes a page as rows. Uses the caller's transaction and never commits.</summary>
internal sealed class ReleaseWriter(YorozuDbContext db)
{
    public async Task WriteAsync(ImportProposal proposal, ReleaseEntity release, CancellationToken cancellationToken)
    {
        var page = proposal.Page!;
        var metrics = await MetricsAsync(page, cancellationToken);
        var tables = page.Tables
            .Select((table, index) => ToEntity(table, index + 1, release, metrics[table.Metric.Key]))
            .ToList();
        release.Tables.AddRange(tables);
        db.Releases.Add(release);
        await db.SaveChangesAsync(cancellationToken);

        using var cells = new CellWriter(db);
        var results = proposal.CheckResults.ToLookup(f => f.MetricKey);
        foreach (var (table, entity) in page.Tables.Zip(tables))
        {
            cancellationToken.ThrowIfCancellationRequested();
            cells.Write(entity.Id, table);
            cells.Write(entity.Id, results[table.Metric.Key]);
        }
    }

    private async Task<Dictionary<string, MetricEntity>> MetricsAsync(PublishedPage page, CancellationToken cancellationToken)
    {
        var stored = await db.Metrics.AsTracking().ToDictionaryAsync(m => m.Key, cancellationToken);
        var afterCatalogue = Math.Max(MetricCatalogue.Default.Metrics.Length, stored.Values.Select(m => m.Order + 1).DefaultIfEmpty().Max());
        foreach (var metric in page.Tables.Select(t => t.Metric).Where(m => !stored.ContainsKey(m.Key)))
        {
            stored[metric.Key] = new MetricEntity
            {
                Key = metric.Key,
                Section = metric.Section,
                Group = metric.Group,
                Name = metric.Name,
                Order = metric.IsCatalogued ? metric.Order : afterCatalogue++,
            };
        }

        return stored;
    }

    private static TableEntity ToEntity(PublishedTable table, int ordinal, ReleaseEntity release, MetricEntity metric) => new()
    {
        Release = release,
        Metric = metric,
        FiscalYear = release.FiscalYear,
        Precedence = TableEntity.PrecedenceOf(release.AsOf, release.Sequence),
        Ordinal = ordinal,
        SourceTable = table.Position.Table,
        Row = table.Position.Row,
        Heading = table.Heading,
        Unit = table.Metric.Unit,
        HasCumulative = table.HasCumulative,
        Parts = [.. table.Parts.Select((part, index) => new TablePartEntity { Ordinal = index + 1, Name = part })],
        Definition = table.Definition,
        Notes = string.Join('\n', table.Notes),
        LastMonth = table.Observations.Where(o => o.Figure.IsPublished).Select(o => (int?)o.Month.Number).Max(),
        FigureCount = table.Observations.Count(o => o.Figure.IsPublished),
        FirstMonth = table.Months.Min().Number,
        EndMonth = Math.Min(table.Months.Max().Number, release.AsOf),
    };
}
