namespace Yorozu.Data.Audit;

/// <summary>An action in the log.</summary>
public sealed record LogAction : LogTerm
{
    private static readonly List<LogAction> Known = [];

    public static readonly LogAction Publish = Add("import", "公開", "Publish");
    public static readonly LogAction Withdraw = Add("withdraw", "取り下げ", "Withdraw");
    public static readonly LogAction Upload = Add("upload", "アップロード", "Upload");
    public static readonly LogAction Decide = Add("decide", "名前の判断", "Decide on a name");
    public static readonly LogAction Acknowledge = Add("acknowledge", "注意の確認", "Acknowledge a warning");
    public static readonly LogAction Discard = Add("discard", "破棄", "Discard");
    public static readonly LogAction Download = Add("download", "原本のダウンロード", "Download original");
    public static readonly LogAction SignIn = Add("sign-in", "サインイン", "Sign in");
    public static readonly LogAction SignOut = Add("sign-out", "サインアウト", "Sign out");
    public static readonly LogAction SignOutEverywhere = Add("sign-out-everywhere", "すべての端末からサインアウト", "Sign out on all devices");
    public static readonly LogAction AddAccount = Add("account-add", "管理者の追加", "Add administrator");
    public static readonly LogAction RemoveAccount = Add("account-remove", "管理者の削除", "Remove administrator");
    public static readonly LogAction ChangePassword = Add("account-password", "パスワードの変更", "Change password");
    public static readonly LogAction ChangeDisplayName = Add("account-display-name", "表示名の変更", "Change display name");
    public static readonly LogAction AddPasskey = Add("account-passkey-add", "パスキーの追加", "Add passkey");
    public static readonly LogAction RemovePasskey = Add("account-passkey-remove", "パスキーの削除", "Remove passkey");
    public static readonly LogAction SetReference = Add("reference-set", "参照表の登録", "Set reference table");
    public static readonly LogAction RemoveReference = Add("reference-remove", "参照表の削除", "Remove reference table");
    public static readonly LogAction ExportLog = Add("log-export", "記録のダウンロード", "Download log");
    public static readonly LogAction Other = Add("request", "その他の送信", "Other request");

    private LogAction(string code, string name, string englishName)
        : base(code, name, englishName)
    {
    }

    /// <summary>All actions, in display order.</summary>
    public static IReadOnlyList<LogAction> All => Known;

    /// <summary>The action with this code. An unknown code, from another version of the program, is shown as it is.</summary>
    public static LogAction Of(string code) => Known.Find(a => a.Code == code) ?? new LogAction(code, code, code);

    private static LogAction Add(string code, string name, string englishName)
    {
        var action = new LogAction(code, name, englishName);
        Known.Add(action);
        return action;
    }
}
