using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Html;

/// <summary>Markup with end tags left out, spans that are too long and attributes with tags in them, which a browser shows as meant.</summary>
public sealed class OpenMarkupTests
{
    private const string Header = "<tr><th></th><th>4月</th><th>累計値</th></tr>";
    private static readonly string Table = SampleTable.Html(Header, 2);
    private static readonly string Other = SampleTable.Html(Header, 2, (a, c) => $"{a.Number + c}");
    private static readonly string Whole = SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{Table}<h2>2.来訪相談者数(者)</h2>{Other}");

    [Theory]
    [InlineData("</html>", "")]
    [InlineData("</body>", "")]
    [InlineData("</body></html>", "", "資料の終わりに</html>がありません。途中で切れていないか確かめてください")]
    [InlineData("</table></body>", "</body>", "表の終わりの</table>がありません。ここまでを表として読みました")]
    [InlineData("</table></body></html>", "", "表の終わりの</table>がありません。ここまでを表として読みました", "資料の終わりに</html>がありません。途中で切れていないか確かめてください")]
    [InlineData("</table><h2>", "<h2>", "表の終わりの</table>がありません。ここまでを表として読みました")]
    public void End_tags_that_a_reader_does_not_miss_may_be_left_out(string tags, string left, params string[] notices)
    {
        var page = Read(Whole.Replace(tags, left, StringComparison.Ordinal));

        page.Tables.Select(t => (t.Metric.Key, t.Observations.Count)).Should().Equal(("consultations", 48), ("visitors", 48));
        page.Notices.Select(n => n.Text.ToString()).Should().BeEquivalentTo(notices);
    }

