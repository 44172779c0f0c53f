using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification.Plausibility;

/// <summary>Plausibility of a newest month against earlier releases, on the figures of FY2021.</summary>
public sealed class PlausibleHistoryTests
{
    private static readonly PublishedTable Consultations = Fy2021Page.Page.Tables[0];
    private static readonly YearMonth March = Fy2021Page.Page.FiscalYear.LastMonth;

    [Fact]
    public void Earlier_months_count_the_same_on_the_page_or_in_earlier_releases()
    {
        var onPage = Fy2021Page.Plausible(Consultations).Where(f => f.Month == March);

        var before = Consultations.Of(m => m < March).AsHistory();

        Fy2021Page.Plausible(Consultations.Of(m => m == March), before).Should().Equal(onPage).And.Contain(f => !f.Passed);
    }

    [Fact]
    public void The_figures_of_a_page_replace_the_earlier_ones()
    {
        var before = Consultations.With(Consultations.Observations.First(o => !o.Area.IsNation), 999_999).AsHistory();

        Fy2021Page.Plausible(Consultations, before).Should().Equal(Fy2021Page.Plausible(Consultations));
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 47)]
    public void A_first_month_is_checked_when_six_months_were_published_before(int months, int results)
    {
        var before = Consultations.Of(m => m < March && m >= March.AddMonths(-months)).AsHistory();

        Fy2021Page.Plausible(Consultations.Of(m => m == March), before).Should().HaveCount(results);
    }

    [Theory]
    [InlineData(24, 47)]
    [InlineData(25, 0)]
    public void Figures_older_than_two_years_are_no_history(int monthsBack, int results)
    {
        var before = new FigureHistory();
        foreach (var cell in Consultations.Observations.Where(o => o.Month < March && o.Month >= March.AddMonths(-6)))
        {
            before.Add(Consultations.Metric.Key, cell.Part, cell.Area, [(cell.Month.AddMonths(6 - monthsBack), cell.Figure)]);
        }

        Fy2021Page.Plausible(Consultations.Of(m => m == March), before).Should().HaveCount(results);
    }

    [Fact]
    public void Without_history_a_single_month_has_no_check_results()
    {
        Fy2021Page.Plausible(Consultations.Of(m => m == March)).Should().BeEmpty();
    }
}
