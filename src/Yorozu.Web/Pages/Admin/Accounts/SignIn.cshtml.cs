using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Accounts;
using Yorozu.Statistics;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Admin.Sessions;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Admin.Accounts;

/// <summary>Signs in; without any account, explains how to create the first one.</summary>
[AllowAnonymous]
public sealed class SignInModel(SignInService service, AccountAdministration accounts, PasskeyCeremony passkeys) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool IsFirstRun { get; private set; }

    /// <summary>True when the browser would discard the cookie: no HTTPS and not localhost.</summary>
    public bool NeedsHttps => !Request.IsHttps && Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]");

    public Phrase? ValidationError { get; private set; }

    /// <summary>What the browser asks its passkeys.</summary>
    public string PasskeyOptions { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        IsFirstRun = !await accounts.AnyAsync(cancellationToken);
        if (!IsFirstRun) PasskeyOptions = await passkeys.RequestOptionsAsync();
    }

    public async Task<IActionResult> OnPostAsync() => await AnswerAsync(
        await service.SignInAsync(HttpContext, Name ?? "", Password ?? ""),
        new Phrase("名前またはパスワードが違います。何度も間違えると、しばらく試せなくなります。"));

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential) => await AnswerAsync(
        await service.SignInAsync(HttpContext, credential),
        new Phrase("パスキーを確かめられませんでした。もう一度試すか、パスワードでサインインしてください。"));

    private async Task<IActionResult> AnswerAsync(SignInAnswer answer, Phrase refused)
    {
        // Only local addresses: an open redirect after sign-in would help phishing.
        if (answer is SignInAnswer.SignedIn) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : AdminActions.Root);

        if (answer is SignInAnswer.TooMany { Wait: var wait })
        {
            ValidationError = new Phrase("試行が多すぎます。{0}待ってから、もう一度お試しください。", AdminWords.Minutes(wait));
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            ValidationError = refused;
        }

        PasskeyOptions = await passkeys.RequestOptionsAsync();
        return Page();
    }
}
