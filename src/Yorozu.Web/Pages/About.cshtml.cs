using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>What the figures are, where they come from, and under which terms.</summary>
public sealed class AboutModel(RequestSnapshot snapshot) : PageModel
{
    /// <summary>The sources of the reference tables, with their licences.</summary>
    public IReadOnlyList<ReferenceSource> References { get; private set; } = [];

    public async Task OnGetAsync() =>
        References = [.. (await snapshot.ReferencesAsync()).Select(r => new ReferenceSource(r.SourceText(), r.About.Licence.Term()))];
}

/// <summary>Where a reference table comes from.</summary>
public sealed record ReferenceSource(string Text, string Licence);
