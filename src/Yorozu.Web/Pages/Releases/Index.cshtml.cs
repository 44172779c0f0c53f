using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Releases;

/// <summary>Every release by fiscal year, the newest first.</summary>
public sealed class IndexModel(RequestSnapshot snapshot) : PageModel
{
    public IReadOnlyList<ReleaseYear> Years { get; private set; } = [];

    public async Task OnGetAsync() => Years =
    [
        .. (await snapshot.ReleaseChangesAsync()).GroupBy(r => r.Year).OrderByDescending(g => g.Key)
            .Select((year, i) => new ReleaseYear(year.Key, [.. year], IsOpen: i == 0)),
    ];
}

/// <summary>The releases of a fiscal year, the newest first.</summary>
public sealed record ReleaseYear(FiscalYear Year, IReadOnlyList<ReleaseChanges> Releases, bool IsOpen);
