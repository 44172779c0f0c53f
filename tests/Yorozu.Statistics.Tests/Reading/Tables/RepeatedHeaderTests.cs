using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>A header row that comes again in the middle of a table, as on pages made for printing.</summary>
public sealed class RepeatedHeaderTests
{
    private const string Header = "都道府県\t4月\t5月\t累計値";
    private const string Divided = "\t4月\t\t5月\t\n\t男性\t合計\t男性\t合計";
    private const string Html = "<tr><th></th><th>4月</th><th>累計値</th></tr>";

    [Theory]
    [InlineData(Header, 3)]
    [InlineData("\t4月\t5月\t累計値", 3)]
    [InlineData("4月\t5月\t累計値", 3)]
    [InlineData("\t四月\t五月\t累計値", 3)]
    [InlineData(Divided, 4)]
    public void A_header_that_is_equal_to_the_first_is_passed_over(string header, int columns)
    {
        var once = Read(Text(header, columns));

        var twice = Read(Text(header, columns, before: "岩手県").Replace("北海道", $"{header}\n北海道", StringComparison.Ordinal));

        Cells(twice).Should().Equal(Cells(once)).And.HaveCount(48 * columns);
    }

    [Fact]
    public void A_header_of_HTML_is_passed_over_too()
    {
        var html = SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Html, 2)}");

        var again = html.Replace("<tr><td>岩手県", $"</tbody><thead>{Html}</thead><tbody><tr><td>岩手県", StringComparison.Ordinal);

        Cells(Read(again)).Should().Equal(Cells(Read(html)));
    }

    [Theory]
    [InlineData("都道府県\t4月\t6月\t累計値", "8:9 Header 「1.相談対応件数」: 表の途中の見出し「6月」が最初の見出しと違います（最初の見出しと同じ「5月」） [6月]")]
    [InlineData("都道府県\t5月\t4月\t累計値", "8:6 Header 「1.相談対応件数」: 表の途中の見出し「5月」が最初の見出しと違います（最初の見出しと同じ「4月」） [5月]")]
    [InlineData("\t4月\t5月\t累計値", "8:1 Header 「1.相談対応件数」: 表の途中の見出しの空白が最初の見出しと違います（最初の見出しと同じ「都道府県」） []")]
    [InlineData("都道府県\t4月\t5月", "8:1 Header 「1.相談対応件数」: 表の途中の見出しの空白が最初の見出しと違います（最初の見出しと同じ「累計値」） []")]
    [InlineData("都道府県\t4月\t5月\t累計値\t増減", "8:16 Header 「1.相談対応件数」: 表の途中の見出し「増減」が最初の見出しと違います（最初の見出しと同じ空白） [増減]")]
    public void A_header_that_differs_is_a_problem_in_its_place(string again, string problem) =>
        Problems(Text(Header, 3, again)).Should().Equal(problem);

    [Fact]
    public void Parts_in_another_order_are_a_problem() =>
        Problems(Text(Divided, 4, "\t4月\t\t5月\t\n\t合計\t男性\t合計\t男性")).Should().Equal("10:1 AreaRow 「1.相談対応件数」: 都道府県名のない行があります（都道府県の正式な名前、または「合計」） []");

    [Fact]
    public void A_header_below_a_whole_table_is_that_of_another_without_a_heading()
    {
        var other = SampleTable.Text(Header, 3, (a, c) => $"{a.Number + c}");

        Problems($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text(Header, 3)}{other}").Should().Equal(
            "53:1 MetricHeading 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し） []");
    }

    private static string Text(string header, int columns, string? again = null, string before = "岩手県") =>
        $"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text(header, columns)}".Replace(before, $"{again ?? header}\n{before}", StringComparison.Ordinal);

    private static PublishedPage Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Page!;
    }

    private static IEnumerable<string> Cells(PublishedPage page) =>
        page.Tables
            .Single().Observations
            .Select(o => $"{o.Area.Code} {o.Month} {o.Part} {o.Figure}")
            .Concat(page.Tables[0].Cumulatives.Select(c => $"{c.Area.Code} {c.Figure}"));

    private static IEnumerable<string> Problems(string document) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Problems
            .Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");
}
