using System.Globalization;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin;

/// <summary>How times, actions and outcomes are written for admins.</summary>
public static class AdminWords
{
    private static readonly Dictionary<string, string> Actions = new()
    {
        ["import"] = "公開",
        ["withdraw"] = "取り下げ",
        ["upload"] = "アップロード",
        ["discard"] = "破棄",
        ["download"] = "原本のダウンロード",
        ["sign-in"] = "サインイン",
        ["sign-out"] = "サインアウト",
        ["sign-out-everywhere"] = "すべての端末からサインアウト",
        ["account-add"] = "管理者の追加",
        ["account-remove"] = "管理者の削除",
        ["account-password"] = "パスワードの変更",
        ["log-export"] = "記録のダウンロード",
        ["request"] = "その他の送信",
    };

    private static readonly Dictionary<string, string> Outcomes = new()
    {
        ["published"] = "公開した",
        ["unchanged"] = "同じ資料のため変更なし",
        ["refused"] = "受け付けなかった",
        ["note-missing"] = "理由の記入がない",
        ["base-moved"] = "ほかの公表が先に変わった",
        ["gone"] = "すでになかった",
        ["withdrawn"] = "取り下げた",
        ["staged"] = "確認待ちにした",
        ["too-large"] = "大きすぎる",
        ["discarded"] = "破棄した",
        ["done"] = "できた",
        ["failed"] = "失敗",
        ["locked"] = "ロック中",
        ["throttled"] = "試行が多すぎる",
        ["denied"] = "サインインしていないため拒否",
        ["rejected"] = "正しい画面からの送信でないため拒否",
        ["error"] = "不具合で中断",
        ["omitted"] = "以後を省略",
    };

    /// <summary>The codes of actions, in the order of a list to choose from.</summary>
    public static IEnumerable<string> ActionCodes => Actions.Keys;

    public static string Action(string code) => Actions.GetValueOrDefault(code, code);

    public static string Outcome(string code) => Outcomes.GetValueOrDefault(code, code);

    /// <summary>2026-05-15 09:00, in Japan's time.</summary>
    public static string Time(DateTimeOffset time) => time.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
