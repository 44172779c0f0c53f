using AngleSharp.Dom;

namespace Yorozu.Web.Tests.Admin;

/// <summary>What stands on the review of an upload.</summary>
internal static class ReviewPage
{
    public static IEnumerable<string> Defined(Answer review, string within) =>
        review.Page.QuerySelectorAll($"{within} dt").Select(t => $"{Line(t)}: {Line(t.NextElementSibling!)}");

    /// <summary>The sentence that says whether it may be published.</summary>
    public static string Verdict(Answer review) => Line(review.Page.QuerySelector(".answer")!);

    public static string Line(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static List<string> Rows(Answer answer, string within) =>
        [.. answer.Page.QuerySelectorAll($"{within} tbody tr").Select(r => string.Join(' ', r.Children.Select(Line).Where(t => t.Length > 0)))];
}
