using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Cli;

/// <summary>The result for one document, as text and as JSON.</summary>
/// <param name="Outcome">Null when publishing was not attempted: a dry run, held back by <c>--strict</c>, or staged.</param>
internal sealed record ImportReport(string Path, ImportProposal Proposal, PublishOutcome? Outcome, bool HeldBack)
{
    /// <summary>True when <c>--same-as</c> names none of the known names on offer for a new one.</summary>
    public bool HasUnknownAnswer { get; init; }

    /// <summary>What became of it as an upload; null when it was not to be staged.</summary>
    public UploadOutcome? Upload { get; init; }

    /// <summary>The number of the upload; null when it is not staged.</summary>
    public int? UploadId { get; init; }

    private IReadOnlyList<Problem> Problems => (Outcome as PublishOutcome.Refused)?.Problems ?? Proposal.Reading.Problems;

    public int ExitCode =>
        Problems.Count > 0
        || Outcome is not (null or PublishOutcome.Published or PublishOutcome.AlreadyPublished)
        || Upload is not (null or UploadOutcome.Staged or UploadOutcome.Redated or UploadOutcome.AlreadyPublished) ? Cli.ExitCode.Refused
        : HeldBack ? Cli.ExitCode.CheckFailed
        : Cli.ExitCode.Done;

    private IEnumerable<CheckResult> Failed => Proposal.CheckResults.Where(f => !f.Passed).Concat(Proposal.UnusualNation);

    private string OutcomeCode => Outcome?.Logged.Code ?? Upload?.Logged.Code ?? (Proposal.Page is null ? "refused" : HeldBack ? "held-back" : "dry-run");

    private int? ReleaseId => (Outcome as PublishOutcome.Published)?.ReleaseId
        ?? (Outcome as PublishOutcome.AlreadyPublished)?.ReleaseId
        ?? (Upload as UploadOutcome.AlreadyPublished)?.ReleaseId;

    public async Task WriteProblemsAsync(TextWriter writer)
    {
        foreach (var group in ProblemSummary.Of(Problems).Groups) await writer.WriteLineAsync($"{At(group.First.Position)}: {group.Message}");
    }

    public async Task WriteSummaryAsync(TextWriter writer)
    {
        if (Problems.Count > 0 || Proposal.Page is not { } page || Proposal.Plan is not { } plan)
        {
            await writer.WriteLineAsync($"{Path}: 取り込めません。問題が{Problems.Count}件あります。");
            return;
        }

        await writer.WriteLineAsync($"{Path}: {page.FiscalYear.Name} {page.AsOf.Month}月まで、{page.Tables.Count}表");
        await writer.WriteLineAsync($"  新しい値 {plan.NewFigures:N0}、改訂 {plan.Revised:N0}、変更なし {plan.Unchanged:N0}");
        foreach (var kind in Proposal.CheckResults.GroupBy(f => f.Kind).OrderBy(g => g.Key))
        {
            var (all, passed) = (kind.Count(), kind.Count(r => r.Passed));
            await writer.WriteLineAsync(kind.Key.IsSum()
                ? $"  検算 {kind.Key.JapaneseName()}: {passed:N0}/{all:N0} 一致"
                : $"  {kind.Key.JapaneseName()}: {all:N0}か所のうち {all - passed:N0}件");
        }

        var known = Proposal.KnownWarnings;
        foreach (var result in Failed.Except(known).Where(f => f.Severity != Severity.Info).OrderBy(f => f.Severity))
        {
            await writer.WriteLineAsync($"  {(result.Severity == Severity.Error ? "不一致" : "要確認")} {At(result.Position)}: {Describe(result)}");
        }

        if (known.Count > 0) await writer.WriteLineAsync($"  公開済みで変わらない値への注意 {known.Count:N0}件（既知）");
        foreach (var warning in Proposal.Doubts) await writer.WriteLineAsync($"  要確認 {Path}: {warning}");
        foreach (var notice in page.Notices) await writer.WriteLineAsync($"  注記 {At(notice.Position)}: {notice.Message}");
        foreach (var term in Proposal.NewTerms) await writer.WriteLineAsync($"  {term.Message}");
        await writer.WriteLineAsync((Outcome, Upload) switch
        {
            (PublishOutcome.Published published, _) => $"  公表 {published.ReleaseId} として公開しました。",
            (PublishOutcome.AlreadyPublished, _) or (_, UploadOutcome.AlreadyPublished) => $"  同じ資料が公表 {ReleaseId} として公開済みです。何も変更していません。",
            (_, UploadOutcome.Staged { WasWaiting: true }) => $"  同じ資料がすでに確認待ち {UploadId} にあります。何も変更していません。",
            (_, UploadOutcome.Redated redated) => $"  同じ資料がすでに確認待ち {UploadId} にあります。公表日を {IsoDate.Of(redated.PublishedOn)} に変えました。",
            (_, UploadOutcome.Staged) => $"  確認待ち {UploadId} に入れました。まだ公開していません。",
            (_, UploadOutcome.DateImpossible impossible) => $"  確認待ちに入れていません。{impossible.Reason}",
            ({ } outcome, _) when UploadId is not null => $"  公開していません。{WhyNotPublished(outcome)}",
            (PublishOutcome.NameUndecided, _) => "  既知の名前に似た名前があるため保存していません。同じものなら --same-as \"名前=既知の名前\" を、新しいものなら --accept-new を付けて実行してください。"
                + (HasUnknownAnswer ? "--same-as の既知の名前は、上の「既知の「…」に似ています」に示した名前のとおりに書いてください。" : ""),
            (PublishOutcome.DateImpossible impossible, _) => $"  保存していません。{impossible.Reason}",
            (PublishOutcome.DateUnconfirmed asked, _) => "  年度と月に確かめるところがあるため保存していません。"
                + $"{asked.AsOf.FiscalYear.Name} {asked.AsOf.Month}月分で正しければ --accept-date を付けて実行してください。",
            _ when HeldBack => "  検算に合わないか確かめる必要があるため保存していません（--strict）。",
            _ => "  保存していません（--dry-run）。",
        });
    }

