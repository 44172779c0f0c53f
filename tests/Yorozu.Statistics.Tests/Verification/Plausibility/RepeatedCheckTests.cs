using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Verification.Plausibility;

/// <summary>Copies that no sum notices, planted in the figures of FY2021, whose sums are not looked at here.</summary>
public sealed class RepeatedCheckTests
{
    private static readonly PublishedPage Page = Fy2021Page.Page;
    private static readonly PublishedTable Consultations = Page.Tables[0];
    private static readonly YearMonth July = Page.FiscalYear.FirstMonth.AddMonths(3);

    [Fact]
    public void The_published_page_repeats_nothing()
    {
        Repeated(Page).Should().HaveCountGreaterThan(500).And.OnlyContain(r => r.Passed);
    }

    [Fact]
    public void Every_copied_month_is_found_in_every_table_with_enough_large_counts()
    {
        var planted = Page.Tables.SelectMany(table => table.Months.Skip(1).Select(month => (table, month))).ToList();

        foreach (var (table, month) in planted)
        {
            var found = Repeated(WithTable(Copied(table, month, _ => true))).Where(r => !r.Passed && r.Area.IsNation).ToList();

            found.Should().ContainSingle("of {0} {1}", table.Heading, month).Which.Should().Match<CheckResult>(r =>
                r.MetricKey == table.Metric.Key && r.Month == month && r.Published == r.Expected);
        }

        planted.Should().HaveCount(44);
    }

    [Theory]
    [InlineData(43, true)]
    [InlineData(42, false)]
    public void A_month_repeats_when_nine_in_ten_prefectures_do(int prefectures, bool isFound)
    {
        var table = Copied(Consultations, July, area => area.Number <= prefectures);

        Repeated(Page with { Tables = [table] }).Any(r => !r.Passed && r.Month == July && r.Area.IsNation).Should().Be(isFound);
    }

    [Fact]
    public void The_month_before_may_be_of_an_earlier_release()
    {
        var before = Consultations.Of(m => m < July).AsHistory();
        var newest = Copied(Consultations, July, _ => true).Of(m => m == July);

        var found = Verifier.Verify(Page with { Tables = [newest] }, before).Where(r => r.Kind == CheckKind.Repeated && !r.Passed && r.Area.IsNation);

        found.Should().ContainSingle().Which.Month.Should().Be(July);
    }

    [Fact]
    public void A_prefecture_that_sent_its_month_before_again_is_found_in_every_month()
    {
        var (planted, found) = (0, 0);
        foreach (var area in Area.All.Where(a => !a.IsNation))
        {
            foreach (var month in Consultations.Months.Skip(1))
            {
                var page = Page with { Tables = [.. Page.Tables.Select(t => Copied(t, month, a => a == area))] };
                planted++;
                if (Repeated(page).Any(r => !r.Passed && r.Area == area && r.Month == month)) found++;
            }
        }

        planted.Should().Be(47 * 11);
        found.Should().BeGreaterThan(planted * 9 / 10, "only where fewer than three counts are large is there nothing to see");
    }

    [Fact]
    public void A_prefecture_is_shown_by_a_figure_that_was_compared()
    {
        var tables = Page.Tables.Select(t => Copied(t, July, a => a.Number == 13)).ToList();
        var small = tables[0].Observations.Select(o => o.Area.Number == 13 ? o with { Figure = Figure.Of(o.Month.Month) } : o);
        tables[0] = tables[0] with { Observations = [.. small] };

        var found = Repeated(Page with { Tables = tables }).Where(r => !r.Passed && r.Area.Number == 13);

        found.Should().ContainSingle().Which.Should().Match<CheckResult>(r => r.MetricKey == tables[1].Metric.Key && r.Published == r.Expected);
    }

    [Fact]
    public void A_total_is_compared_wherever_it_stands()
    {
        var (first, others) = (Page.Tables[0], Page.Tables.Skip(1).Select(t => Copied(t, July, a => a.Number == 13)));
        var parts = first with
        {
            Parts = ["合計", "男"],
            Observations =
            [
                .. Copied(first, July, a => a.Number == 13).Observations.Select(o => o with { Part = "合計" }),
                .. first.Observations.Select(o => o with { Part = "男" }),
            ],
        };

        Repeated(Page with { Tables = [parts, .. others] }).Where(r => !r.Passed && r.Area.Number == 13).Should().ContainSingle().Which.Part.Should().Be("合計");
    }

    [Fact]
    public void One_equal_figure_of_a_prefecture_is_no_copy()
    {
        var table = Copied(Consultations, July, a => a.Number == 33);

        Repeated(WithTable(table)).Where(r => !r.Passed).Should().BeEmpty();
    }

    [Fact]
    public void A_table_with_the_figures_of_another_is_found_and_names_it()
    {
        var copy = Page.Tables[1] with { Observations = [.. Consultations.Observations.Select(o => o with { RawText = "" })] };

        var found = Repeated(Page with { Tables = [Consultations, copy, .. Page.Tables.Skip(2)] }).Where(r => !r.Passed && r.Month is null);

        found.Should().ContainSingle().Which.Should().Match<CheckResult>(r =>
            r.MetricKey == copy.Metric.Key && r.Heading == Consultations.Heading && r.Published == r.Expected);
    }

    [Fact]
    public void Small_counts_are_often_equal_and_say_nothing()
    {
        var small = Consultations with { Observations = [.. Consultations.Observations.Select(o => o with { Figure = Figure.Of(19) })] };

        Repeated(Page with { Tables = [small, small with { Metric = Page.Tables[1].Metric }] }).Should().BeEmpty();
    }

    private static IEnumerable<CheckResult> Repeated(PublishedPage page) =>
        Verifier.Verify(page, FigureHistory.Empty).Where(r => r.Kind == CheckKind.Repeated);

    private static PublishedPage WithTable(PublishedTable table) =>
        Page with { Tables = [.. Page.Tables.Select(t => t.Metric == table.Metric ? table : t)] };

    /// <summary>The table with the month before in place of a month, for these areas; the 合計 row is always copied.</summary>
    private static PublishedTable Copied(PublishedTable table, YearMonth month, Func<Area, bool> areas)
    {
        var before = table.Observations.Where(o => o.Month == month.AddMonths(-1)).ToDictionary(o => (o.Part, o.Area), o => o.Figure);
        return table with
        {
            Observations =
            [
                .. table.Observations.Select(o =>
                    o.Month == month && (o.Area.IsNation || areas(o.Area)) ? o with { Figure = before[(o.Part, o.Area)] } : o),
            ],
        };
    }
}
