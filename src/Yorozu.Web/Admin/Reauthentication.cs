using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;

namespace Yorozu.Web.Admin;

/// <summary>Requires the admin's own password before an account is changed, in case of an unattended screen.</summary>
public sealed class Reauthentication(AccountManager accounts, SignInThrottle throttle, ActionLog log)
{
    /// <summary>Makes the change if the password is that of the signed-in account; otherwise logs the refusal.</summary>
    /// <returns>Validation errors in Japanese; none when the change was made.</returns>
    public async Task<IReadOnlyList<string>> ChangeAsync(
        HttpContext http, string? password, LogAction action, string? subject, Func<Task<IReadOnlyList<string>>> change)
    {
        if (await ValidationErrorAsync(http, password) is not { } error) return await change();

        await log.WriteAsync(http.Actor(), action, subject ?? "", LogOutcome.Refused, error);
        return [error];
    }

    private async Task<string?> ValidationErrorAsync(HttpContext http, string? password)
    {
        var session = await AdminSession.IdAsync(http) ?? "";
        var wait = throttle.TakeInSession(session);
        if (wait > TimeSpan.Zero) return $"あなたのパスワードを何度も間違えたため、何も変えていません。{AdminWords.Minutes(wait)}待ってから、もう一度お試しください。";
        if (!await accounts.CheckPasswordAsync(await accounts.GetUserAsync(http.User), password ?? "")) return "あなたの今のパスワードが違います。何も変えていません。もう一度入力してください。";

        throttle.ForgetInSession(session);
        return null;
    }
}
