using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries.Releases;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Releases;

/// <summary>Every release, the newest first.</summary>
public sealed class IndexModel(RequestSnapshot snapshot) : PageModel
{
    public IReadOnlyList<ReleaseChanges> Releases { get; private set; } = [];

    public async Task OnGetAsync() => Releases = await snapshot.ReleaseChangesAsync();
}