    private static string WhyNotPublished(PublishOutcome outcome) => outcome switch
    {
        PublishOutcome.NameUndecided => "既知の名前に似た名前があります。同じものなら管理画面の確認で選び、新しいものなら --accept-new を付けて実行してください。",
        PublishOutcome.DateUnconfirmed asked =>
            $"年度と月に確かめるところがあります。{asked.AsOf.FiscalYear.Name} {asked.AsOf.Month}月分で正しければ --accept-date を付けて実行してください。",
        PublishOutcome.NoteMissing => "公開中の値が変わるか、確かめる必要のある値があります。理由を --note で指定してください。",
        PublishOutcome.NoteTooLong => $"理由は{PublicNote.MaxLength:N0}文字までです。",
        PublishOutcome.DateImpossible impossible => impossible.Reason.ToString(),
        _ => throw new UnreachableException(),
    };

    public static async Task WriteJsonAsync(TextWriter writer, IEnumerable<ImportReport> reports) =>
        await writer.WriteLineAsync(JsonSerializer.Serialize(new { documents = reports.Select(r => r.ToJson()) }, ReportJson.Options));

    private object ToJson() => new
    {
        file = Path,
        sha256 = Proposal.Document.Sha256,
        outcome = OutcomeCode,
        release = ReleaseId,
        upload = UploadId,
        fiscalYear = Proposal.Page?.FiscalYear.StartYear,
        asOf = Proposal.Page?.AsOf.ToString(),
        encoding = Proposal.Page?.EncodingName,
        counts = Proposal.Plan is { } plan
            ? new { tables = plan.Tables.Count, @new = plan.NewFigures, revised = plan.Revised, unchanged = plan.Unchanged }
            : null,
        newMetrics = Proposal.Plan?.NewMetrics.Select(m => m.Key),
        newTerms = Proposal.NewTerms.Select(
            t => new { kind = t.Kind.ToString(), name = t.Name, metric = t.MetricKey, resembles = t.IsQuestion ? t.Resembles : null }),
        warnings = Proposal.Doubts.Select(w => w.ToString()),
        notices = Proposal.Page?.Notices.Select(n => new { place = n.Position.ToString(), message = n.Message.ToString() }),
        checks = ReportJson.Checks(Proposal.CheckResults),
        problems = Problems.Select(p => new
        {
            kind = p.Kind.ToString(),
            place = p.Position.ToString(),
            message = p.Message.ToString(),
            found = p.Found.ToString(),
            expected = p.Expected.ToString(),
            text = p.OffendingText
        }),
        findings = Failed.Select(f => new
        {
            kind = f.Kind.Code(),
            metric = f.MetricKey,
            part = f.Part,
            areaCode = f.Area.Code,
            month = f.Month?.ToString(),
            published = f.Published,
            expected = f.Expected,
            difference = f.Difference,
            place = f.Position.ToString(),
        }),
    };

    private string At(SourcePosition position) => position == SourcePosition.Nowhere ? Path : $"{Path}:{position}";

    internal static string Describe(CheckResult f)
    {
        if (f.Kind == CheckKind.Missing) return $"前の公表にあった表がありません: {f.Heading}。資料の一部が欠けていないか確かめてください。前の公表の値がそのまま残ります";
        var part = f.Part.Length > 0 ? $"（{f.Part}）" : "";
        if (f is { Kind: CheckKind.Repeated, Heading: { } other }) return $"{f.MetricKey}{part} の表に「{other}」の表と同じ値が並んでいます。写し間違いでないか確かめてください";
        var month = f.Month?.ToString() ?? "累計値";
        var published = f.Published?.ToString("N0", CultureInfo.InvariantCulture) ?? "未公表";
        if (f.Kind == CheckKind.Repeated && !f.Area.IsNation) return $"{f.Area} {month} どの表でも前の月と同じ値です。写し間違いでないか確かめてください";
        if (f.Kind == CheckKind.Repeated) return $"{f.MetricKey}{part} {f.Area} {month} 前の月と同じ値が並んでいます（公表値 {published}）。写し間違いでないか確かめてください";
        var expected = f.Kind == CheckKind.Plausible ? "ふだんの値" : "計算値";
        return $"{f.MetricKey}{part} {f.Area} {month} 公表値 {published}、{expected} {f.Expected:N0}";
    }
}
