using Yorozu.Statistics.Verification.Results;
using static Yorozu.Statistics.Tests.Verification.TableBuilder;

namespace Yorozu.Statistics.Tests.Verification.Plausibility;

public sealed class PlausibleCheckTests
{
    private static readonly Area Akita = Prefecture("秋田県");
    private static readonly YearMonth October = April.AddMonths(6);

    [Fact]
    public void Every_published_cell_of_a_prefecture_is_checked_and_the_passes_are_counted()
    {
        var results = Table().Set(Akita, May, null).Verify(CheckKind.Plausible);

        results.Should().HaveCount((47 * 12) - 1).And.OnlyContain(f => f.Passed && f.Limits == null);
    }

    [Fact]
    public void The_total_row_is_left_to_its_sum()
    {
        Table().Verify(CheckKind.Plausible).Should().NotContain(f => f.Area.IsNation);
    }

    [Fact]
    public void A_count_far_from_its_history_is_named_with_the_middle_of_what_is_usual_and_its_place()
    {
        var table = Table().Set(Akita, October, 5600);

        var result = table.Verify(CheckKind.Plausible).Single(f => !f.Passed);

        result.Should().Be(new CheckResult(
            CheckKind.Plausible, false, "consultations", "", Akita, October, 5600, 560, table.Position(Akita, October))
        {
            Limits = (383, 819),
        });
        result.Severity.Should().Be(Severity.Warning);
    }

    [Fact]
    public void Zero_is_a_count_like_any_other()
    {
        Table().Set(Akita, October, 0).Verify(CheckKind.Plausible).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Published == 0 && f.Expected == 560);
    }

    [Fact]
    public void A_month_in_which_all_prefectures_move_together_is_plausible()
    {
        Table((_, month) => month == October ? 280 : 560).Verify(CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_prefecture_that_stays_where_it_was_when_all_others_move_is_not()
    {
        Table((area, month) => month == October && area != Akita ? 280 : 560).Verify(CheckKind.Plausible)
            .Should().ContainSingle(f => !f.Passed).Which.Should().Match<CheckResult>(f => f.Area == Akita && f.Month == October && f.Expected == 280);
    }

    [Fact]
    public void A_slow_rise_of_one_prefecture_is_plausible()
    {
        Table((area, month) => area == Akita ? 500 + (100 * (month.MonthsSince(April))) : 560)
            .Verify(CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_prefecture_that_always_swings_widely_is_given_a_wider_range()
    {
        Table((area, month) => area != Akita ? 560 : (month.Month - 1) % 3 == 0 ? 300 : (month.Month - 1) % 3 == 1 ? 560 : 900)
            .Verify(CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
    }

    // Halved, unchanged, doubled: the tens give the other months an ordinary scatter to compare with.
    [Fact]
    public void A_month_in_which_the_prefectures_scatter_is_given_a_wider_range()
    {
        Table((area, month) => (month == October ? 280 << (area.Number % 3) : 560) + ((area.Number + month.MonthsSince(April)) % 5 * 10))
            .Verify(CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void Small_counts_are_left_alone()
    {
        Table((_, _) => 3).Set(Akita, October, 52).Verify(CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
        Table((_, _) => 3).Set(Akita, October, 53).Verify(CheckKind.Plausible).Should().ContainSingle(f => !f.Passed);
        Table((_, _) => 49).Set(Akita, October, 0).Verify(CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
    }

    [Theory]
    [InlineData(750, false)]
    [InlineData(740, true)]
    public void A_count_that_exchanged_digits_would_make_usual_is_suspected_sooner(long count, bool holds)
    {
        Table((_, _) => 570).Set(Akita, October, count).Verify(CheckKind.Plausible)
            .Single(f => f.Area == Akita && f.Month == October).Passed.Should().Be(holds);
    }

    [Fact]
    public void One_wild_month_does_not_cast_suspicion_on_those_beside_it()
    {
        Table().Set(Akita, October, 56000).Verify(CheckKind.Plausible).Where(f => !f.Passed).Select(f => f.Month).Should().Equal(October);
    }

    [Fact]
    public void Five_other_months_are_too_few_to_tell()
    {
        new TableBuilder(months: 6).Verify(CheckKind.Plausible).Should().BeEmpty();
        new TableBuilder(months: 7).Verify(CheckKind.Plausible).Should().HaveCount(47 * 7);
    }

    [Fact]
    public void Only_the_row_with_too_few_months_is_passed_over()
    {
        new TableBuilder(months: 7).Set(Akita, May, null).Verify(CheckKind.Plausible).Should().HaveCount(46 * 7).And.NotContain(f => f.Area == Akita);
    }

    [Theory]
    [InlineData(23, 0)]
    [InlineData(24, 24)]
    public void A_month_that_few_prefectures_have_published_is_not_checked(int published, int results)
    {
        var table = Table();
        foreach (var area in Area.All.Where(a => a.Number > published)) table.Set(area, October, null);

        table.Verify(CheckKind.Plausible).Count(f => f.Month == October).Should().Be(results);
    }

    [Fact]
    public void Each_part_is_compared_with_its_own_history()
    {
        var table = new TableBuilder(months: 12, parts: ["トレーニー", "出向者", "合計"], counts: (_, _) => 560);

        table.Set(Akita, October, 1120, "出向者").Verify(CheckKind.Plausible).Should().HaveCount(47 * 12 * 3)
            .And.ContainSingle(f => !f.Passed).Which.Part.Should().Be("出向者");
    }

    private static TableBuilder Table(Func<Area, YearMonth, long>? counts = null) => new(months: 12, counts: counts ?? ((_, _) => 560));
}
