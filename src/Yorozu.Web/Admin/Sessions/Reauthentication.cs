using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Statistics;
using Yorozu.Web.Admin.Actions;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>Requires the admin's own password before an account is changed, in case of an unattended screen.</summary>
public sealed class Reauthentication(AccountManager accounts, SignInThrottle throttle, ActionLog log)
{
    /// <summary>Makes the change if the password is that of the signed-in account; otherwise logs the refusal.</summary>
    /// <returns>Validation errors; none when the change was made.</returns>
    public async Task<IReadOnlyList<Phrase>> ChangeAsync(
        HttpContext http, string? password, LogAction action, string? subject, Func<Task<IReadOnlyList<Phrase>>> change)
    {
        if (await ValidationErrorAsync(http, password) is not { } error) return await change();

        await log.WriteAsync(http.Actor(), action, subject ?? "", LogOutcome.Refused, error.ToString());
        return [error];
    }

    private async Task<Phrase?> ValidationErrorAsync(HttpContext http, string? password)
    {
        var session = await AdminSession.IdAsync(http) ?? "";
        var wait = throttle.TakeInSession(session);
        if (wait > TimeSpan.Zero)
        {
            return new Phrase("あなたのパスワードを何度も間違えたため、何も変えていません。{0}待ってから、もう一度お試しください。", AdminWords.Minutes(wait));
        }

        if (!await accounts.CheckPasswordAsync(await accounts.GetUserAsync(http.User), password ?? ""))
        {
            return new Phrase("あなたの今のパスワードが違います。何も変えていません。もう一度入力してください。");
        }

        throttle.ForgetInSession(session);
        return null;
    }
}
