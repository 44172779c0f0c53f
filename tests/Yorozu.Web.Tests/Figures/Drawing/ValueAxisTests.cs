using Yorozu.Web.Figures.Drawing;

namespace Yorozu.Web.Tests.Figures.Drawing;

public sealed class ValueAxisTests
{
    [Theory]
    [InlineData(new[] { 26_000.0, 34_498 }, false, new[] { 0.0, 10_000, 20_000, 30_000, 40_000 })]
    [InlineData(new[] { 1.0, 3 }, false, new[] { 0.0, 1, 2, 3, 4 })]
    [InlineData(new[] { 0.1, 0.34 }, true, new[] { 0.0, 0.1, 0.2, 0.3, 0.4 })]
    [InlineData(new[] { -3.2, 4.1 }, true, new[] { -4.0, -2, 0, 2, 4, 6 })]
    [InlineData(new[] { -8.0, -1 }, true, new[] { -10.0, -8, -6, -4, -2, 0 })]
    [InlineData(new[] { 0.0 }, false, new[] { 0.0, 1 })]
    [InlineData(new double[0], false, new[] { 0.0, 1 })]
    public void Its_steps_are_round_and_it_has_a_zero(double[] values, bool hasFractions, double[] ticks) =>
        ValueAxis.Of(values, hasFractions).Ticks.Should().Equal(ticks);

    [Fact]
    public void Powers_of_ten_are_equally_far_apart_and_1_2_and_5_of_each_are_named()
    {
        var axis = ValueAxis.OfPowers([90, 2_600]);

        axis.Ticks.Should().Equal(100, 200, 500, 1000, 2000);
        (axis.Share(1000) - axis.Share(100)).Should().BeApproximately(axis.Share(2000) - axis.Share(200), 1e-9);
        axis.Share(90).Should().BePositive();
    }

    [Theory]
    [InlineData(new[] { 60.0, 85 }, new[] { 60.0, 85 })]
    [InlineData(new[] { 70.0, 70 }, new[] { 70.0 })]
    public void Between_two_of_them_the_ends_are_named(double[] values, double[] ticks) => ValueAxis.OfPowers(values).Ticks.Should().Equal(ticks);

    [Theory]
    [InlineData(300_000, 345_124, "件", false, "30万")]
    [InlineData(0, 345_124, "件", false, "0")]
    [InlineData(30_000, 43_808, "件", false, "30,000")]
    [InlineData(12.5, 50, "%", false, "12.5%")]
    [InlineData(-5, 10, "%", true, "−5%")]
    [InlineData(5, 10, "ポイント", true, "+5")]
    public void Its_figures_are_written_as_in_the_browser(double value, double greatest, string unit, bool isChange, string text) =>
        ValueAxis.Text(value, greatest, unit, isChange).Should().Be(text);
}
