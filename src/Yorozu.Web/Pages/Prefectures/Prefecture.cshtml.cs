using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>Everything about one prefecture: all metrics of a year, and one metric by month and by year.</summary>
public sealed class PrefectureModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    /// <summary>The metric that is shown by month and by year; the lead metric when none is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Metric { get; set; }

    /// <summary>The key of the reference table that figures are shown per head of.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Per { get; set; }

    /// <summary>The usual view of the metric when none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public TrendView? TrendView { get; set; }

    /// <summary>The months of a ratio or rank.</summary>
    [BindProperty(SupportsGet = true)]
    public TrendSpan Span { get; set; }

    /// <summary>The months of the mean over all months.</summary>
    [BindProperty(SupportsGet = true), AllowedValues(null, TrendChoice.Smooth)]
    public string? Smooth { get; set; }

    public Prefecture Prefecture { get; private set; } = null!;

    /// <summary>Null when nothing is published at all.</summary>
    public PrefecturePage? Figures { get; private set; }

    /// <summary>The neighbours in code order, cyclic.</summary>
    public Prefecture Previous => Prefecture.FromNumber(Prefecture.Number == 1 ? 47 : Prefecture.Number - 1);

    public Prefecture Next => Prefecture.FromNumber(Prefecture.Number == 47 ? 1 : Prefecture.Number + 1);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!Prefecture.TryParse(code, null, out var prefecture)) return NotFound();
        Prefecture = prefecture;
        if (await snapshot.OfferedAsync(Per) is not { } coverage) return NotFound();
        if (coverage.Count == 0) return Page();
        if (MetricChoice.Of(coverage, Metric, Fy, text) is not { } choice) return NotFound();

        var figures = await PrefectureYear.ReadAsync(snapshot, coverage, prefecture, choice.Table.Year, text, cancellationToken);
        var years = await snapshot.TablesAsync(coverage.Where(c => c.Metric.Key == choice.Table.Metric.Key));
        var trend = await TrendBlock.LoadAsync(
            Request,
            snapshot,
            coverage,
            figures.Of(choice.Table.Metric.Key).Table,
            figures.Area,
            new(TrendView ?? TrendChoice.Usual(choice.Table.Metric), Span, Smooth is not null),
            [],
            text,
            cancellationToken);
        Figures = PrefecturePage.Of(prefecture, coverage, choice, figures, years, trend, Picker.Per(await snapshot.ReferencesAsync(), Per, text), text);
        return Page();
    }
}
