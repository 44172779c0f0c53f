using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>The table in its published layout, for comparison with the original by eye.</summary>
public sealed class PrintModel(RequestSnapshot snapshot, IStringLocalizer<UiText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public FiscalYear? Fy { get; set; }

    public MetricYear Table { get; private set; } = null!;

    public bool HasParts => Table.Parts.Count > 1;

    /// <summary>The section, group and heading as published, with the unit where the heading does not say it.</summary>
    public string Caption
    {
        get
        {
            var unit = Table.Heading.Contains(Table.Metric.Unit, StringComparison.Ordinal) ? "" : $"（{Table.Metric.Unit}）";
            return string.Join('　', new[] { Table.Metric.Section, Table.Metric.Group, Table.Heading + unit, Table.Year.Name }.Where(t => t.Length > 0));
        }
    }

    /// <summary>The months, and 累計値 where the page prints it.</summary>
    public IReadOnlyList<string> Columns => [.. Months.Select(m => m.MonthName()), .. Table.HasCumulative ? [text["累計値"]] : Array.Empty<string>()];

    /// <summary>The country first, then the prefectures in the order of the published tables.</summary>
    public IEnumerable<PrintRow> Rows => Prefecture.All.OrderBy(p => p.PublishedOrder).Select(Area.Of).Prepend(Area.Nation).Select(area => new PrintRow(
        area.IsNation ? text["合計"] : area.DisplayName(),
        area.IsNation ? "total" : null,
        [.. Months.SelectMany((_, i) => Figures(area, s => s.Months[i])), .. Table.HasCumulative ? Figures(area, s => s.PublishedCumulative) : []]));

    private IEnumerable<YearMonth> Months => Table.Year.Months.Take(Table.PublishedMonths);

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        var tables = await snapshot.MetricYearsAsync(new() { MetricKey = key, Year = Fy }, cancellationToken);
        if (tables.Count == 0) return NotFound();

        Table = tables[0];
        return Page();
    }

    private IEnumerable<string> Figures(Area area, Func<MonthlySeries, double?> figure) =>
        Table.Parts.Select(p => Words.Count(Table.Of(area, p) is { } series ? figure(series) : null));
}

/// <summary>A row of the printed table: a figure for each part of each column.</summary>
public sealed record PrintRow(string Name, string? CssClass, IReadOnlyList<string> Figures);
