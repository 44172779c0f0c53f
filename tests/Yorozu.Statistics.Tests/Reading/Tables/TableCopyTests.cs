using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>A table printed again for phones or for printing, visible or hidden: equal copies are one, different ones a refusal.</summary>
public sealed class TableCopyTests
{
    private const string Heading = "<h2>1.相談対応件数(件)</h2>";
    private const string Header = "<tr><th></th><th>4月</th><th>累計値</th></tr>";
    private static readonly string Table = SampleTable.Html(Header, 2);

    [Theory]
    [InlineData("<div class=\"d-none d-md-block\">@</div><div class=\"d-md-none\">@</div>")]
    [InlineData("<div class=pc>@</div><div class=sp>#@</div>")]
    [InlineData("@<div class=visible-xs>@</div><div class=print-only>@</div>")]
    [InlineData("@<div style=\"display:none\">#@</div>")]
    [InlineData("@<div class=hidden>@</div>")]
    public void Equal_copies_are_one_table(string body)
    {
        var page = Read(Page(body + "<p>※速報値です。</p>"));

        page.Tables.Should().ContainSingle().Which.Notes.Should().Equal("※速報値です。");
        page.Tables[0].Position.Should().Be(SourcePosition.InTable(1, 1, 1));
        page.Notices.Should().BeEmpty();
    }

    [Fact]
    public void A_copy_may_print_its_figures_another_way()
    {
        var copy = SampleTable.Html(Header, 2, (a, c) => $"{(a.Number * 100) + c:N0}件");

        Read(Page($"@<div class=sp>#{copy}</div>")).Tables.Should().ContainSingle();
    }

    [Theory]
    [InlineData("@<div class=sp>#*</div>")]
    [InlineData("@<div class=sp>*</div>")]
    [InlineData("@<div style=\"display:none\">*</div>")]
    public void Different_copies_are_refused_with_both_places(string body) => Problems(Page(body)).Should().Equal(
        "table 2,row 4,column 2 MetricHeading 「1.相談対応件数(件)」の表が2つあり、1か所で値が違います。青森県の4月は「201」（表1の4行目2列目）と「210」（ここ）"
            + "（同じ表の写しなら同じ値。別の指標の表なら別の見出し） [210]");

    [Fact]
    public void A_different_total_is_a_difference() => Problems(
        Page($"@<div class=sp>{Table.Replace("<td>202<", "<td>220<", StringComparison.Ordinal)}</div>")).Should().Equal(
        "table 2,row 1,column 1 MetricHeading 「1.相談対応件数(件)」の表が2つあり、1か所で累計値が違います。1つ目は表1の1行目1列目から始まる表"
            + "（同じ表の写しなら同じ値。別の指標の表なら別の見出し） []");

    [Fact]
    public void A_table_of_another_metric_that_happens_to_be_equal_is_none()
    {
        var small = SampleTable.Html(Header, 2, (_, _) => "0");

        Problems(Page($"@<h2>2.来訪相談者数(者)</h2>{small}{small}")).Should().ContainSingle()
            .Which.Should().Contain("表のすぐ上に指標の見出しがありません");
        Read(Page("@<h2>2.来訪相談者数(者)</h2>@")).Tables.Should().HaveCount(2);
    }

    [Fact]
    public void A_full_year_of_sixteen_tables_with_copies_stays_within_the_limits()
    {
        var header = $"<tr><th></th>{string.Concat(new FiscalYear(2026).Months.Select(m => $"<th>{m.Month}月</th>"))}<th>累計値</th></tr>";
        var tables = string.Concat(Enumerable.Range(1, 16).Select(
            n => $"<h2>{n}.指標{n}の数(件)</h2>{SampleTable.Html(header, 13, (a, c) => $"{(n * 10_000) + (a.Number * 100) + c}")}"));

        Read(SampleTable.Page($"<div class=pc>{tables}</div><div class=sp>{tables}</div>")).Tables.Should().HaveCount(16);
    }

    private static string Page(string body) => SampleTable.Page(Heading + body
        .Replace("#", Heading, StringComparison.Ordinal)
        .Replace("@", Table, StringComparison.Ordinal)
        .Replace("*", Table.Replace("<td>201<", "<td>210<", StringComparison.Ordinal), StringComparison.Ordinal));

    private static PublishedPage Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return Result(document).Page!;
    }

    private static IEnumerable<string> Problems(string document) =>
        Result(document).Problems.Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");

    private static ReadResult Result(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
}
