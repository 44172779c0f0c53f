using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>The year so far of an area, its share of the nation and its rank among the 47.</summary>
/// <param name="Rank">1 for the greatest; equal figures share a rank; null for the nation and where nothing is published.</param>
/// <param name="IsTied">Another prefecture has the same rank.</param>
public sealed record Standing(double? Total, double? Share, int? Rank, bool IsTied)
{
    public static Standing None { get; } = new(null, null, null, false);

    /// <summary>Every area of a whole table, after this many months.</summary>
    public static IReadOnlyDictionary<Area, Standing> Of(MetricYear table, int months)
    {
        var nation = table.Of(Area.Nation).CumulativeAt(months - 1);
        var totals = table.Prefectures.Select(s => (s.Area, Total: s.CumulativeAt(months - 1))).ToList();
        var ranks = Statistics.Comparison.Rank.Of([.. totals.Select(t => t.Total)]);
        var standings = totals.Zip(ranks, (t, rank) => (t.Area, Standing: new Standing(t.Total, Ratio.Share(t.Total, nation), rank, Tied(rank))))
            .ToDictionary(s => s.Area, s => s.Standing);
        standings[Area.Nation] = new Standing(nation, Ratio.Share(nation, nation), null, false);
        return standings;

        bool Tied(int? rank) => rank is not null && ranks.Count(r => r == rank) > 1;
    }
}
