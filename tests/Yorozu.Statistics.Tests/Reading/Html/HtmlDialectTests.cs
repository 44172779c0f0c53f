using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Reading.Headings;
using Yorozu.Statistics.Reading.Html;

namespace Yorozu.Statistics.Tests.Reading.Html;

/// <summary>The ways in which a page comes as HTML.</summary>
public sealed class HtmlDialectTests
{
    private const string Header = "<tr><th></th><th>4月</th><th>累計値</th></tr>";
    private const string SideBySide = "<table hidden><tr><th></th><th>4月</th><th></th><th>4月</th></tr><tr><td>北海道</td><td>1</td><td>北海道</td><td>4</td></tr>"
        + "<tr><td>青森県</td><td>2</td><td>青森県</td><td>5</td></tr><tr><td>岩手県</td><td>3</td><td>岩手県</td><td>6</td></tr></table>";

    [Theory]
    [InlineData("<h2>1.相談対応件数(件)</h2>")]
    [InlineData("<h6>1.相談対応件数<br>(件)</h6>")]
    [InlineData("<p><strong>相談対応件数（件）</strong></p>")]
    [InlineData("<p class=\"title\"><span>1.</span><span>相談対応件数</span></p>")]
    [InlineData("<div style=\"font-size: 120%; font-weight: bold;\">相談対応件数</div>")]
    [InlineData("1.相談対応件数(件)")]
    [InlineData("<h2>1.相談対応件数<sup>1</sup></h2><p>（単位：件）</p>")]
    [InlineData("<h3><a href=\"#panel-1\">1.相談対応件数(件)</a></h3><button>印刷</button>")]
    [InlineData("<h3>● 相談対応件数<small>(件)</small></h3><p>（令和8年4月30日時点）</p><p>表をダウンロード</p>")]
    [InlineData("<table><tr><td>1.相談対応件数</td><td>（単位：件）</td></tr></table>")]
    [InlineData("<h2>1.相談対応件数(件)</h2><table><tr><td><a href=\"/a\">表</a></td><td><a href=\"/b\">グラフ</a></td></tr></table>")]
    public void The_metric_is_named_by_any_kind_of_heading(string heading)
    {
        var table = Read(SampleTable.Page(heading + SampleTable.Html(Header, 2))).Tables.Single();

        table.Metric.Key.Should().Be("consultations");
        table.Metric.Unit.Should().Be("件");
    }

    [Theory]
    [InlineData("<h2>1.</div>相談対応件数(件)</h2>", "1.相談対応件数(件)")]
    [InlineData("<div><h2>1.相談対応件数(件)</div>", "1.相談対応件数(件)")]
    [InlineData("前置き</p>1.相談対応件数(件)", "1.相談対応件数(件)")]
    [InlineData("<h3>前置き</h4>1.相談対応件数(件)", "1.相談対応件数(件)")]
    public void An_end_tag_without_a_start_breaks_a_heading_only_where_a_browser_does(string heading, string read) =>
        Read(SampleTable.Page(heading + SampleTable.Html(Header, 2))).Tables.Single().Heading.Should().Be(read);

