using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification.Plausibility;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Publishing;

/// <summary>The national figure of a newest month and the range in which it usually lies.</summary>
public sealed class NationalFigureTests
{
    private const string Heading = "2.相談実績件数";

    [Fact]
    public void A_figure_stands_beside_the_month_before_and_the_same_month_of_the_year_before()
    {
        var history = After(PageBuilder.Consultations(12, 2025).Build());

        var april = NationalFigure.Of(Read(PageBuilder.Consultations(1).Build()), history).Single();
        var june = NationalFigure.Of(Read(PageBuilder.Consultations(3).Build()), history).Single();

        (april.Now.Count, april.MonthBefore.Count, april.YearBefore.Count).Should().Be((112_988, 112_941, 112_988));
        (june.Now.Count, june.MonthBefore.Count, june.YearBefore.Count).Should().Be((113_082, 113_035, 113_082));
    }

    [Fact]
    public void Without_six_months_before_there_is_no_range_and_without_others_no_figure()
    {
        var first = NationalFigure.Of(Read(PageBuilder.Consultations(6).Build()), FigureHistory.Empty).Single();
        var seventh = NationalFigure.Of(Read(PageBuilder.Consultations(7).Build()), FigureHistory.Empty).Single();

        (first.Usual, first.YearBefore.IsPublished, first.IsUnusual).Should().Be((null, false, false));
        seventh.Usual.Should().NotBeNull();
        NationalFigure.Of(Read(PageBuilder.Consultations(1).Build()), FigureHistory.Empty).Single().MonthBefore.IsPublished.Should().BeFalse();
    }

    [Fact]
    public void With_a_year_before_the_range_follows_the_seasons()
    {
        static PageBuilder Seasonal(int year, int months, double growth) => new PageBuilder(new FiscalYear(year), months)
            .Metric("(1)ワンストップ相談窓口", Heading, (p, m) => (long)(p.Number * 100 * growth * (m.Month == 11 ? 3 : 1)));
        var history = After(Seasonal(2024, 12, 1).Build(), Seasonal(2025, 12, 1.1).Build());

        NationalFigure.Of(Read(Seasonal(2026, 8, 1.2).Build()), history).Single().IsUnusual.Should().BeFalse("November is like that");
        NationalFigure.Of(Read(Seasonal(2026, 7, 3).Build()), history).Single().IsUnusual.Should().BeFalse("all months of the page have grown so");
        NationalFigure.Of(Read(Seasonal(2026, 1, 3).Build()), history).Single().IsUnusual.Should().BeTrue("April is not");
    }

    [Fact]
    public void A_month_that_the_page_does_not_print_has_no_figure_of_its_own()
    {
        var history = After(PageBuilder.Consultations(3).Build());

        var june = NationalFigure.Of(Read(PageBuilder.Consultations(2).Build()) with { AsOf = new YearMonth(2026, 6) }, history).Single();

        (june.Now.IsPublished, june.MonthBefore.IsPublished, june.IsUnusual).Should().Be((false, true, false));
    }

    [Fact]
    public void A_metric_that_has_fallen_to_nothing_may_stay_there()
    {
        static PageBuilder Few(int year, int months, Func<YearMonth, long> count) => new PageBuilder(new FiscalYear(year), months)
            .Metric("(1)ワンストップ相談窓口", Heading, (p, m) => p.Number == 33 ? count(m) : 0);
        var history = After(Few(2024, 12, _ => 40).Build(), Few(2025, 12, m => m.Month == 4 ? 0 : 1).Build());

        var april = NationalFigure.Of(Read(Few(2026, 1, _ => 0).Build()), history).Single();

        (april.Usual!.Value.Lower, april.IsUnusual).Should().Be((0, false));
    }

    [Fact]
    public void No_figure_of_generated_releases_is_unusual_and_nine_in_ten_slips_are()
    {
        var history = After(PublishedDocuments.Fy2021);
        var (figures, unusual, slips, found) = (0, 0, 0, 0);
        foreach (var document in MonthlyHistory.Documents)
        {
            var page = Read(document);
            foreach (var figure in NationalFigure.Of(page, history).Where(f => f is { Usual: not null, Now.Count: >= 100 }))
            {
                figures++;
                if (figure.IsUnusual) unusual++;
                var count = figure.Now.Count!.Value;
                foreach (var wrong in (long[])[count / 10, count * 10, count / 2, count * 2])
                {
                    slips++;
                    if ((figure with { Now = Figure.Of(wrong) }).IsUnusual) found++;
                }
            }

            Add(history, page);
        }

        (figures, unusual, slips).Should().Be((510, 0, 2_040));
        found.Should().BeGreaterThan(slips * 9 / 10);
    }

    private static FigureHistory After(params DocumentFile[] documents)
    {
        var history = new FigureHistory();
        foreach (var document in documents) Add(history, Read(document));
        return history;
    }

    private static void Add(FigureHistory history, PublishedPage page)
    {
        foreach (var table in page.Tables)
        {
            foreach (var row in table.Observations.GroupBy(o => (o.Part, o.Area)))
            {
                history.Add(table.Metric.Key, row.Key.Part, row.Key.Area, row.Select(o => (o.Month, o.Figure)));
            }
        }
    }

    private static PublishedPage Read(DocumentFile document) => DocumentReader.Read(document.Bytes, MetricCatalogue.Default).Page!;
}
