using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Accounts;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>What a page asks a browser's passkeys, and what comes back (WebAuthn). The question is kept in a cookie for five minutes.</summary>
public sealed class PasskeyCeremony(SignInManager<Account> signIn, AccountManager accounts, RevokedSessions revoked, TimeProvider clock)
{
    public const string Cookie = "yorozu-passkey";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>The options with which a browser makes a new passkey for an account.</summary>
    public Task<string> CreationOptionsAsync(Account account) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = Id(account),
        Name = account.Name,
        DisplayName = account.DisplayName ?? account.Name,
    });

    /// <summary>The options with which a browser signs in, with any of the passkeys it has for this site.</summary>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>The new passkey; null when the credential is not what the account's browser was asked for.</summary>
    public async Task<UserPasskeyInfo?> CreatedAsync(HttpContext http, Account account, string? credential)
    {
        if (string.IsNullOrEmpty(credential) || await QuestionAsync(http) is null) return null;
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded && result.UserEntity.Id == Id(account) ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // The browser was asked for something else since, in another window.
            return null;
        }
    }

    /// <summary>The passkey that signed; null when it is not one of the account's or did not sign what was asked.</summary>
    public async Task<UserPasskeyInfo?> SignedAsync(HttpContext http, Account account, string credential)
    {
        if (await QuestionAsync(http) is not { } question) return null;
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!result.Succeeded || result.User.Id != account.Id) return null;
            // A copy of cookie and answer is refused: not every device counts what it signs.
            if (!await revoked.AddAsync(question, clock.GetUtcNow() + Lifetime)) return null;
            return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded ? result.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The account that a credential claims to belong to; null when it belongs to none.</summary>
    public async Task<Account?> ClaimedAsync(string? credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential ?? "");
            var id = json.RootElement.GetProperty("id").GetString() ?? "";
            return await accounts.FindByPasskeyIdAsync(Base64Url.DecodeFromUtf8(Encoding.UTF8.GetBytes(id)));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The hash of what the browser was asked; null when nothing was asked in the last five minutes.</summary>
    private static async Task<string?> QuestionAsync(HttpContext http)
    {
        var asked = await http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        if (!asked.Succeeded) return null;
        var values = asked.Principal.Claims.Select(c => c.Value).Concat(asked.Properties.Items.Select(i => i.Value));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values))));
    }

    private static string Id(Account account) => account.Id.ToString(CultureInfo.InvariantCulture);
}
