using System.Text;
using Yorozu.Statistics.Tests.Reading.Xlsx;
using Yorozu.Testing;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>Two tables beside each other are two tables; notes beside one are notes.</summary>
public sealed class SideBySideTests
{
    private static readonly string Two = Sheet("1.相談対応件数(件)\t\t\t\t2.来訪相談者数(者)\t\t", "都道府県\t4月\t5月\t\t都道府県\t4月\t5月");

    [Theory]
    [InlineData("\t")]
    [InlineData(",")]
    public void In_text_and_CSV(string separator) => Holds(Encoding.UTF8.GetBytes(Two.Replace("\t", separator, StringComparison.Ordinal)));

    [Fact]
    public void In_a_workbook() => Holds(WorkbookBuilder.FromText(Two).Build());

    [Fact]
    public void Under_one_heading_the_second_has_none() =>
        WorkbookTests.Problems(Encoding.UTF8.GetBytes(Sheet("1.相談対応件数(件)", "\t4月\t5月\t\t\t4月\t5月"))).Should()
            .Equal("4:9: 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し）");

    [Theory]
    [InlineData("\t")]
    [InlineData(",")]
    public void Halves_of_one_table_are_that_table(string separator)
    {
        var (left, right) = (SampleTable.Rows(2).Take(24), SampleTable.Rows(2).Skip(24));
        var rows = left.Zip(right).Select(r => $"{string.Join('\t', r.First)}\t\t{string.Join('\t', r.Second)}\n");
        var text = $"{SampleTable.Title}1.相談対応件数(件)\n\n都道府県\t4月\t5月\t\t都道府県\t4月\t5月\n{string.Concat(rows)}※速報値です。\n";

        var table = WorkbookTests.Read(Encoding.UTF8.GetBytes(text.Replace("\t", separator, StringComparison.Ordinal))).Tables.Single();
        var inWorkbook = WorkbookTests.Read(WorkbookBuilder.FromText(text).Build()).Tables.Single();

        table.Observations.Select(o => o.Figure.Count).Should().Equal(Area.All.SelectMany(a => (long?[])[(100 * a.Number) + 1, (100 * a.Number) + 2]));
        inWorkbook.Observations.Select(o => o.Figure.Count).Should().Equal(table.Observations.Select(o => o.Figure.Count));
        table.Notes.Should().Equal("※速報値です。");
    }

    [Theory]
    [InlineData(",備考", ",移転のため")]
    [InlineData(",,備考", ",,移転のため")]
    [InlineData(",備考,担当", ",移転のため")]
    public void A_row_may_end_before_a_column_of_remarks(string heading, string remark)
    {
        var rows = SampleTable.Text("\t4月\t5月", 2).Replace('\t', ',').Split('\n');
        rows[0] += heading;
        rows[9] += remark;

        var table = WorkbookTests.Read(Encoding.UTF8.GetBytes($"{SampleTable.Title}1.相談対応件数(件)\n\n{string.Join('\n', rows)}")).Tables.Single();

        table.Observations.Select(o => o.Figure.Count).Should().Equal(Area.All.SelectMany(a => (long?[])[(100 * a.Number) + 1, (100 * a.Number) + 2]));
    }

    [Fact]
    public void A_row_that_ends_before_a_figure_is_refused()
    {
        var rows = SampleTable.Text("\t4月\t5月", 2).Replace('\t', ',').Split('\n');
        rows[0] += ",備考";
        rows[9] = rows[9][..rows[9].LastIndexOf(',')];

        WorkbookTests.Problems(Encoding.UTF8.GetBytes($"{SampleTable.Title}1.相談対応件数(件)\n\n{string.Join('\n', rows)}")).Should()
            .ContainSingle().Which.Should().Contain("この行には値が1個あります");
    }

    [Fact]
    public void Notes_beside_a_table_in_CSV_are_its_notes()
    {
        var rows = SampleTable.Text("\t4月\t5月", 2).Replace('\t', ',').Split('\n');
        rows[3] += ",,※速報値です。";
        rows[9] += ",,担当は佐藤";

        var table = WorkbookTests.Read(Encoding.UTF8.GetBytes($"{SampleTable.Title}1.相談対応件数(件)\n\n{string.Join('\n', rows)}")).Tables.Single();

        table.Notes.Should().Equal("※速報値です。", "担当は佐藤");
        table.Observations.Select(o => o.Figure.Count).Should().Equal(Area.All.SelectMany(a => (long?[])[(100 * a.Number) + 1, (100 * a.Number) + 2]));
    }

    [Fact]
    public void Hidden_tables_beside_each_other_are_both_compared()
    {
        var both = SampleTable.Rows(1).Select((r, i) => $"<tr><td>{string.Join("<td>", r)}<td>{r[0]}<td>{(i == 9 ? "1" : r[1])}");
        var hidden = $"<div style='display:none'><table><tr><td><td>4月<td><td>4月{string.Concat(both)}</table></div>";
        var page = SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html("<tr><th></th><th>4月</th></tr>", 1)}{hidden}");

        WorkbookTests.Problems(Encoding.UTF8.GetBytes(page)).Should().ContainSingle().Which.Should().Contain("栃木県");
    }

    [Fact]
    public void Thousands_of_them_are_a_limited_number()
    {
        var header = string.Concat(Enumerable.Repeat("\t4月\t", 5_000));
        var row = string.Concat(Enumerable.Repeat("北海道\t1\t", 5_000));

        WorkbookTests.Problems(Encoding.UTF8.GetBytes($"{SampleTable.Title}1.相談対応件数(件)\n\n{header}\n{row}\n{row}\n{row}\n")).Should().NotBeEmpty();
    }

    private static void Holds(byte[] document)
    {
        var page = WorkbookTests.Read(document);

        page.Tables.Select(t => t.Metric.Key).Should().Equal("consultations", "visitors");
        page.Tables[0].Observations.Where(o => o.Area.Number == 12).Select(o => o.Figure.Count).Should().Equal(1201, 1202);
        page.Tables[1].Observations.Where(o => o.Area.Number == 12).Select(o => o.Figure.Count).Should().Equal(9012, 9013);
    }

    /// <summary>A title, the headings of two tables and the tables, a blank column between them.</summary>
    private static string Sheet(string headings, string header)
    {
        var right = SampleTable.Rows(2, (a, c) => $"{9000 + a.Number + c - 1}");
        var rows = SampleTable.Rows(2).Zip(right).Select(r => $"{string.Join('\t', r.First)}\t\t{string.Join('\t', r.Second)}\n");
        return $"{SampleTable.Title}{headings}\n{header}\n{string.Concat(rows)}";
    }
}
