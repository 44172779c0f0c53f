using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Months to come that a page fills with 0.</summary>
public sealed class ComingMonthTests
{
    private const string Header = "\t4月\t5月\t6月\t7月";

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0", "")]
    [InlineData("", "０")]
    public void A_month_at_the_end_that_is_zero_everywhere_is_not_published_yet(string june, string july)
    {
        var page = Read($"{SampleTable.Title}1.相談対応件数\n\n{Table(june, july)}\n2.来訪相談者数\n\n{Table(june, july)}");

        page.AsOf.Should().Be(new YearMonth(2026, 5));
        page.Tables.SelectMany(t => t.Observations).Where(o => o.Month.Month > 5).Should().OnlyContain(o => !o.Figure.IsPublished);
        page.Tables[0].Observations.Where(o => o.Month.Month == 6).Should().OnlyContain(o => o.RawText == june, "the printed text is kept");
        page.Notices.Should().ContainSingle().Which.Text.ToString().Should().EndWith("月はすべての表のすべての行が0か空白なので、まだ公表されていない月として読みました");
    }

    [Fact]
    public void One_figure_in_one_table_makes_the_month_a_published_one()
    {
        var page = Read($"{SampleTable.Title}1.相談対応件数\n\n{Table("0", "")}\n2.来訪相談者数\n\n{Table("0", "", "3")}");

        page.AsOf.Should().Be(new YearMonth(2026, 6));
        page.Tables[0].Observations.Where(o => o.Month.Month == 6).Should().OnlyContain(o => o.Figure == Figure.Of(0));
        page.Notices.Should().BeEmpty();
    }

    [Fact]
    public void A_month_of_zeros_before_one_with_figures_is_one_of_zeros()
    {
        var page = Read($"{SampleTable.Title}1.相談対応件数\n\n{SampleTable.Text("\t4月\t5月", 2, (a, c) => c == 1 ? "0" : SampleTable.Count(a, c))}");

        page.Tables[0].Observations.Where(o => o.Month.Month == 4).Should().OnlyContain(o => o.Figure == Figure.Of(0));
    }

    [Fact]
    public void A_page_of_nothing_but_zeros_is_one_of_zeros()
    {
        var page = Read($"{SampleTable.Title}1.相談対応件数\n\n{SampleTable.Text("\t4月\t5月\t6月", 3, (_, c) => c == 3 ? "" : "0")}");

        page.AsOf.Should().Be(new YearMonth(2026, 5));
        page.Tables[0].Observations.Where(o => o.Month.Month < 6).Should().OnlyContain(o => o.Figure == Figure.Of(0));
        page.Notices.Should().BeEmpty();
    }

    private static string Table(string june, string july, string okinawa = "") => SampleTable.Text(
        Header, 4, (a, c) => c == 3 ? (a.Number == 47 && okinawa.Length > 0 ? okinawa : june) : c == 4 ? july : SampleTable.Count(a, c));

    private static PublishedPage Read(string document)
    {
        var result = DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position} {p.Message}").Should().BeEmpty();
        return result.Page!;
    }
}
