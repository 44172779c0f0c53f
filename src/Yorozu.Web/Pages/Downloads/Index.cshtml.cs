using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts;
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
using Yorozu.Web.Downloads.OpenApi;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Downloads;

/// <summary>Choose an extract and know what it is before it is fetched: rows, size, address, how to load and cite it.</summary>
[RefusesUnknownParameters]
public sealed class IndexModel(
    YorozuDbContext db, RequestSnapshot snapshot, ExtractCache cache, SiteHosts hosts, EndpointDataSource endpoints, IStringLocalizer<UiText> text)
    : PageModel
{
    /// <summary>What the page calls the parameter <c>lang</c> of the extracts, because its own <c>lang</c> is the language of the page.</summary>
    private const string HeadingsField = "headings";

    /// <summary>Requests the hash with 1, for which the file must be written; otherwise the page writes none.</summary>
    private const string HashField = "hash";

    private const string HashValue = "1";

    private const string ObservationsPath = "/extracts/observations.csv";

    private static readonly string[] OwnParameters = ["lang", HeadingsField, HashField];

    public IReadOnlyList<(string Section, IReadOnlyList<Metric> Metrics)> Sections { get; private set; } = [];

    public string ChosenAreas => Choice.Filter.Areas.Count == 0 ? text["全国と47都道府県"] : text["{0}か所", Choice.Filter.Areas.Count];

    /// <summary>The printed names of parts, and what the page calls them.</summary>
    public IReadOnlyList<(string Name, string Label)> Parts { get; private set; } = [];

    public IReadOnlyList<FiscalYear> Years { get; private set; } = [];

    public IReadOnlyList<ValidationError> Errors { get; private set; } = [];

    public ExtractRequest Choice { get; private set; } = new(ObservationFilter.All, new CsvFormat());

    public ExtractSummary Summary { get; private set; } = null!;

    /// <summary>In bytes; an estimate until the file is written.</summary>
    public long Length { get; private set; }

    /// <summary>The file, where its hash is asked for and it can be made.</summary>
    public CachedExtract? Csv { get; private set; }

    public bool CannotMakeFile { get; private set; }

    public Citation Citation { get; private set; } = null!;

    public string AddressLabel => Choice.Filter.AsOf is null
        ? text["このファイルのURL（いつも最新のデータを返します）"]
        : text["このファイルのURL（{0}のデータを返します）", text.Say(snapshot.Current.Name!.Title)];

    public string CitationLabel => snapshot.Current.Name?.Day is null
        ? text["引用（この版に固定したURL）"]
        : text["引用（この日の時点のURL。取り下げや後からの取り込みで、値が変わることがあります）"];

    /// <summary>The addresses besides the CSV that is chosen here.</summary>
    public IReadOnlyList<DescribedAddress> OtherAddresses =>
        [.. DescribedAddress.All(endpoints).Where(a => a.Path != ObservationsPath), .. DescribedAddress.Descriptors];

    /// <summary>What is cited besides where figures per head are.</summary>
    public IReadOnlyList<Citation> Denominators { get; private set; } = [];

    /// <summary>The data as JSON-LD, for search engines of datasets.</summary>
    public string Description { get; private set; } = "";

    private string Origin => hosts.Origin(HttpContext);

    /// <summary>The address of the chosen file, without the server.</summary>
    public string Path => ObservationsPath + Choice.ToQueryString();

    public string Address => Origin + Path;

    /// <summary>This page with the hash of the file.</summary>
    public string HashPath => "/downloads" + QueryText.Of(
        [.. Request.Parameters().Where(p => p.Key != HashField), KeyValuePair.Create(HashField, HashValue)]) + "#file-title";

    /// <summary>The same choice as a workbook.</summary>
    public string WorkbookPath => "/extracts/yorozu.xlsx" + QueryText.Of(
        [.. Choice.Filter.ToParameters(), .. (Choice.Format with { Encoding = CsvFormat.Utf8Bom }).ToParameters()]);

    public IReadOnlyList<Column> Columns => ObservationDataset.InShape(Choice.Format.Shape).Columns;

    public IReadOnlyList<Snippet> Snippets => Yorozu.Web.Downloads.Descriptors.Snippets.For(Address, Choice.Format);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var choice = ExtractRequest.Parse(Parameters(), await ExtractVocabulary.LoadAsync(db, Request.Query.Keys, cancellationToken), out var errors);
        var hash = Request.Query[HashField];
        Errors = hash.Count == 0 || hash == HashValue
            ? errors
            : [.. errors, new ValidationError("unknown-value", HashField, hash.ToString(), Phrase.Printed(HashValue))];
        if (Errors.Count == 0) Choice = choice;
        else Response.StatusCode = StatusCodes.Status400BadRequest;

        var estimate = await ExtractEstimate.OfAsync(db, snapshot.Current, Choice, cancellationToken);
        var pinned = await db.NamedByPublicationAsync(snapshot.Current, cancellationToken);
        var filter = Choice.Filter.AsOf is null ? Choice.Filter : Choice.Filter with { AsOf = pinned.Name };
        if (hash == HashValue) await MakeFileAsync(pinned, filter, cancellationToken);
        (Summary, Length) = Csv is { } file ? (file.Summary, file.Length) : (estimate.Summary, estimate.Length);
        Citation = Citation.For(snapshot.Current, Choice, Csv, Origin);
        Denominators = [.. Citation.OfDenominators(await snapshot.ReferencesAsync(), Origin)];
        var coverage = await snapshot.CoverageAsync();
        var site = new DescribedSite(pinned, new ObservationFilter { AsOf = filter.AsOf }, Origin);
        Description = DatasetDescription.Of(site, coverage, csv: null).ToJsonString(ReadableJson.Options);
        Sections = [.. coverage
            .Select(c => c.Metric)
            .DistinctBy(m => m.Key)
            .GroupBy(m => m.Section, (section, metrics) => (Words.Term(section), (IReadOnlyList<Metric>)[.. metrics]))];
        Parts = [.. coverage
            .SelectMany(c => c.Head.PartsOfAll, (c, part) => (part, c.Metric.PartName(part)))
            .Where(p => p.part.Length > 0)
            .DistinctBy(p => p.part)
            .OrderBy(p => p.part, StringComparer.Ordinal)];
        Years = [.. coverage.Select(c => c.Year).Distinct().OrderDescending()];
        return Page();
    }

    private async Task MakeFileAsync(Snapshot pinned, ObservationFilter filter, CancellationToken cancellationToken)
    {
        try
        {
            Csv = await cache.GetAsync(ExtractFiles.Observations(pinned, Choice with { Filter = filter }), cancellationToken);
        }
        catch (Exception exception) when (ExtractProblems.Of(exception) is not null)
        {
            CannotMakeFile = true;
            // Not cached, so that the reader can try again.
            Response.Headers.CacheControl = "no-store";
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Parameters()
    {
        var headings = Request.Query[HeadingsField].Select(v => KeyValuePair.Create(ExtractParameter.Language.Name, v ?? ""));
        return Request.Parameters().Where(p => !OwnParameters.Contains(p.Key)).Concat(headings);
    }
}
