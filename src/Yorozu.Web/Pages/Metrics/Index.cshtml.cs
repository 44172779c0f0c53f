using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data;
using Yorozu.Data.Queries;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>Every metric that was ever published, with the years it is there for.</summary>
public sealed class IndexModel(YorozuDbContext db, RequestView view) : PageModel
{
    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Coverage = await db.CoverageAsync(view.Current, cancellationToken);
}
