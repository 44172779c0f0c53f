using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data;
using Yorozu.Data.Queries;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Pages.Releases;

/// <summary>Every release, the newest first.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestView view) : PageModel
{
    public IReadOnlyList<ReleaseChanges> Releases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Releases = await db.ReleaseChangesAsync(view.Current, cancellationToken);
}
