using Yorozu.Statistics.Comparison;

namespace Yorozu.Statistics.Tests.Comparison;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(64L, 1000L, 0.064)]
    [InlineData(0L, 1000L, 0.0)]
    [InlineData(5L, 0L, null)]
    [InlineData(null, 1000L, null)]
    [InlineData(64L, null, null)]
    public void A_share_is_null_where_a_figure_is_missing_or_the_whole_is_zero(long? part, long? whole, double? share) =>
        Ratio.Share(part, whole).Should().Be(share);

    [Theory]
    [InlineData(150L, 100L, 0.5)]
    [InlineData(0L, 100L, -1.0)]
    [InlineData(100L, 0L, null)]
    [InlineData(100L, null, null)]
    public void A_change_is_relative_to_the_earlier_figure(long? now, long? before, double? change) =>
        Ratio.Change(now, before).Should().Be(change);

    [Theory]
    [InlineData(150L, 100L, 150.0)]
    [InlineData(150L, 0L, null)]
    public void An_index_has_its_base_as_100(long? value, long? start, double? index) => Ratio.Index(value, start).Should().Be(index);

    [Fact]
    public void Equal_figures_share_a_rank_and_the_next_rank_is_left_out() =>
        Rank.Of([10, 30, null, 20, 20, 5]).Should().Equal(4, 1, null, 2, 2, 5);

    [Fact]
    public void A_running_total_ends_at_the_first_gap() =>
        RunningTotal.Of([1, 2, null, 4]).Should().Equal(1, 3, null, null);

    [Fact]
    public void Medians_leave_out_what_is_not_published()
    {
        Average.Median([9, null, 1, 2]).Should().Be(2);
        Average.Median([1, 2, 3, 10]).Should().Be(2.5);
        Average.Median([null]).Should().BeNull();
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void A_quantile_is_interpolated_between_neighbours(double share, double value) =>
        Average.Quantile([4, 1, 3, 2], share).Should().Be(value);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_quantile_outside_0_to_1_is_a_mistake(double share)
    {
        var act = () => Average.Quantile([1], share);
        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
