using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Pages.Admin.Accounts;

/// <summary>Signs out. Public, so that it also works after the session has expired.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInService service) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(AdminSession.SignInPath);

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity is { IsAuthenticated: true }) await service.SignOutAsync(HttpContext);
        return LocalRedirect(AdminSession.SignInPath);
    }
}
