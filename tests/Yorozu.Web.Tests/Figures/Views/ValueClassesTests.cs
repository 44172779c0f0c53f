using Yorozu.Web.Figures.Views;

namespace Yorozu.Web.Tests.Figures.Views;

public sealed class ValueClassesTests
{
    [Fact]
    public void Quantiles_have_about_as_many_members_each()
    {
        var classes = ValueClasses.Of(Enumerable.Range(1, 47).Select(i => (double)i * i));

        classes.Classes.Select(c => c.Members).Should().Equal(9, 9, 10, 9, 10);
        classes.Classes.Select(c => c.Step).Should().Equal(0, 1, 2, 3, 4);
    }

    [Fact]
    public void Equal_figures_share_a_class_and_colours_spread()
    {
        var classes = ValueClasses.Of([.. Enumerable.Repeat(0.0, 40), 1, 2, 3, 4, 5, 6, 7]);

        classes.Classes[0].Should().Be(new ValueClass(0, 0, 0, 40));
        classes.Classes[^1].Step.Should().Be(4);
        classes.StepOf(0).Should().Be(0);
    }

    [Fact]
    public void Equal_steps_are_as_wide_each()
    {
        var classes = ValueClasses.Of([0, 10, 25, 50, 75, 100], ClassMethod.EqualSteps);

        new double[] { 0, 20, 21, 40, 41, 61, 81, 100 }.Select(classes.StepOf).Should().Equal(0, 0, 1, 1, 2, 3, 4, 4);
    }

    [Theory]
    [InlineData(ClassMethod.Quantile)]
    [InlineData(ClassMethod.EqualSteps)]
    public void Changes_part_at_zero(ClassMethod method)
    {
        var classes = ValueClasses.OfChanges([-0.4, -0.3, -0.1, -0.05, 0, 0.1, 0.3], method);

        classes.Classes.Select(c => (c.Step, c.Members)).Should().Equal((0, 2), (1, 2), (2, 1), (3, 1), (4, 1));
        new[] { -0.4, -0.01, 0, 0.01, 0.4 }.Select(v => classes.CssClass(classes.StepOf(v))).Should().Equal("d0", "d1", "d2", "d3", "d4");
    }

    [Fact]
    public void A_single_loss_is_of_the_pale_class() =>
        ValueClasses.OfChanges([-0.1, 0.1, 0.2]).Classes.Select(c => c.Step).Should().Equal(1, 3, 4);

    [Fact]
    public void Nothing_published_has_no_classes() => ValueClasses.Of([]).Classes.Should().BeEmpty();

    [Fact]
    public void One_figure_everywhere_is_one_class() => ValueClasses.Of(Enumerable.Repeat(5.0, 47)).Classes.Should().Equal(new ValueClass(0, 5, 5, 47));
}
