using System.Globalization;
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
    [InlineData(29824L, 18437L, 1, 1.61762)]
    [InlineData(1L, 3L, 100, 33.3333)]
    [InlineData(2L, 3L, 100, 66.6667)]
    [InlineData(1L, 7L, 1, 0.142857)]
    [InlineData(1L, 126_146_099L, 100_000, 0.000792732)]
    [InlineData(999_999_999_999L, 1L, 1, 1_000_000_000_000.0)]
    [InlineData(1_234_565L, 1L, 1, 1_234_570.0)]
    [InlineData(12_345_650L, 100L, 1, 123_457.0)]
    [InlineData(0L, 5L, 100, 0.0)]
    [InlineData(5L, 0L, 100, null)]
    [InlineData(0L, 0L, 100, null)]
    [InlineData(null, 5L, 100, null)]
    [InlineData(5L, null, 100, null)]
    public void A_quotient_has_six_significant_digits_and_is_null_rather_than_infinite(long? numerator, long? denominator, int scale, double? quotient) =>
        Ratio.Of(numerator, denominator, scale).Should().Be(quotient);

    [Fact]
    public void A_rounded_quotient_is_within_half_a_unit_of_its_sixth_digit()
    {
        var random = new Random(15);
        for (var i = 0; i < 10_000; i++)
        {
            var (numerator, denominator) = (random.NextInt64(1, 1L << random.Next(1, 40)), random.NextInt64(1, 1L << random.Next(1, 40)));
            var rounded = (decimal)Ratio.Of(numerator, denominator, 100)!.Value;

            rounded.ToString("E5", CultureInfo.InvariantCulture).Should().Be((100m * numerator / denominator).ToString("E5", CultureInfo.InvariantCulture));
            decimal.Parse(rounded.ToString("E5", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).Should().Be(rounded);
        }
    }

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
