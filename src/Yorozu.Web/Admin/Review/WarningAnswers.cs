using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Admin.Review;

/// <summary>A warning of a review as an admin answers it: the cell in words, and what is sent.</summary>
/// <param name="Metric">With its part.</param>
/// <param name="Month">Null for a whole table.</param>
/// <param name="Expected">What the value is compared with, in words: ふだんの値 164.</param>
public sealed record WarningAnswer(WarningForm Form, Area Area, string Metric, YearMonth? Month, long? Value, Phrase Expected, Acknowledgement? Given)
{
    public static WarningAnswer Of(CheckResult result, CheckResultTable table, Acknowledgement? given)
    {
        var part = result.Part.Length > 0 ? Words.Bracketed(AdminWords.PartName(result.MetricKey, result.Part)) : "";
        var expected = new Phrase("{0} {1}", table.ExpectedHeading, Words.Count(result.Expected));
        return new(WarningForm.Of(result), result.Area, table.NameOf(result) + part, result.Month, result.Published, expected, given);
    }
}

/// <summary>The warnings of one section of a review that an admin acknowledges, or has acknowledged.</summary>
public sealed record WarningAnswers(int UploadId, IReadOnlyList<WarningAnswer> Answers, int More)
{
    /// <summary>More warnings than these are answered by the note of the whole.</summary>
    private const int MaxShown = 20;

    /// <summary>The reasons to pick; another one can be typed.</summary>
    public static IReadOnlyList<Phrase> Reasons { get; } =
    [
        new Phrase("公表元に確かめ、正しいとのこと"),
        new Phrase("公表元のページのとおり"),
        new Phrase("催しや制度の変更があった月"),
        new Phrase("集計の範囲が変わった"),
    ];

    public static WarningAnswers Of(int uploadId, CheckResultTable table, IReadOnlyDictionary<WarningKey, Acknowledgement> acknowledged, bool given)
    {
        List<WarningAnswer> all =
        [
            .. table.CheckResults
                .Select(r => WarningAnswer.Of(r, table, acknowledged.GetValueOrDefault(WarningKey.Of(r))))
                .Where(a => a.Given is not null == given),
        ];
        return new(uploadId, [.. all.Take(MaxShown)], Math.Max(0, all.Count - MaxShown));
    }
}

/// <summary>A warning as a form sends it: plain texts and numbers. A form sends an empty field as null.</summary>
/// <param name="Check">The code of its kind.</param>
/// <param name="Place">The number of its area.</param>
public sealed record WarningForm(string? Check, string? MetricKey, string? Part, int? Place, int? Month, long? Value)
{
    public static WarningForm Of(CheckResult result) =>
        new(result.Kind.Code(), result.MetricKey, result.Part, result.Area.Number, result.Month?.Number, result.Published);

    /// <summary>Null when no warning is like that.</summary>
    public WarningKey? Key
    {
        get
        {
            var kinds = CheckKinds.All.Where(k => k.Code() == Check).ToList();
            var hasMonth = Month is { } number && number / 100 is >= 1 and <= 9999 && number % 100 is >= 1 and <= 12;
            if (kinds.Count == 0 || Place is not (>= 0 and <= 47) || (Month is not null && !hasMonth)) return null;
            return new WarningKey(kinds[0], MetricKey ?? "", Part ?? "", Area.FromNumber(Place.Value), Month is { } m ? YearMonth.FromNumber(m) : null, Value);
        }
    }
}
