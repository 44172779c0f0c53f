using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using static Yorozu.Statistics.Tests.Verification.TableBuilder;

namespace Yorozu.Statistics.Tests.Verification.Revisions;

public sealed class RevisionCheckTests
{
    private static readonly Area Oita = Prefecture("大分県");

    [Fact]
    public void Every_cell_published_before_is_checked()
    {
        var history = new TableBuilder(months: 2).AsHistory();

        new TableBuilder().Verify(CheckKind.Revision, history)
            .Should().HaveCount(48 * 2).And.OnlyContain(f => f.Passed && f.Difference == 0);
    }

    [Fact]
    public void A_figure_that_differs_is_named_with_what_stood_before()
    {
        var earlier = new TableBuilder();
        var before = earlier.Count(Oita, April);
        var table = new TableBuilder().Add(Oita, April, 12);

        var result = table.Verify(CheckKind.Revision, earlier.AsHistory()).Single(f => !f.Passed);

        result.Should().Be(new CheckResult(
            CheckKind.Revision, false, "consultations", "", Oita, April, before + 12, before, table.Position(Oita, April)));
        result.Severity.Should().Be(Severity.Info);
    }

    [Fact]
    public void A_figure_withdrawn_to_blank_is_a_revision_without_a_difference()
    {
        var earlier = new TableBuilder();
        var before = earlier.Count(Oita, April);

        new TableBuilder().Set(Oita, April, null).Verify(CheckKind.Revision, earlier.AsHistory()).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Published == null && f.Expected == before && f.Difference == null);
    }

    [Fact]
    public void A_month_without_a_column_is_not_compared()
    {
        var results = new TableBuilder(months: 2).Verify(CheckKind.Revision, new TableBuilder().AsHistory());

        results.Should().HaveCount(48 * 2).And.OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_part_that_the_table_lost_is_a_revision_too()
    {
        var history = new TableBuilder(months: 1, parts: ["トレーニー", "出向者", "合計"]).AsHistory();

        new TableBuilder(months: 1, parts: ["トレーニー", "合計"]).Verify(CheckKind.Revision, history).Where(f => f.Part == "出向者")
            .Should().HaveCount(48).And.OnlyContain(f => !f.Passed && f.Published == null);
    }

    [Fact]
    public void Months_of_an_earlier_year_are_not_lost()
    {
        var history = new TableBuilder().AsHistory();
        history.Add("consultations", "", Oita, [(April.AddMonths(-1), Figure.Of(1))]);

        new TableBuilder().Verify(CheckKind.Revision, history).Should().HaveCount(48 * 3).And.OnlyContain(f => f.Passed);
    }

    [Fact]
    public void A_figure_where_a_blank_stood_is_new_and_not_checked()
    {
        var history = new TableBuilder().BlankColumn(June).AsHistory();

        new TableBuilder().Verify(CheckKind.Revision, history).Should().HaveCount(48 * 2).And.NotContain(f => f.Month == June);
    }

    [Fact]
    public void Zero_is_a_figure_that_can_be_revised()
    {
        var earlier = new TableBuilder().Set(Oita, April, 0);

        new TableBuilder().Set(Oita, April, 1).Verify(CheckKind.Revision, earlier.AsHistory()).Single(f => !f.Passed)
            .Should().Match<CheckResult>(f => f.Expected == 0 && f.Difference == 1);
    }

    [Fact]
    public void A_part_is_compared_with_the_same_part()
    {
        string[] parts = ["トレーニー", "出向者", "合計"];
        var history = new TableBuilder(parts: parts).AsHistory();

        new TableBuilder(parts: parts).Add(Oita, May, 1, "出向者").Verify(CheckKind.Revision, history).Single(f => !f.Passed).Part.Should().Be("出向者");
    }

    [Fact]
    public void Another_metric_is_no_history()
    {
        var history = new TableBuilder(metricKey: "visitors").AsHistory();

        new TableBuilder().Verify(CheckKind.Revision, history).Should().BeEmpty();
    }

    [Fact]
    public void Without_an_earlier_release_nothing_is_checked()
    {
        new TableBuilder().Verify(CheckKind.Revision).Should().BeEmpty();
    }
}
