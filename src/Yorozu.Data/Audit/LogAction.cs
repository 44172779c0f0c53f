namespace Yorozu.Data.Audit;

/// <summary>An action in the log.</summary>
public sealed record LogAction : LogTerm
{
    private static readonly List<LogAction> Known = [];

    public static readonly LogAction Publish = Add("import", "公開");
    public static readonly LogAction Withdraw = Add("withdraw", "取り下げ");
    public static readonly LogAction Upload = Add("upload", "アップロード");
    public static readonly LogAction Discard = Add("discard", "破棄");
    public static readonly LogAction Download = Add("download", "原本のダウンロード");
    public static readonly LogAction SignIn = Add("sign-in", "サインイン");
    public static readonly LogAction SignOut = Add("sign-out", "サインアウト");
    public static readonly LogAction SignOutEverywhere = Add("sign-out-everywhere", "すべての端末からサインアウト");
    public static readonly LogAction AddAccount = Add("account-add", "管理者の追加");
    public static readonly LogAction RemoveAccount = Add("account-remove", "管理者の削除");
    public static readonly LogAction ChangePassword = Add("account-password", "パスワードの変更");
    public static readonly LogAction ChangeDisplayName = Add("account-display-name", "表示名の変更");
    public static readonly LogAction SetReference = Add("reference-set", "参照表の登録");
    public static readonly LogAction RemoveReference = Add("reference-remove", "参照表の削除");
    public static readonly LogAction ExportLog = Add("log-export", "記録のダウンロード");
    public static readonly LogAction Other = Add("request", "その他の送信");

    private LogAction(string code, string name)
        : base(code, name)
    {
    }

    /// <summary>All actions, in display order.</summary>
    public static IReadOnlyList<LogAction> All => Known;

    /// <summary>The action with this code. An unknown code, from another version of the program, is shown as it is.</summary>
    public static LogAction Of(string code) => Known.Find(a => a.Code == code) ?? new LogAction(code, code);

    private static LogAction Add(string code, string name)
    {
        var action = new LogAction(code, name);
        Known.Add(action);
        return action;
    }
}
