using Yorozu.Statistics.Verification.Results;
using static Yorozu.Statistics.Tests.Verification.TableBuilder;

namespace Yorozu.Statistics.Tests.Verification.Sums;

public sealed class NationalCheckTests
{
    private static readonly string[] Parts = ["トレーニー", "出向者", "合計"];
    private static readonly Area Kyoto = Prefecture("京都府");

    [Fact]
    public void Every_month_and_the_cumulative_are_checked()
    {
        var results = new TableBuilder().Verify(CheckKind.National);

        results.Should().OnlyContain(f => f.Passed && f.Area.IsNation && f.Difference == 0);
        results.Select(f => f.Month).Should().Equal(April, May, June, null);
    }

    [Fact]
    public void Every_part_is_checked()
    {
        var results = new TableBuilder(months: 1, parts: Parts).Verify(CheckKind.National);

        results.Select(f => (f.Part, f.Month)).Should().Equal(
            ("トレーニー", April), ("トレーニー", null), ("出向者", April), ("出向者", null), ("合計", April), ("合計", null));
        results.Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_total_that_is_not_the_sum_is_named_with_its_difference_and_place()
    {
        var table = new TableBuilder();
        var sum = table.Count(Area.Nation, May);

        table.Set(Area.Nation, May, sum - 30).Verify(CheckKind.National).Single(f => !f.Passed).Should().Be(new CheckResult(
            CheckKind.National, false, "consultations", "", Area.Nation, May, sum - 30, sum, table.Position(Area.Nation, May)));
    }

    [Fact]
    public void A_misprint_in_a_prefecture_shows_at_the_total_of_its_month()
    {
        var result = new TableBuilder().Add(Kyoto, June, 90).Verify(CheckKind.National).Single(f => !f.Passed);

        result.Should().Match<CheckResult>(f => f.Area.IsNation && f.Month == June && f.Difference == -90 && f.Severity == Severity.Error);
    }

    [Fact]
    public void A_wrong_cumulative_total_is_named_without_a_month()
    {
        new TableBuilder().Add(Area.Nation, null, 1).Verify(CheckKind.National).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Month == null && f.Difference == 1);
    }

    [Fact]
    public void Only_the_part_in_error_fails()
    {
        new TableBuilder(parts: Parts).Add(Kyoto, April, 2, "出向者").Verify(CheckKind.National).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Part == "出向者" && f.Month == April && f.Difference == -2);
    }

    [Fact]
    public void A_table_without_cumulative_is_checked_month_by_month()
    {
        new TableBuilder(cumulative: false).Verify(CheckKind.National).Select(f => f.Month).Should().Equal(April, May, June);
    }

    [Fact]
    public void A_month_nobody_has_reported_is_not_checked()
    {
        new TableBuilder().BlankColumn(June).Verify(CheckKind.National).Select(f => f.Month).Should().Equal(April, May, null);
    }

    [Fact]
    public void A_prefecture_without_a_figure_counts_as_nothing_in_the_sum()
    {
        var table = new TableBuilder();
        var count = table.Count(Kyoto, June);

        table.Set(Kyoto, June, null).Add(Area.Nation, June, -count).Verify(CheckKind.National).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_total_that_includes_a_prefecture_without_a_figure_differs_by_what_is_not_published()
    {
        var table = new TableBuilder();
        var count = table.Count(Kyoto, June);

        table.Set(Kyoto, June, null).Verify(CheckKind.National).Single(f => !f.Passed).Difference.Should().Be(count);
    }

    [Fact]
    public void A_total_left_blank_beside_its_prefectures_fails_without_a_difference()
    {
        new TableBuilder().Set(Area.Nation, June, null).Verify(CheckKind.National).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Month == June && f.Published == null && f.Difference == null);
    }

    [Fact]
    public void A_total_without_any_prefecture_fails_against_zero()
    {
        var table = new TableBuilder();
        var total = table.Count(Area.Nation, June);

        table.BlankColumn(June).Set(Area.Nation, June, total).Verify(CheckKind.National).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Expected == 0 && f.Difference == total);
    }

    [Fact]
    public void Zero_is_a_figure_and_its_sum_is_checked()
    {
        new TableBuilder(counts: (_, _) => 0).Verify(CheckKind.National).Should().HaveCount(4).And.OnlyContain(f => f.Passed && f.Published == 0);
    }
}
