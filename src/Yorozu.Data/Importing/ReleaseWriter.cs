using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification;

namespace Yorozu.Data.Importing;

/// <summary>Turns a page into rows. It writes inside the caller's transaction and never commits.</summary>
internal sealed class ReleaseWriter(YorozuDbContext db)
{
    public async Task<ReleaseEntity> WriteAsync(ImportProposal proposal, ReleaseEntity release, CancellationToken cancellationToken)
    {
        var page = proposal.Page!;
        var metrics = await MetricsAsync(page, cancellationToken);
        var tables = page.Tables
            .Select((table, index) => ToEntity(table, index + 1, release, metrics[table.Metric.Key]))
            .ToList();
        release.Tables.AddRange(tables);
        db.Releases.Add(release);
        AddFindings(proposal.Findings, page.Tables.Zip(tables).ToDictionary(t => t.First.Metric.Key, t => t.Second));
        await db.SaveChangesAsync(cancellationToken);

        await using var cells = new CellWriter(db);
        foreach (var (table, entity) in page.Tables.Zip(tables)) await cells.WriteAsync(entity.Id, table, cancellationToken);
        return release;
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
        Parts = string.Join('\n', table.Parts),
        Definition = table.Definition,
        Notes = string.Join('\n', table.Notes),
        LastMonth = table.Observations.Where(o => o.Figure.IsPublished).Select(o => (int?)o.Month.Number).Max(),
        FigureCount = table.Observations.Count(o => o.Figure.IsPublished),
    };

    private void AddFindings(IReadOnlyList<Finding> findings, Dictionary<string, TableEntity> tables)
    {
        db.CheckCounts.AddRange(findings.GroupBy(f => (f.MetricKey, f.Kind)).Select(group => new CheckCountEntity
        {
            Table = tables[group.Key.MetricKey],
            Kind = group.Key.Kind,
            Checked = group.Count(),
            Failed = group.Count(f => !f.Holds),
        }));
        db.Findings.AddRange(findings.Where(f => !f.Holds || f.Severity == Severity.Error).Select(f => new FindingEntity
        {
            Table = tables[f.MetricKey],
            Kind = f.Kind,
            Holds = f.Holds,
            Part = f.Part,
            Area = f.Area.Number,
            Month = f.Month?.Number,
            Published = f.Published,
            Expected = f.Expected,
            FirstDeparture = f.FirstDeparture?.Number,
            Row = f.Position.Row,
            Column = f.Position.Column,
        }));
    }
}
