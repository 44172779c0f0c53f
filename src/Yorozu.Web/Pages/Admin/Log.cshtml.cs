using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Admin;

/// <summary>The log, newest first, in pages, and all of it as CSV.</summary>
public sealed class LogModel(YorozuDbContext db, IStringLocalizer<UiText> text) : PageModel
{
    private const int PageLength = 100;

    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    /// <summary>The action; not called so because that is a route value's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    /// <summary>The first day, in Japan.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>The last day, in Japan.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Before { get; set; }

    public IReadOnlyList<string> Actors { get; private set; } = [];

    public IReadOnlyList<LogEntry> Entries { get; private set; } = [];

    /// <summary>Where the next page begins, or null when this is the last one.</summary>
    public string? Older => Entries.Count < PageLength ? null : Entries[^1].Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The network address; コマンド for the command line. The notice of omitted entries has none.</summary>
    public string AddressOf(LogEntry entry)
    {
        if (entry.Address.Length > 0) return entry.Address;
        return entry.Outcome == LogOutcome.Omitted ? "―" : text["コマンド"];
    }

    private LogFilter Filter => new(
        string.IsNullOrEmpty(Actor) ? null : Actor,
        string.IsNullOrEmpty(Act) ? null : LogAction.Of(Act),
        string.IsNullOrEmpty(Outcome) ? null : LogOutcome.Of(Outcome),
        From,
        To,
        Before);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Actors = [.. (await db.LogActorsAsync(cancellationToken)).Where(a => a.Length > 0)];
        Entries = await db.LogAsync(Filter, PageLength, cancellationToken);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        var csv = new MemoryStream();
        await LogCsv.WriteAsync(db, Filter with { Before = null }, csv, cancellationToken);
        csv.Position = 0;
        return File(csv, "text/csv; charset=utf-8; header=present", "操作の記録.csv");
    }
}
