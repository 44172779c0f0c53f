using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;
using Yorozu.Statistics.Verification.Results;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Months divided into parts, beside one 累計値 for all parts or one for each.</summary>
public sealed class DividedMonthTests
{
    private const string Heading = SampleTable.Title + "(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)\n\n";

    public static TheoryData<string, string> Headers => new()
    {
        { "the label over its parts", "\t4月\t\t\t5月\t\t\t累計値\n\tトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計\t" },
        { "each label once, as browsers copy it", "\t4月\t5月\t累計値\nトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計" },
        { "the label repeated", "\t4月\t4月\t4月\t5月\t5月\t5月\t累計値\n\tトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計\t累計値" },
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void One_cumulative_for_all_parts_is_that_of_their_total(string form, string header)
    {
        var page = Read(Heading + header + "\n" + Rows);

        page.Tables[0].Parts.Should().Equal(["トレーニー", "出向者", "合計"], form);
        page.Tables[0].Cumulatives.Select(c => c.Part).Distinct().Should().Equal("合計");
        Verifier.Verify(page, FigureHistory.Empty)
            .Where(f => f.Kind == CheckKind.Cumulative)
            .Should().HaveCount(48)
            .And.OnlyContain(f => f.Passed && f.Part == "合計");
        Verifier.Verify(page, FigureHistory.Empty).Count(f => f.Kind == CheckKind.National && f.Month is null).Should().Be(1);
    }

    [Fact]
    public void Of_a_month_alone_too()
    {
        var page = Read(Heading + "\t4月\t累計値\nトレーニー\t出向者\t合計\n" + Table(a => [a, 2 * a, 3 * a, 3 * a]));

        page.Tables[0].Observations
            .Where(o => o.Area.Number == 7)
            .Select(o => (o.Part, o.Figure.Count))
            .Should().Equal(("トレーニー", 7L), ("出向者", 14L), ("合計", 21L));
        page.Tables[0].Cumulatives[7].Figure.Count.Should().Be(21);
    }

    [Fact]
    public void Without_a_total_it_is_the_sum_of_all_parts()
    {
        var page = Read(SampleTable.Title + "1.相談対応件数(件)\n\n\t4月\t\t5月\t\t累計値\n\t来訪\tオンライン\t来訪\tオンライン\t\n" + Table(a => [a, 2 * a, 3 * a, 4 * a, 10 * a]));

        var results = Verifier.Verify(page, FigureHistory.Empty);
        results.Where(f => f.Kind == CheckKind.Cumulative).Should().HaveCount(48).And.OnlyContain(f => f.Passed && f.Part == "");
        var cumulatives = page.Tables[0].Cumulatives.Select(c => c.Area.Number == 3 ? c with { Figure = Figure.Of(31) } : c);
        var wrong = page with { Tables = [page.Tables[0] with { Cumulatives = [.. cumulatives] }] };
        Verifier.Verify(wrong, FigureHistory.Empty).Should().ContainSingle(f => f.Kind == CheckKind.Cumulative && !f.Passed).Which.Expected.Should().Be(30);
    }

    [Fact]
    public void A_part_that_another_includes_is_stored_and_not_added_to_the_cumulative()
    {
        var page = Read(SampleTable.Title + "1.相談対応件数(件)\n\n\t4月\t\t5月\t\t累計値\n\t件数\tうちオンライン\t件数\tうちオンライン\t\n" + Table(a => [3 * a, a, 4 * a, 2 * a, 7 * a]));

        page.Tables[0].Observations.Where(o => o.Area.Number == 5).Select(o => (o.Part, o.Figure.Count)).Should()
            .Equal(("件数", 15), ("うちオンライン", 5), ("件数", 20), ("うちオンライン", 10));
        Verifier.VerifySums(page).Should().OnlyContain(f => f.Passed).And.Contain(f => f.Kind == CheckKind.Cumulative);
        MetricPart.MainOf(page.Tables[0].Parts).Should().Be("件数");
    }

    [Fact]
    public void One_cumulative_of_parts_that_are_all_included_adds_them_all()
    {
        var page = Read(SampleTable.Title + "1.相談対応件数(件)\n\n\t4月\t\t5月\t\t累計値\n\tうち法人\tうち個人\tうち法人\tうち個人\t\n" + Table(a => [3 * a, a, 4 * a, 2 * a, 10 * a]));

        Verifier.VerifySums(page).Where(f => f.Kind == CheckKind.Cumulative).Should().HaveCount(48).And.OnlyContain(f => f.Passed);
    }

    [Fact]
    public void In_HTML_it_reaches_over_both_header_rows()
    {
        var html = SampleTable.Page("<h2>(1)ワンストップ相談窓口</h2><h3>b トレーニーの受け入れ人数や出向の受け入れ人数(人)</h3><table>"
            + "<tr><th rowspan=2></th><th colspan=3>4月</th><th colspan=3>5月</th><th rowspan=2>累計値</th></tr><tr>"
            + string.Concat(Enumerable.Repeat("<th>トレーニー</th><th>出向者</th><th>合計</th>", 2)) + "</tr>"
            + string.Concat(Rows.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(r => $"<tr><td>{r.Replace("\t", "</td><td>", StringComparison.Ordinal)}</td></tr>"))
            + "</table>");

        var page = Read(html);

        page.Tables[0].Cumulatives.Select(c => c.Part).Distinct().Should().Equal("合計");
        Verifier.Verify(page, FigureHistory.Empty).Where(f => f.Kind != CheckKind.Plausible).Should().OnlyContain(f => f.Passed);
    }

    private static string Rows => Table(a => [a, 2 * a, 3 * a, 4 * a, 5 * a, 9 * a, 12 * a]);

    /// <summary>48 rows; the country is the sum of 1 to 47.</summary>
    private static string Table(Func<long, long[]> cells) =>
        string.Concat(Area.All.Select(a => $"{(a.IsNation ? "合計" : a.Name)}\t{string.Join('\t', cells(a.IsNation ? 47 * 48 / 2 : a.Number))}\n"));

    private static PublishedPage Read(string document)
    {
        var result = DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position} {p.Message}").Should().BeEmpty();
        return result.Page!;
    }
}
