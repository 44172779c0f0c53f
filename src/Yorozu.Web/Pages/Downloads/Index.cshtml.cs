using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Extracts.Pivots;
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

    public bool IsPivot => Choice.Format.Shape == CsvShape.Pivot;

    /// <summary>The chosen pivot; null for other shapes, without figures, and where <see cref="PivotFallback"/> says why there is none.</summary>
    public PivotView? Pivot { get; private set; }

    public string PivotFallback { get; private set; } = "";

    /// <summary>False for a pivot that cannot be.</summary>
    public bool HasFile { get; private set; } = true;

    public string Action => IsPivot ? text["表を表示する"] : text["行数と大きさを確かめる"];

    public IReadOnlyList<Picker> PivotPickers => PivotView.Pickers(Choice.Format.Pivot, text);

    public ExtractSummary Summary { get; private set; } = new(0, []);

    /// <summary>In bytes.</summary>
    public long Length { get; private set; }

    public bool IsEstimate => Csv is null && !IsPivot;

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

    /// <summary>Exact once the file is made.</summary>
    public string Size => IsEstimate ? FileSize.Of(Length) : FileSize.Exactly(Length);

    /// <summary>This page with the hash of the file.</summary>
    public string HashPath => "/downloads" + QueryText.Of(
        [.. Request.Parameters().Where(p => p.Key != HashField), KeyValuePair.Create(HashField, HashValue)]) + "#file-title";

    /// <summary>The same choice as a workbook.</summary>
    public string WorkbookPath => "/extracts/yorozu.xlsx" + QueryText.Of(
        [.. Choice.Filter.ToParameters(), .. (Choice.Format with { Encoding = CsvFormat.Utf8Bom }).ToParameters()]);

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>The columns that are explained one by one: of a pivot those before the figures.</summary>
    public IReadOnlyList<Column> ExplainedColumns { get; private set; } = [];

    /// <summary>What the columns of figures of a pivot are, up to 500 that differ in their heading only.</summary>
    public string ColumnsOfFigures { get; private set; } = "";

    public string OrderOfRows => IsPivot
        ? text["行と列の順は、指標は公表資料の順、地域はコードの順、月と年度は古い順です。"]
        : text["行の順は、年度、指標、内訳、地域コード、月です。"];

    public string FutureOfColumns => IsPivot
        ? text["集計の行と列は、選んだものと公表に応じて増減します。変わらない形は縦持ちです。"]
        : text["列は今後増えることがありますが、名前・順・意味は変えません。"];

    public IReadOnlyList<Snippet> Snippets => Yorozu.Web.Downloads.Descriptors.Snippets.For(Origin, Choice, Columns, Parts.Select(p => p.Name));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var choice = ExtractRequest.Parse(Parameters(), await ExtractVocabulary.LoadAsync(db, Request.Query.Keys, cancellationToken), out var errors);
        var hash = Request.Query[HashField];
        // A pivot that cannot be is no mistake in the address: a sentence says what to choose instead.
        var mistakes = errors.Except(choice.Refusals).ToList();
        Errors = hash.Count == 0 || hash == HashValue
            ? mistakes
            : [.. mistakes, new ValidationError("unknown-value", HashField, hash.ToString(), Phrase.Printed(HashValue))];
        if (Errors.Count == 0) Choice = choice;
        else Response.StatusCode = StatusCodes.Status400BadRequest;

        await MeasureAsync(cancellationToken);
        if (ExplainedColumns.Count == 0) ExplainedColumns = Columns;
        var (pinned, filter) = snapshot.Current.Named(Choice.Filter);
        if (hash == HashValue && HasFile) await MakeFileAsync(pinned, filter, cancellationToken);
        if (Csv is { } file) (Summary, Length) = (file.Summary, file.Length);
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

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (IsPivot)
        {
            Columns = ObservationDataset.Tidy.Columns;
            if (Choice.Refusals.Any()) Refuse([.. Choice.Refusals.Select(PivotView.Refusal)]);
            else await PivotAsync(cancellationToken);
            return;
        }

        Columns = ObservationDataset.InShape(Choice.Format.Shape).Columns;
        var estimate = await ExtractEstimate.OfAsync(db, snapshot.Current, Choice, cancellationToken);
        (Summary, Length) = (estimate.Summary, estimate.Length);
    }

    private async Task PivotAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var place = await cache.TakePlaceAsync(cancellationToken);
            var table = await PivotReader.ReadAsync(db, snapshot.Current, Choice, cancellationToken);
            var dataset = PivotDataset.Of(table, Choice.Format.Language);
            using var file = new MemoryStream();
            var query = new DatasetQuery(snapshot.Current, Choice.Filter);
            Summary = await CsvDocument.WriteAsync(dataset, db, query, Choice.Format, file, cancellationToken);
            (Length, Columns) = (file.Length, dataset.Columns);
            ExplainedColumns = [.. Columns.SkipLast(table.Columns.Count)];
            ColumnsOfFigures = PivotView.Explain([.. Columns.Skip(ExplainedColumns.Count)], table.Layout, text);
            if (table.Rows.Count > 0) Pivot = PivotView.Of(table, text);
            else PivotFallback = text["選んだ条件の値はありません。期間、指標、内訳のどれかを選び直してください。"];
        }
        catch (PivotTooLargeException exception)
        {
            Refuse(exception.Reason);
        }
        catch (ExtractBusyException)
        {
            Refuse(new Phrase("いまはほかのファイルを作っているため、集計できません。しばらくしてからもう一度開いてください。"));
            (Response.StatusCode, Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, ExtractFile.RetryAfterSeconds);
            Response.Headers.CacheControl = "no-store";
        }
    }

    private void Refuse(params Phrase[] reasons) => (HasFile, PivotFallback) = (false, string.Join(' ', reasons.Select(r => text.Say(r))));

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
