using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>The year so far of an area, its share of the nation and its rank among the 47.</summary>
/// <param name="Rank">Null for the nation and where nothing is published.</param>
public sealed record Standing(double? Total, double? Share, Rank? Rank)
{
    public static Standing None { get; } = new(null, null, null);

    /// <summary>Every area of a whole table, after this many months.</summary>
    public static IReadOnlyDictionary<Area, Standing> Of(MetricYear table, int months)
    {
        var nation = table.Of(Area.Nation).CumulativeAt(months - 1);
        var totals = table.Prefectures.Select(s => (s.Area, Total: s.CumulativeAt(months - 1))).ToList();
        var ranks = Rank.Of([.. totals.Select(t => t.Total)]);
        var standings = totals.Zip(ranks, (t, rank) => (t.Area, Standing: new Standing(t.Total, Ratio.Share(t.Total, nation), rank)))
            .ToDictionary(s => s.Area, s => s.Standing);
        standings[Area.Nation] = new Standing(nation, Ratio.Share(nation, nation), null);
        return standings;
    }
}
