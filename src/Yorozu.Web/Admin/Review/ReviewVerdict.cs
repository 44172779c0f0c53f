using System.Diagnostics;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>What the review of a document comes to.</summary>
public enum VerdictKind
{
    /// <summary>Nothing speaks against publishing it.</summary>
    Passes,

    /// <summary>A person has to look at something first.</summary>
    Looks,

    /// <summary>It cannot be published, or not before a question is answered.</summary>
    Fails,
}

/// <summary>Whether a document may be published, in one sentence.</summary>
public sealed record ReviewVerdict(VerdictKind Kind, Phrase Answer, Phrase Reason)
{
    public string Mark => Look.Mark;

    /// <summary>Its class in the style sheet.</summary>
    public string Class => Look.Class;

    private (string Mark, string Class) Look => Kind switch
    {
        VerdictKind.Passes => ("✓", "passes"),
        VerdictKind.Looks => ("▲", "looks"),
        VerdictKind.Fails => ("✕", "fails"),
        _ => throw new UnreachableException(),
    };

    public static ReviewVerdict Of(ImportProposal proposal)
    {
        if (proposal.ExistingRelease is { } existing)
        {
            return new(VerdictKind.Fails, new Phrase("公開できません。"), new Phrase("同じ資料が公表 {0} として公開済みです。破棄してください。", existing));
        }

        if (Questions(proposal).ToList() is { Count: > 0 } questions)
        {
            return new(VerdictKind.Fails, new Phrase("このままでは公開できません。"), new Phrase("{0}を確かめてください。", Phrase.List("、", questions)));
        }

        if (Remarkable(proposal).ToList() is { Count: > 0 } remarkable)
        {
            return new(VerdictKind.Looks, new Phrase("確かめてから公開してください。"), Phrase.List("、", remarkable));
        }

        return new(VerdictKind.Passes, new Phrase("公開できます。"), Change(proposal));
    }

    private static Phrase Change(ImportProposal proposal)
    {
        var sums = proposal.CheckResults.Count(r => r.Kind.IsSum());
        return proposal.Plan!.Tables.Any(t => t.TakesEffect && t.New.Count > 0)
            ? new Phrase("検算{0}件がすべて一致し、公開中の値は変わらず、新しい値が{1}件加わります。", Words.Count(sums), Words.Count(proposal.Plan.NewFigures))
            : new Phrase("検算{0}件がすべて一致しますが、公開しても公開ページの値は変わりません。", Words.Count(sums));
    }

    /// <summary>What a person has to answer before publishing.</summary>
    private static IEnumerable<Phrase> Questions(ImportProposal proposal)
    {
        if (proposal.DateQuestions.Count > 0) yield return new Phrase("年度と月");
        if (proposal.Questions.Any()) yield return new Phrase("既知の名前に似た名前");
    }

    /// <summary>What a person has to look at before publishing, the more serious first.</summary>
    private static IEnumerable<Phrase> Remarkable(ImportProposal proposal)
    {
        var failed = proposal.CheckResults.Where(r => !r.Passed).ToList();
        return new[]
        {
            Counted(new Phrase("検算に合わないところ"), failed.Count(r => r.Kind.IsSum())),
            Counted(new Phrase("資料全体について確かめるところ"), proposal.Warnings.Count),
            Counted(new Phrase("なくなった表"), failed.Count(r => r.Kind == CheckKind.Missing)),
            Counted(new Phrase("変わる値"), proposal.Plan!.Revised),
            Counted(new Phrase("ふだんの範囲を外れた全国の値"), proposal.UnusualNation.Count()),
            Counted(new Phrase("同じ値の繰り返し"), proposal.NewWarnings.Count(w => w.Kind == CheckKind.Repeated)),
            Counted(new Phrase("ふだんと違う値"), proposal.NewWarnings.Count(w => w.Kind == CheckKind.Plausible && !w.Area.IsNation)),
            Counted(new Phrase("新しい名前"), proposal.NewTerms.Count()),
        }.OfType<Phrase>();
    }

    private static Phrase? Counted(Phrase name, int count) => count == 0 ? null : new Phrase("{0} {1}件", name, Words.Count(count));
}
