using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Web.Links;

namespace Yorozu.Web.Snapshots;

/// <summary>The snapshot of this request: found once before the page runs.</summary>
public sealed class RequestSnapshot(YorozuDbContext db, SnapshotCache cache)
{
    private Snapshot? _snapshot;

    /// <summary>False on pages that must work without the store, such as the error page.</summary>
    public bool IsKnown => _snapshot is not null;

    public Snapshot Current => _snapshot ?? throw new InvalidOperationException("This page has no snapshot: it does not use the store.");

    /// <summary>What is published at all.</summary>
    public Task<IReadOnlyList<Coverage>> CoverageAsync() => cache.CoverageAsync(db, Current);

    /// <summary>The latest month and the checks, or null when nothing is published.</summary>
    public async Task<SnapshotSummary?> SummaryAsync() => SnapshotSummary.Of(await CoverageAsync());

    /// <summary>What each release brought, the newest first.</summary>
    public Task<IReadOnlyList<ReleaseChanges>> ReleaseChangesAsync() => cache.ReleaseChangesAsync(db, Current);

    /// <summary>How far figures of a series usually move, or null while that is not known.</summary>
    public Task<RevisionSize?> RevisionSizeAsync(string metricKey, string part, Area area) => cache.RevisionSizeAsync(db, Current, metricKey, part, area);

    /// <summary>Current tables whole, or some rows of them.</summary>
    public async Task<IReadOnlyList<MetricYear>> MetricYearsAsync(MetricYearFilter filter, CancellationToken cancellationToken) =>
        await db.MetricYearsAsync(await CoverageAsync(), filter, cancellationToken);

    /// <summary>The tables that figures can be shown per head of.</summary>
    public Task<IReadOnlyList<ReferenceTable>> ReferencesAsync() => cache.ReferencesAsync(db, Current);

    /// <summary>What pages can show: the published metrics, per head where that is asked for, and the indicators.</summary>
    /// <param name="per">The key of a reference table; null for the published figures.</param>
    /// <returns>Null when there is no such table.</returns>
    public async Task<IReadOnlyList<Coverage>?> OfferedAsync(string? per)
    {
        var published = await CoverageAsync();
        if (per is null) return [.. published, .. published.Indicators()];
        return (await ReferencesAsync()).FirstOrDefault(r => r.Key == per) is { } reference
            ? [.. published.Select(c => c.PerHead(reference)), .. published.Indicators()]
            : null;
    }

    /// <summary>Whole tables, the published ones kept for as long as the snapshot lasts.</summary>
    public Task<IReadOnlyList<MetricYear>> TablesAsync(IEnumerable<Coverage> tables) =>
        ComputedTables.ReadAsync(tables, published => cache.TablesAsync(db, Current, published));

    /// <summary>One whole table.</summary>
    public async Task<MetricYear> TableAsync(Coverage table) => (await TablesAsync([table])).Single();

    /// <summary>The rows of some areas.</summary>
    public Task<IReadOnlyList<MetricYear>> RowsAsync(IEnumerable<Coverage> tables, IReadOnlyList<Area> areas, CancellationToken cancellationToken) =>
        ComputedTables.ReadAsync(tables, published => db.MetricYearsAsync(published, new() { Areas = areas }, cancellationToken));

    /// <summary>The table of a metric that is published for the year.</summary>
    public async Task<MetricYear> MetricYearAsync(string metricKey, FiscalYear year, CancellationToken cancellationToken, IReadOnlyList<Area>? areas = null) =>
        (await MetricYearsAsync(new() { MetricKey = metricKey, Year = year, Areas = areas }, cancellationToken)).Single();

    internal void Set(Snapshot? snapshot) => _snapshot = snapshot;
}

/// <summary>Finds the <see cref="RequestSnapshot"/> from <c>asof</c>; refuses addresses whose parameters cannot be read.</summary>
public sealed class SnapshotFilter(YorozuDbContext db, RequestSnapshot requestSnapshot) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.ActionDescriptor.ViewEnginePath == "/Error")
        {
            // A failed request may already have a snapshot, and the store may be the cause.
            requestSnapshot.Set(null);
        }
        else
        {
            if (!context.ModelState.IsValid || !AreaSet.AreAreas(context.HttpContext.Request.Query["highlight"]))
            {
                context.Result = new BadRequestResult();
                return;
            }

            var text = context.HttpContext.Request.Query["asof"].ToString();
            var isPage = (AsOf.TryParse(text, out var asOf) || text.Length == 0) && HasHandler(context) && HasOneSpelling(context);
            var snapshot = isPage ? await db.FindSnapshotAsync(asOf, context.HttpContext.RequestAborted) : null;
            if (snapshot is null)
            {
                context.Result = new NotFoundResult();
                return;
            }

            requestSnapshot.Set(snapshot);
        }

        await next();
    }

    // Without a snapshot the page would be rendered with an empty model.
    private static bool HasHandler(PageHandlerExecutingContext context) =>
        context.HandlerMethod is not null || context.ActionDescriptor.HandlerMethods.Count == 0;

    // 1 and not 01: otherwise each release would have several cached addresses.
    private static bool HasOneSpelling(PageHandlerExecutingContext context) => context.HandlerArguments.All(argument =>
        argument.Value is not int number
        || context.RouteData.Values[argument.Key] as string is not { } text
        || text == number.ToString(CultureInfo.InvariantCulture));
}
