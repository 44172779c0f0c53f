using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Statistics;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>The 47 by region; also where the jump box of the header arrives.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet(string? code) => Prefecture.TryParse(code, null, out var prefecture)
        ? Redirect($"/prefectures/{prefecture.Code}")
        : code is null ? Page() : NotFound();
}
