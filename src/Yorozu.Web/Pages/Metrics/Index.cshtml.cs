using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Queries;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Pages.Metrics;

/// <summary>Every metric that was ever published, with the years it is there for.</summary>
public sealed class IndexModel(RequestView view) : PageModel
{
    public IReadOnlyList<Coverage> Coverage { get; private set; } = [];

    public async Task OnGetAsync() => Coverage = await view.CoverageAsync();
}
