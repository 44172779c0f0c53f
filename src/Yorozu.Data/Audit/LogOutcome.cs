namespace Yorozu.Data.Audit;

/// <summary>The outcome of an action.</summary>
public sealed record LogOutcome : LogTerm
{
    private static readonly List<LogOutcome> Known = [];

    public static readonly LogOutcome Published = Add("published", "公開した", "Published");
    public static readonly LogOutcome Unchanged = Add("unchanged", "同じ資料のため変更なし", "Same document, no change");
    public static readonly LogOutcome Refused = Add("refused", "受け付けなかった", "Refused");
    public static readonly LogOutcome NoteMissing = Add("note-missing", "理由の記入がない", "Reason missing");
    public static readonly LogOutcome NameUndecided = Add("name-undecided", "似た名前の確認がない", "Similar name not confirmed");
    public static readonly LogOutcome DateUnconfirmed = Add("year-unconfirmed", "年度と月の確認がない", "Year and month not confirmed");
    public static readonly LogOutcome Conflict = Add("base-moved", "ほかの公表が先に変わった", "Another release came first");
    public static readonly LogOutcome Gone = Add("gone", "すでになかった", "Already gone");
    public static readonly LogOutcome Withdrawn = Add("withdrawn", "取り下げた", "Withdrawn");
    public static readonly LogOutcome Staged = Add("staged", "確認待ちにした", "Waiting for review");
    public static readonly LogOutcome Redated = Add("redated", "公表日を変えた", "Publication date changed");
    public static readonly LogOutcome Previewed = Add("previewed", "確かめた", "Previewed");
    public static readonly LogOutcome Decided = Add("decided", "既知の名前と同じとした", "Same as a known name");
    public static readonly LogOutcome Undecided = Add("undecided", "同じではないとした", "Not the same");
    public static readonly LogOutcome Acknowledged = Add("acknowledged", "確かめたとした", "Acknowledged");
    public static readonly LogOutcome Retracted = Add("retracted", "確かめたとしたのを取り消した", "Acknowledgement taken back");
    public static readonly LogOutcome TooLarge = Add("too-large", "大きすぎる", "Too large");
    public static readonly LogOutcome Discarded = Add("discarded", "破棄した", "Discarded");
    public static readonly LogOutcome Done = Add("done", "できた", "Done");
    public static readonly LogOutcome Failed = Add("failed", "失敗", "Failed");
    public static readonly LogOutcome Throttled = Add("throttled", "試行が多すぎる", "Too many attempts");
    public static readonly LogOutcome Denied = Add("denied", "サインインしていないため拒否", "Denied: not signed in");
    public static readonly LogOutcome Rejected = Add("rejected", "正しい画面からの送信でないため拒否", "Rejected: not sent by our own form");
    public static readonly LogOutcome Error = Add("error", "不具合で中断", "Interrupted by a fault");
    public static readonly LogOutcome Omitted = Add("omitted", "以後を省略", "Further entries omitted");

    /// <summary>Written by versions that locked accounts.</summary>
    public static readonly LogOutcome Locked = Add("locked", "ロック中", "Locked");

    private LogOutcome(string code, string name, string englishName)
        : base(code, name, englishName)
    {
    }

    /// <summary>All outcomes, in display order.</summary>
    public static IReadOnlyList<LogOutcome> All => Known;

    /// <summary>The outcome with this code. An unknown code, from another version of the program, is shown as it is.</summary>
    public static LogOutcome Of(string code) => Known.Find(o => o.Code == code) ?? new LogOutcome(code, code, code);

    private static LogOutcome Add(string code, string name, string englishName)
    {
        var outcome = new LogOutcome(code, name, englishName);
        Known.Add(outcome);
        return outcome;
    }
}
