using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin;

/// <summary>Figures of an unpublished document that may be right or wrong: one kind of check.</summary>
public sealed record ReviewWarning(string Id, Phrase Heading, Phrase Remark, CheckResultTable Table)
{
    /// <summary>The warnings with failed checks, the more serious first.</summary>
    public static IEnumerable<ReviewWarning> Of(IReadOnlyList<CheckResult> results, IReadOnlyDictionary<string, string> names)
    {
        List<CheckResult> repeated = [.. Failed(CheckKind.Repeated)];
        List<CheckResult> unusual = [.. Failed(CheckKind.Plausible)];
        if (repeated.Count > 0)
        {
            yield return new ReviewWarning(
                "repeated",
                new Phrase("同じ値の繰り返し {0}件", Words.Count(repeated.Count)),
                new Phrase("前の月、またはほかの表と同じ値が並んでいます。写し間違いでないか確かめてください。"),
                new CheckResultTable(new Phrase("同じ値の繰り返し"), new Phrase("前の月、ほかの表の値"), repeated, names));
        }

        if (unusual.Count > 0)
        {
            yield return new ReviewWarning(
                "unusual",
                new Phrase("ふだんと違う値 {0}件", Words.Count(unusual.Count)),
                new Phrase("その拠点のこれまでの範囲から外れています。正しいこともあります。"),
                new CheckResultTable(new Phrase("ふだんと違う値"), new Phrase("ふだんの値"), unusual, names));
        }

        IEnumerable<CheckResult> Failed(CheckKind kind) => results.Where(r => !r.Passed && r.Kind == kind);
    }
}
