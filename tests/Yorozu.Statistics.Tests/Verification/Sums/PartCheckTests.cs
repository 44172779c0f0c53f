using Yorozu.Statistics.Verification.Results;
using static Yorozu.Statistics.Tests.Verification.TableBuilder;

namespace Yorozu.Statistics.Tests.Verification.Sums;

public sealed class PartCheckTests
{
    private static readonly string[] Parts = ["トレーニー", "出向者", "合計"];
    private static readonly Area Nara = Prefecture("奈良県");

    [Fact]
    public void Every_cell_of_the_total_part_is_checked()
    {
        var results = new TableBuilder(months: 2, parts: Parts).Verify(CheckKind.Part);

        results.Should().HaveCount(48 * 2).And.OnlyContain(f => f.Passed && f.Part == "合計" && f.Difference == 0);
    }

    [Fact]
    public void A_total_that_is_not_the_sum_of_its_parts_is_named_with_its_difference_and_place()
    {
        var table = new TableBuilder(parts: Parts);
        var sum = table.Count(Nara, May, "合計");

        table.Set(Nara, May, sum + 1, "合計").Verify(CheckKind.Part).Single(f => !f.Passed).Should().Be(new CheckResult(
            CheckKind.Part, false, "consultations", "合計", Nara, May, sum + 1, sum, table.Position(Nara, May, "合計")));
    }

    [Fact]
    public void A_wrong_part_shows_at_the_total_beside_it()
    {
        new TableBuilder(parts: Parts).Add(Nara, May, 3, "トレーニー").Verify(CheckKind.Part).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Area == Nara && f.Difference == -3 && f.Severity == Severity.Error);
    }

    [Fact]
    public void A_blank_part_counts_as_nothing()
    {
        var table = new TableBuilder(parts: Parts);

        table.Add(Nara, May, -table.Count(Nara, May, "出向者"), "合計").Set(Nara, May, null, "出向者")
            .Verify(CheckKind.Part).Should().OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_total_left_blank_beside_its_parts_fails_without_a_difference()
    {
        new TableBuilder(parts: Parts).Set(Nara, May, null, "合計").Verify(CheckKind.Part).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Published == null && f.Difference == null);
    }

    [Fact]
    public void A_month_nobody_has_reported_is_not_checked()
    {
        new TableBuilder(months: 2, parts: Parts).BlankColumn(May).Verify(CheckKind.Part)
            .Should().HaveCount(48).And.OnlyContain(f => f.Month == April);
    }

    [Fact]
    public void Zero_parts_make_a_zero_total_that_is_checked()
    {
        new TableBuilder(months: 1, parts: Parts, counts: (_, _) => 0).Verify(CheckKind.Part)
            .Should().HaveCount(48).And.OnlyContain(f => f.Passed && f.Published == 0);
    }

    [Theory]
    [InlineData("合 計")]
    [InlineData("合　計")]
    [InlineData("計")]
    public void The_total_is_recognised_however_its_heading_is_spaced(string heading)
    {
        new TableBuilder(months: 1, parts: ["トレーニー", "出向者", heading]).Verify(CheckKind.Part)
            .Should().HaveCount(48).And.OnlyContain(f => f.Passed && f.Part == heading);
    }

    [Theory]
    [InlineData("うちオンライン")]
    [InlineData("（うち夜間）")]
    [InlineData("(内数)オンライン")]
    [InlineData("オンライン（再掲）")]
    public void A_part_that_others_include_is_not_added(string part)
    {
        var table = new TableBuilder(months: 1, parts: ["来訪", part, "合計"]);
        foreach (var area in Area.All) table.Add(area, April, -table.Count(area, April, part), "合計");

        table.Verify(CheckKind.Part).Should().HaveCount(48).And.OnlyContain(f => f.Passed && f.Part == "合計");
        table.Add(Nara, April, 1, "来訪").Verify(CheckKind.Part).Where(f => !f.Passed).Should().ContainSingle().Which.Difference.Should().Be(-1);
    }

    [Fact]
    public void A_total_beside_a_part_of_it_alone_has_nothing_to_check()
    {
        new TableBuilder(parts: ["合計", "うちオンライン"]).Verify(CheckKind.Part).Should().BeEmpty();
    }

    [Fact]
    public void A_table_without_parts_has_nothing_to_check()
    {
        new TableBuilder().Verify(CheckKind.Part).Should().BeEmpty();
    }

    [Fact]
    public void Parts_without_a_total_have_nothing_to_check()
    {
        new TableBuilder(parts: ["男", "女"]).Verify(CheckKind.Part).Should().BeEmpty();
    }
}