    [Fact]
    public void A_table_that_ends_before_its_last_prefecture_is_cut_off_whatever_follows()
    {
        var cut = Whole.Replace("<tr><td>沖縄県</td><td>4701</td><td>4702</td></tr>\n</table>", "", StringComparison.Ordinal);

        Problems(cut).Should().Contain(p => p.Contains("Markup 表のセルの外に文字やタグがあります", StringComparison.Ordinal))
            .And.Contain(p => p.Contains("沖縄県の行がありません", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<table>")]
    [InlineData("<table><tr><td>目次</td></tr>")]
    [InlineData("<table><tr><td>目次</td><td>地図</td></tr>")]
    public void A_heading_in_an_unclosed_table_is_not_passed_over(string unclosed)
    {
        var open = Whole.Replace("<h2>2.", $"{unclosed}<h2>2.", StringComparison.Ordinal);

        Problems(open).First()
            .Should().EndWith("Markup 表のセルの外に文字やタグがあります（すべての文字が<td>か<th>の中にある表） [2.来訪相談者数(者)]");
    }

    [Theory]
    [InlineData("<table>")]
    [InlineData("<table><tr><td><a href=\"/a\">表</a></td><td><a href=\"/b\">グラフ</a></td></tr>")]
    [InlineData("<table><tr><td><a href=\"/a\">表</a></td><td><a href=\"/b\">グラフ</a></td>")]
    public void A_table_ends_an_unclosed_one_without_figures(string unclosed)
    {
        var open = Whole.Replace("</h2><table>", $"</h2>{unclosed}<table>", StringComparison.Ordinal);

        Read(open).Tables.Select(t => t.Heading).Should().Equal("1.相談対応件数(件)", "2.来訪相談者数(者)");
    }

    [Theory]
    [InlineData("<td hidden>")]
    [InlineData("<tr hidden>")]
    [InlineData("<tbody style='display:none'>")]
    [InlineData("<td>")]
    public void A_part_of_a_table_outside_a_table_is_ignored_as_a_browser_does(string part) =>
        Read(Whole.Replace("<h2>2.来訪", $"<h2>2.{part}来訪", StringComparison.Ordinal)).Tables
            .Select(t => (t.Heading, t.Observations.Count)).Should().Equal(("1.相談対応件数(件)", 48), ("2.来訪相談者数(者)", 48));

    [Theory]
    [InlineData("<thead><tr><th rowspan=2></th><th rowspan=2>4月</th><th rowspan=2>累計値</th></tr></thead><tbody>")]
    [InlineData("<thead><tr><th rowspan=2>都道府県</th><th>4月</th><th>累計値</th></tr></thead>")]
    [InlineData("<thead><tr><th rowspan=3>都道府県</th><th>4月</th><th>累計値</th></tr><tbody>")]
    public void A_header_cell_does_not_reach_into_the_rows_below_the_header(string header)
    {
        var table = Read(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(header, 2)}")).Tables.Single();

        table.Observations.Select(o => o.Figure.Count).Should().Equal(Area.All.Select(a => (long?)((a.Number * 100) + 1)));
    }

    [Theory]
    [InlineData("<td title='<b>青森</b> \"県\" &gt; 説明'>青森県</td>")]
    [InlineData("<td data-content=\"<p>青森県</p><table><tr><td>5</td></tr></table>\">青森県</td>")]
    [InlineData("<td onclick=\"document.write('<b>x</b></td>')\">青森県</td>")]
    [InlineData("<td data-json='{\"html\":\"</div><tr>\"}'>青森県</td>")]
    [InlineData("<td style=\"background:url('data:image/svg+xml;utf8,<svg><text>1</text></svg>')\">青森県</td>")]
    [InlineData("<td><img src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><title>1</title></svg>\" alt=''>青森県</td>")]
    public void An_attribute_may_hold_quotation_marks_and_tags(string cell) =>
        Read(Whole.Replace("<td>青森県</td>", cell, StringComparison.Ordinal)).Tables[0].Observations[2].Figure.Should().Be(Figure.Of(201));

    [Theory]
    [InlineData("<td title=\"青森県>青森県</td><td class=\"x\">")]
    [InlineData("<td title=\"青森県>青森県</td><td class=\"\">")]
    [InlineData("<td title='青森県>青森県</td><td class='x'>")]
    [InlineData("<td title=\"青森県>青森県<br id=\"x\">")]
    public void A_missing_quotation_mark_is_still_found(string cell) =>
        Problems(Whole.Replace("<td>青森県</td>", cell, StringComparison.Ordinal))
            .Should().Contain(p => p.Contains("Markup <td>の属性の引用符が閉じられていません（属性の値の終わりの引用符）", StringComparison.Ordinal));

    [Theory]
    [InlineData("<td>青森県</td>", "<td title=\"青森県>青森県</td>", "4:15 Markup <td>の属性の引用符が閉じられていません（属性の値の終わりの引用符） [\"青森県>青森県</td><td>201</td><td>202</td></t…]")]
    [InlineData("<h2>2.", "<h2 class='x>2.", "50:19 Markup <h2>の属性の引用符が閉じられていません（属性の値の終わりの引用符） ['x>2.来訪相談者数(者)</h2><table><tr><th></th><…]")]
    [InlineData("<td>7</td>", "<td style=\"text-align:right>7</td>", "55:37 Markup <td>の属性の引用符が閉じられていません（属性の値の終わりの引用符） [\"text-align:right>7</td></tr>]")]
    public void A_quotation_mark_missing_up_to_the_end_is_named_with_its_place_and_nothing_else(string tag, string broken, string problem)
    {
        var index = Whole.IndexOf(tag, StringComparison.Ordinal);

        Problems($"{Whole[..index].Replace("<body>", "<body>\n", StringComparison.Ordinal)}{broken}{Whole[(index + tag.Length)..]}").Should().Equal(problem);
    }

    [Fact]
    public void A_document_cut_within_an_attribute_is_cut_off() =>
        Problems(Whole[..Whole.IndexOf("<td>青森県", StringComparison.Ordinal)] + "<td class=\"x").Should()
            .Contain(p => p.Contains("Truncated ファイルが途中で終わっています", StringComparison.Ordinal))
            .And.NotContain(p => p.Contains("引用符", StringComparison.Ordinal));

    [Fact]
    public void A_document_cut_within_a_script_is_cut_off() =>
        Problems($"{Whole[..Whole.IndexOf("</body>", StringComparison.Ordinal)]}<script>if (a<b) x='<p </script ").Should().ContainSingle()
            .Which.Should().Contain("Truncated ファイルが途中で終わっています");

    [Fact]
    public void The_line_with_a_missing_quotation_mark_is_quoted_without_its_end() =>
        Problems(Whole.Replace("<h2>2.来訪相談者数(者)</h2>", "<h2 class='x>2.\r\n", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().EndWith("（属性の値の終わりの引用符） ['x>2.]");

    private static PublishedPage Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return Result(document).Page!;
    }

    private static IEnumerable<string> Problems(string document) =>
        Result(document).Problems.Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");

    private static ReadResult Result(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
}
