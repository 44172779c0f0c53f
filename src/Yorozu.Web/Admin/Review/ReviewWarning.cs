using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>Figures of an unpublished document that may be right or wrong: one kind of check.</summary>
public sealed record ReviewWarning(string Id, Phrase Heading, Phrase Remark, CheckResultTable Table)
{
    /// <summary>The warnings with failed checks, the more serious first.</summary>
    public static IEnumerable<ReviewWarning> Of(IReadOnlyList<CheckResult> results, IReadOnlyDictionary<string, string> names)
    {
        return new[]
        {
            Warning(
                "repeated",
                CheckKind.Repeated,
                new Phrase("同じ値の繰り返し"),
                new Phrase("前の月、またはほかの表と同じ値が並んでいます。写し間違いでないか確かめてください。"),
                new Phrase("前の月、ほかの表の値")),
            Warning(
                "unusual",
                CheckKind.Plausible,
                new Phrase("ふだんと違う値"),
                new Phrase("その拠点のこれまでの範囲から外れています。正しいこともあります。"),
                new Phrase("ふだんの値")),
        }.OfType<ReviewWarning>();

        ReviewWarning? Warning(string id, CheckKind kind, Phrase name, Phrase remark, Phrase expected)
        {
            List<CheckResult> failed = [.. results.Where(r => !r.Passed && r.Kind == kind)];
            if (failed.Count == 0) return null;
            return new(id, new Phrase("{0} {1}件", name, Words.Count(failed.Count)), remark, new CheckResultTable(name, expected, failed, names));
        }
    }
}
