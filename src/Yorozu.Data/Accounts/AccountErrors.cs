using Microsoft.AspNetCore.Identity;

namespace Yorozu.Data.Accounts;

/// <summary>Identity's errors in Japanese, each with what to do next.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Error("処理できませんでした。ページを開き直して、もう一度お試しください。");

    public override IdentityError ConcurrencyFailure() => Error("別の操作と重なりました。ページを開き直して、もう一度お試しください。");

    public override IdentityError DuplicateUserName(string userName) => Error("同じ名前の管理者がいます。別の名前にしてください。");

    public override IdentityError InvalidUserName(string? userName) =>
        Error("名前は2文字以上50文字以内で、文字と数字、「.」「_」「-」「@」だけを使ってください。");

    public override IdentityError PasswordTooShort(int length) => Error($"パスワードは{length}文字以上にしてください。");

    private static IdentityError Error(string description, [System.Runtime.CompilerServices.CallerMemberName] string code = "") =>
        new() { Code = code, Description = description };
}
