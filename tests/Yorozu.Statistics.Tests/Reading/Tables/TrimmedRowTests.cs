using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>Rows of a text from which an editor cut the blank cells at the end: read only where no figure can stand in a wrong column.</summary>
public sealed class TrimmedRowTests
{
    private const string Header = "\t4月\t5月\t6月\t7月";
    private const string Whole = "2.来訪相談者数\n";
    private const string Refused = "5:1 RowLength 「1.相談対応件数」: どの行も5月の値で終わっています（見出しの列と同じ4個の値。行末の空白のセルが削られたのなら、ほかの表も5月まで） [2]";

    [Fact]
    public void Months_cut_off_every_row_are_not_published_where_another_table_ends_with_the_same_month()
    {
        var page = Read(Page(SampleTable.Text(Header, 2)))!;

        page.AsOf.Should().Be(new YearMonth(2026, 5));
        page.Tables[0].Months.Should().HaveCount(4);
        page.Tables[0].Observations.Where(o => o.Area.Number == 47).Select(o => o.Figure.Count).Should().Equal(4701, 4702, null, null);
        page.Tables[0].Observations
            .Single(o => o.Area.Number == 47 && o.Month.Month == 6)
            .Should().Match<Observation>(o => o.RawText == "" && o.Position == SourcePosition.InText(52, 14));
        page.Tables[0].Observations.Count.Should().Be(48 * 4);
    }

    [Fact]
    public void Divided_months_are_cut_off_as_a_whole()
    {
        const string header = "\t4月\t\t5月\t\n\t男性\t合計\t男性\t合計";

        Read(Page(SampleTable.Text(header, 2), asOf: 1))!.Tables[0].Observations
            .Where(o => o.Area.Number == 1)
            .Select(o => (o.Part, o.Figure.Count))
            .Should().Equal(("男性", 101), ("合計", 102), ("男性", null), ("合計", null));
        Problems(Page(SampleTable.Text(header, 3), asOf: 1))
            .Should().HaveCount(48)
            .And.Contain("53:1 RowLength 「1.相談対応件数 の 沖縄県」: この行には値が3個あります（見出しの列と同じ4個） [4703]");
    }

    [Fact]
    public void A_row_without_its_cumulative_is_refused_because_a_month_would_be_read_in_its_place()
    {
        Problems(Page(SampleTable.Text("\t4月\t5月\t6月\t累計値", 3)))
            .Should().HaveCount(48)
            .And.Contain("52:1 RowLength 「1.相談対応件数 の 沖縄県」: この行には値が3個あります（見出しの列と同じ4個） [4703]");
    }

    [Fact]
    public void A_row_that_may_have_lost_a_cell_elsewhere_is_refused()
    {
        var lost = Page(SampleTable.Text(Header, 2).Replace("岩手県\t301\t302", "岩手県\t302", StringComparison.Ordinal));
        var blank = Page(SampleTable.Text(Header, 2).Replace("岩手県\t301\t302", "岩手県\t302\t", StringComparison.Ordinal));
        var twoMonths = SampleTable.Text(Header, 4, (a, c) => c > 2 ? "" : SampleTable.Count(a, c));
        var full = Page(twoMonths.Replace("岩手県\t301\t302\t\t", "岩手県\t302\t\t", StringComparison.Ordinal));
        var longer = Page(SampleTable.Text(Header, 2).Replace("岩手県\t301\t302", "岩手県\t301\t302\t303", StringComparison.Ordinal));

        Problems(lost).Should().HaveCount(48).And.Contain("8:1 RowLength 「1.相談対応件数 の 岩手県」: この行には値が1個あります（見出しの列と同じ4個） [302]");
        Problems(blank).Should().HaveCount(48).And.Contain("8:1 RowLength 「1.相談対応件数 の 岩手県」: この行には値が2個あります（見出しの列と同じ4個） []");
        Problems(full).Should().Equal("8:1 RowLength 「1.相談対応件数 の 岩手県」: この行には値が3個あります（見出しの列と同じ4個） []");
        Problems(longer).Should().HaveCount(48).And.Contain("8:1 RowLength 「1.相談対応件数 の 岩手県」: この行には値が3個あります（見出しの列と同じ4個） [303]");
    }

    [Fact]
    public void The_other_tables_reveal_a_table_without_a_column()
    {
        Problems(Page(SampleTable.Text(Header, 2), asOf: 3)).Should().Equal(Refused);
        Problems(Page(SampleTable.Text(Header, 2), asOf: 1)).Should().Equal(Refused);
        Problems($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text(Header, 2)}").Should().Equal(Refused);
        Problems($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text(Header, 2)}{Whole}{SampleTable.Text(Header, 2)}").Should().HaveCount(2).And.Contain(Refused);
    }

    [Fact]
    public void A_short_row_of_HTML_is_refused()
    {
        var trimmed = SampleTable.Html("<tr><th></th><th>4月</th><th>5月</th></tr>", 1);
        var whole = SampleTable.Html("<tr><th></th><th>4月</th></tr>", 1);

        Problems(SampleTable.Page($"<h2>1.相談対応件数</h2>{trimmed}<h2>{Whole}</h2>{whole}"))
            .Should().HaveCount(48).And.Contain("table 1,row 49,column 1 RowLength 「1.相談対応件数 の 沖縄県」: この行には値が1個あります（見出しの列と同じ2個） [4701]");
    }

    /// <summary>A page of a table and a second one with 累計値 and figures up to a month.</summary>
    private static string Page(string table, int asOf = 2) =>
        $"{SampleTable.Title}1.相談対応件数\n{table}{Whole}{SampleTable.Text($"{Header}\t累計値", 5, (a, c) => c > asOf && c < 5 ? "" : SampleTable.Count(a, c))}";

    private static PublishedPage? Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Page;
    }

    private static IEnumerable<string> Problems(string document) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Problems
            .Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");
}
