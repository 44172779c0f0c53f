namespace Yorozu.Data.Audit;

/// <summary>The outcome of an action.</summary>
public sealed record LogOutcome : LogTerm
{
    private static readonly List<LogOutcome> Known = [];

    public static readonly LogOutcome Published = Add("published", "公開した");
    public static readonly LogOutcome Unchanged = Add("unchanged", "同じ資料のため変更なし");
    public static readonly LogOutcome Refused = Add("refused", "受け付けなかった");
    public static readonly LogOutcome NoteMissing = Add("note-missing", "理由の記入がない");
    public static readonly LogOutcome NameUndecided = Add("name-undecided", "似た名前の確認がない");
    public static readonly LogOutcome Conflict = Add("base-moved", "ほかの公表が先に変わった");
    public static readonly LogOutcome Gone = Add("gone", "すでになかった");
    public static readonly LogOutcome Withdrawn = Add("withdrawn", "取り下げた");
    public static readonly LogOutcome Staged = Add("staged", "確認待ちにした");
    public static readonly LogOutcome TooLarge = Add("too-large", "大きすぎる");
    public static readonly LogOutcome Discarded = Add("discarded", "破棄した");
    public static readonly LogOutcome Done = Add("done", "できた");
    public static readonly LogOutcome Failed = Add("failed", "失敗");
    public static readonly LogOutcome Throttled = Add("throttled", "試行が多すぎる");
    public static readonly LogOutcome Denied = Add("denied", "サインインしていないため拒否");
    public static readonly LogOutcome Rejected = Add("rejected", "正しい画面からの送信でないため拒否");
    public static readonly LogOutcome Error = Add("error", "不具合で中断");
    public static readonly LogOutcome Omitted = Add("omitted", "以後を省略");

    /// <summary>Written by versions that locked accounts.</summary>
    public static readonly LogOutcome Locked = Add("locked", "ロック中");

    private LogOutcome(string code, string name)
        : base(code, name)
    {
    }

    /// <summary>The outcome with this code. An unknown code, from another version of the program, is shown as it is.</summary>
    public static LogOutcome Of(string code) => Known.Find(o => o.Code == code) ?? new LogOutcome(code, code);

    private static LogOutcome Add(string code, string name)
    {
        var outcome = new LogOutcome(code, name);
        Known.Add(outcome);
        return outcome;
    }
}
