using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Ledger;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Releases;

/// <summary>What a release changed: the revisions first, the records last.</summary>
public sealed record ReleaseNewsPage(ReleaseNews News, IReadOnlyList<HeadlineLine> Headlines, IReadOnlyList<ChangeTable> Changes, string Mail)
{
    public static ReleaseNewsPage Of(ReleaseNews news, IStringLocalizer<UiText> text) => new(
        news,
        [.. news.Headlines.Select(h => new HeadlineLine(
            h,
            h.Month.FullName() + (h.IsNew ? text["（新）"] : ""),
            Words.PercentChange(Ratio.Change(h.Count, h.MonthBefore)),
            Words.PercentChange(Ratio.Change(h.Count, h.YearBefore))))],
        [.. new[]
        {
            ChangeTable.Of(
                text["改訂された値 {0}件", Words.Count(news.Revised.Count)],
                text["改訂前"],
                ByMetric(news.Revised).Select(r => ChangeLine.Of(r.Metric, r.Part, r.Area, r.Month, r.Before, r.After))),
            ChangeTable.Of(text["前月からの大きな動き"], text["前月"], news.Moves.Select(m => ChangeLine.Of(m.Metric, m.Part, m.Area, m.Month, m.Before, m.After))),
            ChangeTable.Of(
                text["これまでの最多を上回った値 {0}件", Words.Count(news.Records.Count)],
                text["これまでの最多"],
                news.Records.Select(r => ChangeLine.Of(r.Metric, r.Part, r.Area, r.Month, r.HighestBefore, r.Count))),
        }.Where(t => t.First.Count > 0)],
        ReleaseNewsText.Of(news, text));

    // The metric with the largest change first; of each, the nation before the prefectures.
    private static IEnumerable<RevisedFigure> ByMetric(IEnumerable<RevisedFigure> revised) =>
        revised.GroupBy(r => (r.Metric.Key, r.Part)).SelectMany(metric => metric.OrderByDescending(r => r.Area.IsNation));
}

/// <summary>A metric's latest month for the country, beside what it is compared with.</summary>
public sealed record HeadlineLine(Headline Headline, string Month, string OnMonth, string OnYear);

/// <summary>Figures of a release beside what they are compared with: the first ones, and the others folded.</summary>
public sealed record ChangeTable(string Caption, string ComparedWith, IReadOnlyList<ChangeLine> First, IReadOnlyList<ChangeLine> Rest)
{
    private const int MaxOpen = 10;

    public static ChangeTable Of(string caption, string comparedWith, IEnumerable<ChangeLine> lines)
    {
        var all = lines.ToList();
        return new ChangeTable(caption, comparedWith, [.. all.Take(MaxOpen)], [.. all.Skip(MaxOpen)]);
    }

    /// <summary>The folded ones as a table of their own.</summary>
    public ChangeTable OfRest => new(Caption, ComparedWith, Rest, []);
}

/// <summary>One figure, and the one it is compared with.</summary>
public sealed record ChangeLine(string Area, string Metric, string Month, string Href, long? Before, long? After)
{
    public static ChangeLine Of(Metric metric, string part, Area area, YearMonth month, long? before, long? after) => new(
        area.DisplayName(),
        metric.FullName() + (part.Length > 0 ? Words.Bracketed(metric.PartName(part)) : ""),
        month.FullName(),
        ProvenanceLink.To(metric.Key, part, area, month.FiscalYear, month),
        before,
        after);
}
