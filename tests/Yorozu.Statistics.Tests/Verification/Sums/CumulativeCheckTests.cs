using Yorozu.Statistics.Verification.Results;
using static Yorozu.Statistics.Tests.Verification.TableBuilder;

namespace Yorozu.Statistics.Tests.Verification.Sums;

public sealed class CumulativeCheckTests
{
    private static readonly Area Tottori = Prefecture("鳥取県");

    [Fact]
    public void Every_row_is_checked_and_the_passes_are_counted()
    {
        var results = new TableBuilder().Verify(CheckKind.Cumulative);

        results.Should().HaveCount(48).And.OnlyContain(f => f.Passed && f.Month == null && f.Difference == 0);
        results.Select(f => f.Area).Should().BeEquivalentTo(Area.All);
    }

    [Fact]
    public void A_row_that_does_not_add_up_is_named_with_its_difference_and_place()
    {
        var table = new TableBuilder();
        var sum = table.Count(Tottori, null);

        var result = table.Set(Tottori, null, sum + 9).Verify(CheckKind.Cumulative).Single(f => !f.Passed);

        result.Should().Be(new CheckResult(
            CheckKind.Cumulative, false, "consultations", "", Tottori, null, sum + 9, sum, table.Position(Tottori, null)));
        result.Difference.Should().Be(9);
        result.Severity.Should().Be(Severity.Error);
    }

    [Fact]
    public void The_total_row_is_a_row_like_any_other()
    {
        var table = new TableBuilder().Add(Area.Nation, May, -1);

        table.Verify(CheckKind.Cumulative).Single(f => !f.Passed).Should().Match<CheckResult>(f => f.Area.IsNation && f.Difference == 1);
    }

    [Fact]
    public void Without_an_earlier_release_there_is_no_departure()
    {
        new TableBuilder().Add(Tottori, May, 5).Verify(CheckKind.Cumulative)
            .Single(f => !f.Passed).FirstDeparture.Should().BeNull();
    }

    [Fact]
    public void A_late_revision_shows_as_the_first_month_that_departs_from_the_earlier_release()
    {
        var history = new TableBuilder().AsHistory();

        var result = new TableBuilder().Add(Tottori, May, 5).Add(Tottori, June, 1)
            .Verify(CheckKind.Cumulative, history).Single(f => !f.Passed);

        result.FirstDeparture.Should().Be(May);
        result.Difference.Should().Be(-6);
    }

    [Fact]
    public void An_error_of_addition_departs_nowhere()
    {
        var history = new TableBuilder().AsHistory();

        new TableBuilder().Add(Tottori, null, 5).Verify(CheckKind.Cumulative, history)
            .Single(f => !f.Passed).FirstDeparture.Should().BeNull();
    }

    [Fact]
    public void A_month_withdrawn_to_blank_is_a_departure()
    {
        var history = new TableBuilder().AsHistory();

        new TableBuilder().Set(Tottori, June, null).Verify(CheckKind.Cumulative, history)
            .Single(f => !f.Passed).FirstDeparture.Should().Be(June);
    }

    [Fact]
    public void A_month_that_was_blank_before_and_now_has_a_figure_is_new_and_no_departure()
    {
        var history = new TableBuilder().BlankColumn(June).AsHistory();

        new TableBuilder().Add(Tottori, null, 5).Verify(CheckKind.Cumulative, history)
            .Single(f => !f.Passed).FirstDeparture.Should().BeNull();
    }

    [Fact]
    public void A_row_that_holds_names_no_departure_though_it_was_revised()
    {
        var history = new TableBuilder().AsHistory();

        new TableBuilder().Add(Tottori, May, 5).Add(Tottori, null, 5).Verify(CheckKind.Cumulative, history)
            .Single(f => f.Area == Tottori).Should().Match<CheckResult>(f => f.Passed && f.FirstDeparture == null);
    }

    [Fact]
    public void A_month_nobody_has_reported_adds_nothing()
    {
        var table = new TableBuilder();
        foreach (var area in Area.All) table.Add(area, null, -table.Count(area, June));

        table.BlankColumn(June).Verify(CheckKind.Cumulative).Should().HaveCount(48).And.OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_row_without_months_and_without_cumulative_is_not_checked()
    {
        var table = new TableBuilder().BlankColumn(April).BlankColumn(May).BlankColumn(June).BlankColumn(null);

        table.Verify(CheckKind.Cumulative).Should().BeEmpty();
    }

    [Fact]
    public void A_cumulative_left_blank_beside_months_fails_without_a_difference()
    {
        var table = new TableBuilder();
        var sum = table.Count(Tottori, null);

        table.Set(Tottori, null, null).Verify(CheckKind.Cumulative).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Published == null && f.Expected == sum && f.Difference == null);
    }

    [Fact]
    public void Zero_is_a_figure_and_its_sum_is_checked()
    {
        new TableBuilder(counts: (_, _) => 0).Verify(CheckKind.Cumulative)
            .Should().HaveCount(48).And.OnlyContain(f => f.Passed && f.Published == 0 && f.Expected == 0);
    }

    [Fact]
    public void A_table_without_cumulative_has_nothing_to_check()
    {
        new TableBuilder(cumulative: false).Verify(CheckKind.Cumulative).Should().BeEmpty();
    }
}
