using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Snapshots;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>Every metric that was ever published, with the years it is there for.</summary>
public sealed class IndexModel(RequestView view) : PageModel
{
    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    public async Task OnGetAsync() => Coverage = await view.CoverageAsync();
}
