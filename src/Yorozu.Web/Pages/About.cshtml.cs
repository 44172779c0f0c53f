using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Statistics.References;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Pages;

/// <summary>What the figures are, where they come from, and under which terms.</summary>
public sealed class AboutModel(RequestSnapshot snapshot) : PageModel
{
    /// <summary>What figures per head are divided by.</summary>
    public IReadOnlyList<ReferenceTable> References { get; private set; } = [];

    public async Task OnGetAsync() => References = await snapshot.ReferencesAsync();
}
