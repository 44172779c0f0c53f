using Yorozu.Data.Audit;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Data.Publishing;

/// <summary>Writes a page as rows. Uses the caller's transaction and never commits.</summary>
internal sealed class ReleaseWriter(YorozuDbContext db)
{
    /// <summary>Writes the release of a page that was read.</summary>
    /// <returns>The number of the release.</returns>
    public async Task<int> WriteAsync(
        ImportProposal proposal, Snapshot next, DateOnly publishedOn, Actor actor, string note, CancellationToken cancellationToken)
    {
        var page = proposal.Page!;
        var sequence = await db.NextSequenceAsync(page, cancellationToken);
        var document = await DocumentAsync(proposal.Document, page, cancellationToken);
        var publishedAs = await db.DisplayNameAsync(actor.AccountId, cancellationToken);
        using var releases = new RowInsert(
            db, "releases",
            "document_id", "fiscal_year", "as_of", "sequence", "published_version", "published_at", "published_on", "published_by", "published_as", "note");
        var release = releases.WriteNew(
            document, page.FiscalYear.StartYear, page.AsOf.Number, sequence, next.Version, StoredTime.Of(next.Since), publishedOn, actor.Name,
            publishedAs, note);

        db.WriteDecisions(release, proposal.Decisions);
        var metrics = await MetricsAsync(page, cancellationToken);
        WriteTables(proposal, page, release, TableEntity.PrecedenceOf(page.AsOf.Number, sequence), metrics, cancellationToken);
        return release;
    }

    // A withdrawn document published again is the same document in a new release.
    private async Task<int> DocumentAsync(DocumentFile document, PublishedPage page, CancellationToken cancellationToken)
    {
        if (await db.DocumentAsync(document.Sha256, cancellationToken) is { } stored) return stored;

        using var documents = new RowInsert(db, "documents", "sha256", "file_name", "media_type", "encoding_name", "bytes");
        var mediaType = page.Format switch
        {
            DocumentFormat.Html => "text/html",
            DocumentFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "text/plain",
        };
        return documents.WriteNew(document.Sha256, document.Name, mediaType, page.EncodingName, document.Bytes.ToArray());
    }

    /// <summary>The numbers of the metrics by key, with those that are new to the store.</summary>
    private async Task<Dictionary<string, int>> MetricsAsync(PublishedPage page, CancellationToken cancellationToken)
    {
        var stored = await db.StoredMetricsAsync(cancellationToken);
        var numbers = stored.ToDictionary(m => m.Key, m => m.Id);
        var afterCatalogue = Math.Max(MetricCatalogue.Default.Metrics.Length, stored.Select(m => m.Order + 1).DefaultIfEmpty().Max());
        using var metrics = new RowInsert(db, "metrics", "key", "section", "group_name", "name", "sort_order");
        foreach (var metric in page.Tables.Select(t => t.Metric).Where(m => !numbers.ContainsKey(m.Key)))
        {
            var order = metric.IsCatalogued ? metric.Order : afterCatalogue++;
            numbers[metric.Key] = metrics.WriteNew(metric.Key, metric.Section, metric.Group, metric.Name, order);
        }

        return numbers;
    }

    private void WriteTables(
        ImportProposal proposal, PublishedPage page, int release, long precedence, Dictionary<string, int> metrics, CancellationToken cancellationToken)
    {
        using var tables = new RowInsert(
            db, "tables",
            "release_id", "metric_id", "fiscal_year", "precedence", "ordinal", "source_table", "source_row", "heading", "unit", "has_cumulative",
            "definition", "notes", "last_month", "figure_count", "first_month", "end_month");
        using var parts = new RowInsert(db, "table_parts", "table_id", "ordinal", "name");
        using var cells = new CellWriter(db);
        var results = proposal.CheckResults.ToLookup(f => f.MetricKey);
        foreach (var (index, table) in page.Tables.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var id = tables.WriteNew(
                release,
                metrics[table.Metric.Key],
                page.FiscalYear.StartYear,
                precedence,
                index + 1,
                table.Position.Table,
                table.Position.Row,
                table.Heading,
                table.Metric.Unit,
                table.HasCumulative,
                table.Definition,
                string.Join('\n', table.Notes),
                table.Observations.Where(o => o.Figure.IsPublished).Select(o => (int?)o.Month.Number).Max(),
                table.Observations.Count(o => o.Figure.IsPublished),
                table.Months.Min().Number,
                Math.Min(table.Months.Max().Number, page.AsOf.Number));
            foreach (var (ordinal, part) in table.Parts.Index()) parts.Write(id, ordinal + 1, part);
            cells.Write(id, table);
            cells.Write(id, results[table.Metric.Key]);
        }

        foreach (var missing in proposal.CheckResults.Where(f => f is { Kind: CheckKind.Missing, Passed: false }))
        {
            cells.WriteMissing(release, metrics[missing.MetricKey]);
        }
    }
}
