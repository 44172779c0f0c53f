using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Accounts;

/// <summary>A display name is one short line and never a sign-in name.</summary>
public static class DisplayNameRules
{
    public const int MaxLength = 50;

    /// <summary>Why the name is invalid and what to do; null when it is valid.</summary>
    internal static async Task<Phrase?> ValidationErrorAsync(YorozuDbContext db, string normalizedName, string name)
    {
        if (name.Length > MaxLength || name != ActionLog.OneLine(name)) return new Phrase("表示名は1行で{0}文字以内にしてください。", MaxLength);

        return await db.Accounts.AnyAsync(a => a.NormalizedName == normalizedName)
            ? new Phrase("サインインに使う名前は表示名にできません。だれでも見られるため、別の名前にしてください。")
            : null;
    }

    /// <summary>True when somebody publishes under this name.</summary>
    internal static async Task<bool> IsTakenAsync(YorozuDbContext db, AccountManager accounts, string name)
    {
        var names = await db.Accounts.Where(a => a.DisplayName != null).Select(a => a.DisplayName).ToListAsync();
        return names.Exists(n => accounts.NormalizeName(n) == accounts.NormalizeName(name));
    }
}