    [Fact]
    public void A_caption_or_a_row_across_the_table_may_be_the_heading_and_the_last_row_a_note()
    {
        var caption = SampleTable.Html($"<caption>1.相談対応件数(件)</caption>{Header}", 2);
        var row = SampleTable.Html($"<tr><td colspan=3>2.来訪相談者数(者)</td></tr>{Header}", 2)
            .Replace("</table>", "<tr><td colspan=3>※速報値です。</td></tr></table>", StringComparison.Ordinal);

        var page = Read(SampleTable.Page(caption + row));

        page.Tables.Select(t => t.Metric.Key).Should().Equal("consultations", "visitors");
        page.Tables[1].Notes.Should().Equal("※速報値です。");
    }

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("&#xFFFE;")]
    [InlineData("&#xD800;")]
    public void Noncharacters_do_not_make_the_reader_throw(string none)
    {
        var table = SampleTable.Html(Header.Replace("4月", $"4{none}月", StringComparison.Ordinal), 2)
            .Replace("岩手県", $"岩手県{none}", StringComparison.Ordinal);
        var html = SampleTable.Page($"<h2>1.相談{none}対応件数(件)</h2>{table}");

        FluentActions.Invoking(() => Problems(html).ToList()).Should().NotThrow();
        FluentActions.Invoking(() => Problems(html.Replace("度", $"度{none}", StringComparison.Ordinal)).ToList()).Should().NotThrow();
    }

    [Fact]
    public void Merged_header_cells_are_expanded()
    {
        var header = "<thead><tr><th rowspan=2>都道府県</th><th colspan=3>4月</th><th colspan=3>5月</th><th rowspan=2>累計値</th></tr>"
            + "<tr><th>トレーニー</th><th>出向者</th><th>合計</th><th>トレーニー</th><th>出向者</th><th>合計</th></tr></thead>";
        var table = Read(SampleTable.Page($"<h2>(1)ワンストップ相談窓口</h2><h3>b トレーニーの受け入れ人数や出向の受け入れ人数</h3>{SampleTable.Html(header, 7)}")).Tables[0];

        table.Observations.Where(o => o.Area.Number == 2).Select(o => (o.Month.Month, o.Part, o.Figure.Count)).Should().Equal(
            (4, "トレーニー", 201), (4, "出向者", 202), (4, "合計", 203), (5, "トレーニー", 204), (5, "出向者", 205), (5, "合計", 206));
        table.Cumulatives.Where(c => c.Area.Number == 2).Select(c => (c.Part, c.Figure.Count)).Should().Equal(("合計", 207));
        table.Observations[0].Position.Should().Be(SourcePosition.InTable(1, 3, 2));
    }

    [Theory]
    [InlineData("<a href=\"/x\"><b>1,234</b></a>")]
    [InlineData("&nbsp;1,234&#x3000;")]
    [InlineData("\n   <p> 1,234 </p>\n")]
    [InlineData("<span>1</span><span>,234</span>")]
    [InlineData("<!-- 9 -->1,234<script>9</script><style>9</style>")]
    [InlineData("<span hidden>9</span>1,234<span style=\"DISPLAY : none\">9</span><i class=\"sr-only\">9</i>")]
    [InlineData("1,&#8203;2&shy;34")]
    [InlineData("<span class=\"d-none d-md-inline\">1,234</span><span class=\"d-none\">9</span>")]
    [InlineData("<ruby>1,234<rp>(</rp><rt>9</rt><rp>)</rp></ruby>")]
    [InlineData("<img src=\"n.png\" alt=\"1,234\">")]
    [InlineData("<input value=\"1,234\"><input type=hidden value=9>")]
    [InlineData("１，２３４<br>")]
    [InlineData("1,234<sup>2</sup>")]
    [InlineData("1,234<span style=\"vertical-align: super\">2</span>")]
    [InlineData("1,234<sup>※1</sup>")]
    [InlineData("1,234<a href='#n1'>※1</a>")]
    [InlineData("1,234<span class=note>（注2）</span>")]
    [InlineData("<del>1,324</del>1,234")]
    [InlineData("<span style='text-decoration: line-through'>1,324</span> 1,234")]
    [InlineData("<span class=\"pc\">1,234</span><span class=\"sp\">1,234</span>")]
    public void A_count_is_what_is_printed_in_the_cell(string cell)
    {
        var table = Read(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2, (_, _) => cell)}")).Tables[0];

        table.Observations.Select(o => o.Figure.Count).Distinct().Should().Equal(1234);
    }

    [Theory]
    [InlineData("<del>12</del>", "「~~12~~」に数字でない文字「~」があります")]
    [InlineData("12<br>13", "「12 13」の途中に空白があります")]
    [InlineData("12<p>13</p>", "「12 13」の途中に空白があります")]
    [InlineData("12<table><tr><td>1</td></tr></table>", "「12 1」の途中に空白があります")]
    public void Text_beside_a_count_never_runs_into_it(string cell, string found)
    {
        var problems = Problems(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2, (a, c) => a.Number == 31 && c == 1 ? cell : "5")}"));

        problems.Should().Equal($"table 1,row 33,column 2 NotACount 「1.相談対応件数 の 鳥取県・4月」: {found}（0以上の整数（例: 1,234）、または空白）");
    }

    [Theory]
    [InlineData("12<small>1</small>")]
    [InlineData("12<font size=1>1</font>")]
    [InlineData("542<span class=\"note\">1</span>")]
    [InlineData("542<span style=\"position: relative; top: -4px\">1</span>")]
    [InlineData("542<a href=\"#fn1\">1</a>")]
    [InlineData("<span class=\"old\">858</span><span class=\"new\">860</span>")]
    [InlineData("<span class=\"pc\">858</span><span class=\"sp\">860</span>")]
    [InlineData("<span class=\"sort\">858</span>858")]
    [InlineData("<div style=\"float: left\">858</div><div>860</div>")]
    [InlineData("1<rt>2</rt>")]
    public void Digits_of_different_elements_are_no_figure_unless_it_is_certain_which_is_meant(string cell)
    {
        var problems = Problems(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2, (a, c) => a.Number == 31 && c == 1 ? cell : "5")}"));

        problems.Should().ContainSingle().Which.Should().StartWith("table 1,row 33,column 2 NotACount 「1.相談対応件数 の 鳥取県・4月」");
    }

    [Theory]
    [InlineData("<div role=tabpanel hidden>@</div>")]
    [InlineData("<div class=\"tab-pane fade\" style=\"display: none\">@</div>")]
    [InlineData("<button aria-controls=p2>来訪</button><div id=p2 hidden>@</div>")]
    [InlineData("<ul><li><a href=\"#p2\">来訪</a></li></ul><div id=p2 style='display:none'>@</div>")]
    [InlineData("<details><summary>開く</summary>@</details>")]
    public void A_panel_that_a_reader_can_open_is_read(string panel)
    {
        var other = $"<h2>2.来訪相談者数(者)</h2>{SampleTable.Html(Header, 2)}";

        var page = Read(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}{panel.Replace("@", other, StringComparison.Ordinal)}"));

        page.Tables.Select(t => t.Metric.Key).Should().Equal("consultations", "visitors");
        page.Notices.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(SideBySide)]
    public void Permanently_hidden_tables_are_reported(string table)
    {
        table = table.Length > 0 ? table : SampleTable.Html(Header, 2, (a, c) => $"{a.Number + c}");
        var hidden = $"<div style='display:none'><h2>2.来訪相談者数(者)</h2>{table}</div>";

        Read(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}{hidden}")).Notices.Select(n => $"{n.Position} {n.Message}")
            .Should().Equal("table 2,row 1,column 1 非表示の表が1個あります。開くことのできない表なので、読み取っていません");
    }

    [Fact]
    public void Hidden_rows_cells_and_tables_are_not_there()
    {
        var hidden = $"<div style='display:none'><h2>1.課題解決件数(件)</h2>{SampleTable.Html(Header, 2)}</div>"
            + $"<table hidden>{Header}<tr><td>北海道</td><td>1</td></tr></table>";
        var rows = SampleTable.Html($"{Header}<tr hidden><td>合計</td><td>1</td><td>1</td></tr>", 2)
            .Replace("<td>北海道</td>", "<td hidden>9</td><td>北海道</td>", StringComparison.Ordinal);

        var page = Read(SampleTable.Page($"{hidden}<h2>1.相談対応件数(件)</h2>{rows}"));

        page.Tables.Single().Observations[1].Figure.Should().Be(Figure.Of(101));
    }

    [Theory]
    [InlineData("<div style='display: none'>@</div><table hidden><tr><td>@</td></tr></table>", "table 1,row 1,column 1 TableMissing 表が3個ありますが、すべて非表示になっています")]
    [InlineData("@<table class='d-none'><tr><td>1</td></tr></table>", "table 2,row 1,column 1 TableMissing 月ごと・都道府県ごとの表がありません。ほかに非表示の表が1個あります")]
    [InlineData("<table><tbody hidden><tr><td>1</td></tr></tbody></table>", "table 1,row 1,column 1 TableMissing 表が1個ありますが、すべて非表示になっています")]
    [InlineData($"@{SideBySide}", "table 2,row 1,column 1 TableMissing 月ごと・都道府県ごとの表がありません。ほかに非表示の表が1個あります")]
    [InlineData(SideBySide, "table 1,row 1,column 1 TableMissing 表が1個ありますが、すべて非表示になっています")]
    public void A_page_without_a_visible_table_reports_the_hidden_ones_and_what_to_do(string tables, string problem) =>
        Problems(SampleTable.Page(
            $"<h2>1.相談対応件数(件)</h2>{tables.Replace("@", "<table><tr><td>電話</td><td>0120-000-000</td></tr></table>", StringComparison.Ordinal)}"))
            .Should().Equal($"{problem}（ブラウザーで表を開いて表示した状態で保存したHTML、または表示した表を選択して貼り付けたテキスト）");

    [Fact]
    public void Boilerplate_is_told_from_data_by_its_content()
    {
        var menu = "<table><tr><td><a href='/1'>4月</a></td><td><a href='/2'>5月</a></td></tr></table>"
            + "<table><tr><td><a href='/h'>北海道</a></td><td><a href='/a'>青森県</a></td></tr></table>";
        var contact = "<table><tr><th>都道府県</th><th>住所</th><th>電話</th></tr><tr><td>北海道</td><td>札幌市中央区1-2</td><td>011-000-0000</td></tr></table>";
        var calendar = "<table><tr><td>1</td><td>2</td><td>3</td></tr></table>";
        var page = Read(SampleTable.Page(
            $"{menu}{contact}{calendar}<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}<p>◆全ての数。</p>{contact}{menu}<footer><p>無断転載を禁じます。</p></footer>"));

        page.Tables.Count.Should().Be(1);
        page.Tables[0].Position.Should().Be(SourcePosition.InTable(5, 1, 1));
        page.Tables[0].Definition.Should().Be("全ての数。");
        page.Tables[0].Notes.Should().BeEmpty();
    }

    [Fact]
    public void A_table_that_lays_out_the_page_is_looked_into()
    {
        var content = $"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}<p>◆全ての数。</p>";
        var page = Read(SampleTable.Page($"<table><tr><td><a href='/'>ホーム</a></td><td>{content}</td></tr></table>"));

        page.Tables.Single().Definition.Should().Be("全ての数。");
    }

    [Theory]
    [InlineData("</tr>\n<tr><td>青森県</td>", "</tr>\n5.新しい指標<tr><td>青森県</td>", "table 1,row 3,column 1 Markup 表のセルの外に文字やタグがあります（すべての文字が<td>か<th>の中にある表）")]
    [InlineData("<td>青森県</td>", "<td>青森県<template></td>", "table 1,row 4,column 1 Markup 表のセルの外に文字やタグがあります（すべての文字が<td>か<th>の中にある表）")]
    [InlineData("<td>青森県</td>", "<td title=\"青森県>青森県</td><td class=\"x\">", "table 1,row 4,column 1 Markup <td>の属性の引用符が閉じられていません（属性の値の終わりの引用符）")]
    [InlineData("<td>青森県</td>", "<td colspan=2>青森県</td>", "table 1,row 4,column 1 RowLength 「1.相談対応件数 の 青森県」: この行には値が3個あります（見出しの列と同じ2個）")]
    [InlineData(
        "<td>201</td><td>202</td></tr>\n<tr><td>岩手県</td><td>301</td>",
        "<td rowspan=2>201</td><td>202</td></tr>\n<tr><td>岩手県</td>",
        "table 1,row 5,column 2 NotACount 「1.相談対応件数 の 岩手県・4月」: 「201」がほかのセルと結合されています（セルごとに1つの数）")]
    [InlineData("<td>201</td>", "<td colspan=101>201</td>", "table 1,row 4,column 2 TooLarge 結合されたセルが大きすぎます（100セルまで）")]
    public void Broken_markup_is_refused_where_it_stands(string part, string broken, string problem)
    {
        var html = SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}").Replace(part, broken, StringComparison.Ordinal);

        Problems(html).Should().Contain(problem);
    }

    [Theory]
    [InlineData("</table>")]
    [InlineData("<td>沖縄県</td>")]
    [InlineData("01</td>")]
    [InlineData("</body>")]
    public void A_file_that_was_cut_off_is_refused(string at)
    {
        var html = SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}");

        Problems(html[..(html.LastIndexOf(at, StringComparison.Ordinal) + 2)])
            .Should().Contain(p => p.EndsWith(" Truncated ファイルが途中で終わっています（</table>や</html>で閉じられたHTML全体）", StringComparison.Ordinal));
    }

    private static PublishedPage Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Page!;
    }

    private static IEnumerable<string> Problems(string document) =>
        DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Problems.Select(p => $"{p.Position} {p.Kind} {p.Message}");
}
