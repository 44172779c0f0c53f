using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Yorozu.Statistics;

namespace Yorozu.Data.Accounts;

/// <summary>Identity's errors, each with what to do next.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error(new Phrase("処理できませんでした。ページを開き直して、もう一度お試しください。"));

    public override IdentityError ConcurrencyFailure() => Error(new Phrase("別の操作と重なりました。ページを開き直して、もう一度お試しください。"));

    public override IdentityError DuplicateUserName(string userName) => Error(new Phrase("同じ名前の管理者がいます。別の名前にしてください。"));

    public override IdentityError InvalidUserName(string? userName) =>
        Error(new Phrase("名前は2文字以上50文字以内で、文字と数字、「.」「_」「-」「@」だけを使ってください。"));

    public override IdentityError PasswordTooShort(int length) => Error(new Phrase("パスワードは{0}文字以上にしてください。", length));

    private static AccountError Error(Phrase phrase, [CallerMemberName] string code = "") => new(code, phrase);
}

/// <summary>An error of Identity that can be said in another language.</summary>
internal sealed class AccountError : IdentityError
{
    public AccountError(string code, Phrase phrase) => (Code, Description, Phrase) = (code, phrase.ToString(), phrase);

    public Phrase Phrase { get; }

    /// <summary>The errors of a result; none when it succeeded.</summary>
    public static Phrase[] Phrases(IdentityResult result) =>
        [.. result.Errors.Select(e => e is AccountError error ? error.Phrase : Phrase.Printed(e.Description))];
}
