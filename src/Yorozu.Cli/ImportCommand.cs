using System.CommandLine;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Cli;

/// <summary><c>import FILE… [--dry-run] [--strict] [--same-as NAME=KNOWN]… [--accept-new] [--accept-date] [--published-on DATE] [--json]</c></summary>
internal static class ImportCommand
{
    public static Command Create(Option<string?> data)
    {
        var files = DocumentOptions.Files();
        var dryRun = new Option<bool>("--dry-run") { Description = "読み取りと検算だけを行い、保存しない" };
        var strict = new Option<bool>("--strict") { Description = "検算に合わない資料、表が欠けたり年度が疑わしい資料は保存せず、終了コード3を返す" };
        var acceptNew = DocumentOptions.AcceptNew();
        var acceptDate = DocumentOptions.AcceptDate();
        var sameAs = new Option<string[]>("--same-as") { Description = "「名前=既知の名前」: 資料の名前を、似ている既知の名前と同じものとして取り込む" };
        sameAs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string[]>() is { } pairs && Array.Exists(pairs, p => !p.Contains('=', StringComparison.Ordinal)))
            {
                result.AddError("--same-as は「名前=既知の名前」の形で指定してください。");
            }
        });
        var publishedOn = DocumentOptions.PublishedOn("今日");
        var json = DocumentOptions.Json();
        var command = new Command("import", "公表資料を読み取り、検算し、保存して公開します。") { files, dryRun, strict, sameAs, acceptNew, acceptDate, publishedOn, json };
        command.SetAction((parsed, cancellationToken) => StoreSession.RunAsync(parsed, data, async db =>
        {
            var accepted = new Acceptance(parsed.GetValue(acceptNew), parsed.GetValue(acceptDate), parsed.Day(publishedOn));
            var run = new ImportRun(db, parsed.GetValue(dryRun), parsed.GetValue(strict), accepted, parsed.GetValue(sameAs) ?? []);
            return await DocumentReports.WriteAsync(
                parsed.GetRequiredValue(files), parsed.GetValue(json), file => run.ImportAsync(file.FullName, file.ToString(), cancellationToken));
        }, cancellationToken));
        return command;
    }
}

/// <summary>Imports documents one by one with the same options.</summary>
internal sealed class ImportRun(YorozuDbContext db, bool dryRun, bool strict, Acceptance accepted, string[] sameAs)
{
    private readonly Importer _importer = new(db, TimeProvider.System);

    public async Task<ImportReport> ImportAsync(string path, string shownPath, CancellationToken cancellationToken)
    {
        var document = await DocumentFile.ReadAsync(path, cancellationToken);
        while (true)
        {
            var proposal = await PrepareAsync(document, cancellationToken);
            if (!dryRun && proposal.Questions.Any(q => !accepted.NewNames || IsAnswered(q)))
            {
                var undecided = new PublishOutcome.NameUndecided();
                return new ImportReport(shownPath, proposal, undecided, false) { HasUnknownAnswer = proposal.Questions.Any(IsAnswered) };
            }

            var held = strict && ((proposal.DateQuestions.Count > 0 && !accepted.Date)
                || proposal.Warnings.Count > 0
                || proposal.UnusualNation.Any()
                || proposal.CheckResults.Any(f => !f.Passed && (f.Kind.IsSum() || f.Kind == CheckKind.Missing))
                || proposal.NewWarnings.Any(w => w.Kind == CheckKind.Repeated));
            if (dryRun && proposal is { ExistingRelease: null, Page: { } read } && accepted.PublishedOn is { } day
                && PublicationDate.Refusal(read, day, PublicationDate.Today(TimeProvider.System)) is { } reason)
            {
                return new ImportReport(shownPath, proposal, new PublishOutcome.DateImpossible(reason), false);
            }

            if (held || dryRun) return new ImportReport(shownPath, proposal, null, held);
            var outcome = await _importer.PublishAsync(proposal, Actor.CommandLine, "", cancellationToken, accepted);
            // Another process published in between: compare with the current data.
            if (outcome is not PublishOutcome.Conflict) return new ImportReport(shownPath, proposal, outcome, held);
        }
    }

    /// <summary>True when <c>--same-as</c> says what the name means: it did not say one of the names on offer.</summary>
    private bool IsAnswered(NewTerm question) => Array.Exists(sameAs, s => s.StartsWith($"{question.Name}=", StringComparison.Ordinal));

    /// <summary>Reads the document again as long as <c>--same-as</c> answers a question: a known section has other known metrics.</summary>
    private async Task<ImportProposal> PrepareAsync(DocumentFile document, CancellationToken cancellationToken)
    {
        List<NameDecision> decisions = [];
        while (true)
        {
            var proposal = await _importer.PrepareAsync(document, cancellationToken, decisions);
            var answers = proposal.Questions
                .SelectMany(q => q.Offers.Where(o => sameAs.Contains($"{q.Name}={o.Name}")).Select(o => o.Decision).Take(1))
                .Except(decisions)
                .ToList();
            if (answers.Count == 0) return proposal;
            decisions.AddRange(answers);
        }
    }
}
