using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Revisions;

/// <summary>Month × release: how the figures of a metric and area changed from one release to the next.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    [BindProperty(SupportsGet = true)]
    public Area Area { get; set; } = Area.Nation;

    [BindProperty(SupportsGet = true)]
    public string? Part { get; set; }

    /// <summary>A sentence about the fallback; empty when the request is shown as asked.</summary>
    public string Fallback { get; private set; } = "";

    public IReadOnlyList<Picker> Pickers { get; private set; } = [];

    /// <summary>Null when nothing is published at all.</summary>
    public RevisionTriangleTable? Table { get; private set; }

    /// <summary>How large revisions usually are, or that this cannot be said yet.</summary>
    public string Size { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var coverage = await snapshot.CoverageAsync();
        if (coverage.Count == 0) return Page();
        if (MetricChoice.Of(coverage, Metric, Fy, text) is not { } choice) return NotFound();

        var (metric, year) = (choice.Table.Metric, choice.Table.Year);
        var table = await snapshot.MetricYearAsync(metric.Key, year, cancellationToken, []);
        // The form sends the part of the previous metric; a part that no metric has is invalid.
        if (Part is not null && !table.Parts.Contains(Part) && !coverage.Any(c => HasPart(c.Metric, Part))) return NotFound();

        var part = Part is not null && table.Parts.Contains(Part) ? Part : table.MainPart;
        if (await db.RevisionTriangleAsync(snapshot.Current, metric.Key, year, part, Area, cancellationToken) is not { } triangle) return NotFound();

        Fallback = choice.Fallback;
        Pickers =
        [
            Picker.Metrics("metric", text["指標"], coverage, year, metric.Key, text),
            Picker.Years(coverage, choice.Table, text),
            .. table.Parts.Count > 1
                ? [new Picker("part", text["内訳"], [.. table.Parts.Select(p => new PickerOption(p, metric.PartName(p), p == part))])]
                : Array.Empty<Picker>(),
            Picker.Areas(text["地域"], Area),
        ];
        var latest = (await db.CheckTalliesAsync(snapshot.Current, cancellationToken))
            .FirstOrDefault(t => t.Metric.Key == metric.Key && t.Year == year && t.Kind == CheckKind.Revision)?.Failed ?? 0;
        Table = RevisionTriangleTable.Of(triangle, latest, text);
        Size = SizeText(await snapshot.RevisionSizeAsync(metric.Key, part, Area), metric);
        return Page();
    }

    private LocalizedString SizeText(RevisionSize? size, Metric metric)
    {
        if (size is null) return text["まだ示せません。2回以上公表された月が{0}か月たまると、速報値がふつうどれだけ変わるかをここに示します。", RevisionSizeQuery.MinMonths];
        var (months, revised) = (size.Months, size.Revised);
        if (revised == 0) return text["2回以上公表された{0}か月のうち、改訂された月はありません。", months];
        if (size.Shares is not { } shares)
        {
            return text[
                "値が小さいため割合では示しません。2回以上公表された{0}か月のうち{1}か月が改訂され、差は{2}から{3}まででした。",
                months,
                revised,
                Words.Change(size.Least),
                Words.Change(size.Greatest)];
        }

        return Math.Max(Math.Abs(shares.Lower), Math.Abs(shares.Upper)) < Words.LeastChange
            ? text[
                "2回以上公表された{0}か月のうち{1}か月が改訂されました。差は{2}から{3}までで、半分以上の月は0.1%も変わっていません。",
                months,
                revised,
                Words.Change(size.Least),
                Words.Change(size.Greatest)]
            : text[
                "{0}か月分の最初と最後の公表を比べると、変化の半分は{1}から{2}の間、中央は{3}です。",
                months,
                Words.SignedChange(shares.Lower, metric),
                Words.SignedChange(shares.Upper, metric),
                Words.SignedChange(shares.Median, metric)];
    }

    // A metric outside the catalogue may have any part.
    private static bool HasPart(Metric metric, string part) => !metric.IsCatalogued || metric.Parts.Any(p => p.Name == part);
}
