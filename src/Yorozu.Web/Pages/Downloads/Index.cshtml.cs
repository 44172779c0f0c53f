using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Caching;
using Yorozu.Web.Downloads.Descriptors;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Downloads;

/// <summary>Choose an extract and know what it is before it is fetched: rows, size, hash, address, how to load and cite it.</summary>
[RefusesUnknownParameters]
public sealed class IndexModel(YorozuDbContext db, RequestView view, ExtractCache cache, SiteHosts hosts) : PageModel
{
    /// <summary>What the page calls the parameter <c>lang</c> of the extracts, because its own <c>lang</c> is the language of the page.</summary>
    private const string HeadingsField = "headings";

    private static readonly string[] OwnParameters = ["lang", HeadingsField];

    public IReadOnlyList<Metric> Metrics { get; private set; } = [];

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    public IReadOnlyList<ParameterProblem> Problems { get; private set; } = [];

    public ExtractRequest Choice { get; private set; } = new(ObservationFilter.All, new CsvFormat());

    /// <summary>The chosen file; null, as the others are, while the server cannot write files.</summary>
    public CachedExtract? Csv { get; private set; }

    public IReadOnlyList<(TableExtract Table, CachedExtract? File)> Companions { get; private set; } = [];

    public Citation? Citation { get; private set; }

    private string Origin => hosts.Origin(HttpContext);

    /// <summary>The address of the chosen file, without the server.</summary>
    public string Path => "/extracts/observations.csv" + Choice.ToQueryString();

    public string Address => Origin + Path;

    /// <summary>The same choice as a workbook.</summary>
    public string WorkbookPath => "/extracts/yorozu.xlsx" + QueryText.Of(
        [.. Choice.Filter.ToParameters(), .. (Choice.Format with { Shape = CsvShape.Tidy, Encoding = CsvEncoding.Default }).ToParameters()]);

    public IReadOnlyList<Column> Columns => Choice.Format.Shape == CsvShape.Wide ? ObservationSchema.Wide : ObservationSchema.Tidy;

    public IReadOnlyList<Snippet> Snippets => Web.Downloads.Descriptors.Snippets.For(Address, Choice.Format);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var choice = ExtractRequest.Parse(Parameters(), await ExtractVocabulary.LoadAsync(db, cancellationToken), out var problems);
        Problems = problems;
        if (problems.Count == 0) Choice = choice;
        else Response.StatusCode = StatusCodes.Status400BadRequest;

        var state = await db.StateOfAsync(view.Current, cancellationToken);
        Csv = await cache.FindAsync(ExtractFiles.Observations(state, Choice), cancellationToken);
        var companions = new List<(TableExtract Table, CachedExtract? File)>();
        foreach (var table in TableExtracts.Companions) companions.Add((table, await cache.FindAsync(ExtractFiles.Whole(table, state, new CsvFormat()), cancellationToken)));
        Companions = companions;
        if (Csv is not null) Citation = await Citation.ForAsync(db, state, Choice, Csv, Origin, cancellationToken);
        // To be tried again, hence not kept.
        if (Csv is null || companions.Exists(c => c.File is null)) Response.Headers.CacheControl = "no-store";
        var coverage = await view.CoverageAsync();
        Metrics = [.. coverage.Select(c => c.Metric).DistinctBy(m => m.Key)];
        Years = [.. coverage.Select(c => c.Year).Distinct().OrderDescending()];
        return Page();
    }

    private IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        var headings = Request.Query[HeadingsField].Select(v => KeyValuePair.Create(ExtractParameter.Language.Name, v ?? ""));
        return Request.Parameters().Where(p => !OwnParameters.Contains(p.Key)).Concat(headings);
    }
}
