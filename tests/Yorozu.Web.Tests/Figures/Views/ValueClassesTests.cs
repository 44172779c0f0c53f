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
    public void Changes_have_the_same_limits_on_both_sides_of_zero(ClassMethod method)
    {
        var classes = ValueClasses.OfChanges([-0.4, -0.3, -0.1, -0.05, 0, 0.02, 0.1, 0.3], method);

        var (small, great) = classes.Limits;
        (small, great).Should().Be(method == ClassMethod.Quantile ? (0.05, 0.3) : (0.08, 0.24));
        new[] { -great, -small, 0, small, great }.Select(v => classes.CssClass(classes.StepOf(v))).Should().Equal("d0", "d1", "d2", "d3", "d4");
        new[] { 0.001, 0.02, 0.06, 0.1, 0.25, 0.4 }.Should().OnlyContain(v => classes.StepOf(v) - 2 == 2 - classes.StepOf(-v), "a loss is as deep as a gain");
    }

    [Fact]
    public void Where_nothing_changed_all_are_of_the_middle_class() =>
        ValueClasses.OfChanges([0, 0, 0]).Classes.Should().Equal(new ValueClass(2, 0, 0, 3));

    [Fact]
    public void Figures_that_read_the_same_share_a_class_so_that_the_limits_of_classes_never_meet()
    {
        var values = Enumerable.Range(0, 47).Select(i => 0.0004 + (i * 0.00012)).ToList();

        var classes = ValueClasses.Of(values, printed: v => Math.Round(v, 3));

        classes.Classes.Zip(classes.Classes.Skip(1)).Should().OnlyContain(c => c.First.Greatest < c.Second.Least);
        values.Should().OnlyContain(v => classes.StepOf(v) == classes.StepOf(Math.Round(v, 3)));
    }

    [Theory]
    [InlineData(47, 47, true)]
    [InlineData(47, 6, false)]
    [InlineData(47, 3, false)]
    public void Classes_are_even_unless_ties_forbid_it(int figures, int different, bool isEven) =>
        ValueClasses.Of(Enumerable.Range(0, figures).Select(i => (double)Math.Min(i, different))).IsEven.Should().Be(isEven);

    [Fact]
    public void Nothing_published_has_no_classes() => ValueClasses.Of([]).Classes.Should().BeEmpty();

    [Fact]
    public void One_figure_everywhere_is_one_class() => ValueClasses.Of(Enumerable.Repeat(5.0, 47)).Classes.Should().Equal(new ValueClass(0, 5, 5, 47));
}
