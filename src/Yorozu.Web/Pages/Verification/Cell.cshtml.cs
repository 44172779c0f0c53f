using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Ledger;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Verification;

/// <summary>The provenance of one figure: the documents that print it, with position and text.</summary>
public sealed class CellModel(YorozuDbContext db, RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true), Required]
    public string Metric { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; }

    /// <summary>The month; without one it is the 累計値 of <see cref="Fy"/>.</summary>
    [BindProperty(SupportsGet = true), MonthOfAFiscalYear]
    public YearMonth? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    public CellProvenance Cell { get; private set; } = null!;

    public CellVersion Shown => Cell.Versions[0];

    /// <summary>岡山県の相談実績件数、2026年4月.</summary>
    public string Heading
    {
        get
        {
            var column = Month?.FullName() ?? text["{0}の累計値", Cell.Address.Year.DisplayName()];
            return text["{0}の{1}、{2}", Area.DisplayName(), Cell.Metric.FullName(), column]
                + (Part is { Length: > 0 } part ? Words.Bracketed(Cell.Metric.PartName(part)) : "");
        }
    }

    public string Unit => Shown.Figure.IsPublished ? Cell.Metric.UnitName() : "";

    public string ReleaseNote =>
        text["{0} {1}分まで", Cell.Address.Year.DisplayName(), Shown.AsOf.MonthName()] + text["、"] + Words.Date(Shown.PublishedAt);

    public string Printed => Shown.RawText.Trim().Length == 0 ? text["（空欄）"] : Shown.RawText;

    /// <summary>The printed line of a text document; null for HTML and workbooks.</summary>
    public string? PrintedLine { get; private set; }

    /// <summary>The checks of this figure; null where there are none.</summary>
    public LedgerTable? Checks { get; private set; }

    public string VersionsHeading => Cell.Versions.Count == 1 ? text["この値の公表は1回"] : text["この値は{0}回公表された", Cell.Versions.Count];

    /// <summary>Each release with its difference from the one before.</summary>
    public IEnumerable<CellVersionLine> Versions => Cell.Versions.Select((v, i) => new CellVersionLine(
        v,
        text["{0}分まで（公表 {1}）", v.AsOf.MonthName(), v.ReleaseId],
        Words.Change(v.Figure.Count - Cell.Versions.ElementAtOrDefault(i + 1)?.Figure.Count),
        text.Say(v.Position.Name)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if ((Month?.FiscalYear ?? Fy) is not { } year) return NotFound();
        if (await db.ProvenanceAsync(snapshot.Current, new CellAddress(Metric, Part ?? "", Area, year, Month), cancellationToken) is not { } cell)
        {
            return NotFound();
        }

        Cell = cell;
        PrintedLine = await PrintedLineAsync(cancellationToken);
        var checks = await db.LedgerAsync(snapshot.Current, new LedgerFilter { MetricKey = Metric, Year = year, Area = Area }, cancellationToken);
        var own = checks.Where(c => c.CheckResult.Month == Month && c.CheckResult.Part == (Part ?? "")).ToList();
        if (own.Count > 0) Checks = LedgerTable.Of(text["公表値と計算値"], own, new Dictionary<LedgerRow, IReadOnlyList<Suspect>>(), text, showsMetric: false);
        return Page();
    }

    private async Task<string?> PrintedLineAsync(CancellationToken cancellationToken)
    {
        if (!Shown.Position.IsInText || await db.OriginalDocumentAsync(Shown.ReleaseId, cancellationToken) is not { } document) return null;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(document.EncodingName) ?? Encoding.GetEncoding(document.EncodingName);
        var lines = encoding.GetString(document.Bytes).ReplaceLineEndings("\n").Split('\n');
        return lines.ElementAtOrDefault(Shown.Position.Row - 1)?.Trim('\uFEFF').Replace('\t', '　');
    }
}

/// <summary>The figure in one release.</summary>
public sealed record CellVersionLine(CellVersion Version, string Release, string Change, string Place);
