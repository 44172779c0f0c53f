using System.Text;
using Microsoft.AspNetCore.Identity;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;

namespace Yorozu.Data.Accounts;

/// <summary>
/// Checks the length of a password and a list of common ones. No rules about capitals and symbols, which only lead to
/// <c>Password1!</c>.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int ShortestLength = 12;

    /// <summary>Long enough for any passphrase, short enough to hash cheaply.</summary>
    public const int MaxLength = 128;

    private const int FewestCharacters = 5;

    private static readonly Lazy<HashSet<string>> Common = new(Load);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(ValidationError(user.Name, password ?? "") is { } error
            ? IdentityResult.Failed(new AccountError(nameof(PasswordRules), error))
            : IdentityResult.Success);

    /// <summary>Why the password is refused and what to do, or null when it is valid. Identity checks the minimum length.</summary>
    private static Phrase? ValidationError(string name, string password)
    {
        if (password.Length > MaxLength) return new Phrase("パスワードは{0}文字以内にしてください。", MaxLength);

        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (name.Length > 0 && plain.Contains(name.Normalize(NormalizationForm.FormKC), StringComparison.OrdinalIgnoreCase))
        {
            return new Phrase("パスワードに名前を含めないでください。");
        }

        var core = plain.Trim([.. plain.Where(c => !char.IsLetter(c))]);
        string[] guesses = [plain, core, Unit(plain), Unit(core)];
        return plain.Distinct().Count() < FewestCharacters || guesses.Any(Common.Value.Contains)
            ? new Phrase("このパスワードはよく使われていて、推測されます。関係のない単語をいくつか並べるなど、別のものにしてください。")
            : null;
    }

    /// <summary>The repeated unit of a text: <c>abc</c> for <c>abcabcab</c>.</summary>
    private static string Unit(string text)
    {
        var length = Enumerable.Range(1, text.Length).FirstOrDefault(n => text.AsSpan(n).SequenceEqual(text.AsSpan(0, text.Length - n)));
        return text[..length];
    }

    private static HashSet<string> Load()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Yorozu.Data.common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];
    }
}
