using System.Globalization;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;

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
        Rank.Of([10, 30, null, 20, 20, 5]).Should().Equal(new Rank(4, 1), new Rank(1, 1), null, new Rank(2, 2), new Rank(2, 2), new Rank(5, 1));

    [Fact]
    public void A_zero_that_others_share_has_no_place_and_one_alone_is_last()
    {
        Rank.Of([0, 7, 0, 0]).Should().Equal(new Rank(null, 3), new Rank(1, 1), new Rank(null, 3), new Rank(null, 3));
        Rank.Of([0, 7, 3]).Should().Equal(new Rank(3, 1), new Rank(1, 1), new Rank(2, 1));
        Rank.Of(0, [0, 0]).Should().Be(new Rank(null, 2));
    }

    [Fact]
    public void No_change_is_ranked_like_any_change() =>
        Rank.OfChanges([0, -0.1, 0, 0.2]).Should().Equal(new Rank(2, 2), new Rank(4, 1), new Rank(2, 2), new Rank(1, 1));

    [Theory]
    [InlineData("%", 12.5, 11.3, 0.012)]
    [InlineData("%", 12.5, 0, 0.125)]
    [InlineData("件", 150, 100, 0.5)]
    [InlineData("件", 150, 0, null)]
    public void A_percentage_changes_by_points(string unit, double now, double before, double? change)
    {
        var metric = new Metric("key", "", "name", unit);

        var given = Ratio.Change(now, before, metric);

        if (change is { } expected) given.Should().BeApproximately(expected, 1e-9);
        else given.Should().BeNull();
        Ratio.Change(now, null, metric).Should().BeNull();
    }

    [Theory]
    [InlineData(1, 516.62, 239.6, 102.0)]
    [InlineData(2, 1.73, 1.2, 2.4)]
    [InlineData(3, 0.54, 0.02, 0.89)]
    [InlineData(3, 0.0004, 0.0003, 0.0005)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(3, 0, 0, 0.32)]
    public void Figures_have_as_many_decimals_as_the_middle_one_needs_for_three_digits(int decimals, double first, double second, double third) =>
        Digits.Of([first, null, second, third]).Should().Be(decimals);

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
