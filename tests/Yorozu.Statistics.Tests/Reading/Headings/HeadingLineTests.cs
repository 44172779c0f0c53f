using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Headings;

/// <summary>Headings in buttons, links and tabs, and headings of several lines: metric and section keep their own names.</summary>
public sealed class HeadingLineTests
{
    private static readonly string Table = SampleTable.Html("<tr><th></th><th>4月</th><th>累計値</th></tr>", 2);
    private static readonly string Other = SampleTable.Html("<tr><th></th><th>4月</th><th>累計値</th></tr>", 2, (a, c) => $"{(a.Number * 50) + c + 7}");

    [Theory]
    [InlineData("<button type=button>1.相談対応件数(件)</button>@<button>2.来訪相談者数(者)</button>§")]
    [InlineData("<p><a href='/detail/1'>1.相談対応件数(件)</a></p>@<p><a href='/detail/2'>来訪相談者数</a></p>§")]
    [InlineData("<h2><a href='/1.html'>1.相談対応件数(件)</a></h2>@<h2><a href='/2.html'>2.来訪相談者数(者)</a></h2>§")]
    [InlineData(
        "<button role=tab aria-controls=p1>相談対応件数</button><button role=tab aria-controls=p2>来訪相談者数</button><div id=p1>@</div><div id=p2 hidden>§"
            + "</div>")]
    [InlineData(
        "<div role=tab id=t1>相談対応件数</div><div role=tab id=t2>来訪相談者数</div><div role=tabpanel aria-labelledby=t1>@</div>"
            + "<div role=tabpanel aria-labelledby=t2>§</div>")]
    [InlineData("<ul><li><a href='#p1'>相談対応件数</a></li><li><a href='#p2'>来訪相談者数</a></li></ul><div id=p1>@</div><div id=p2 style='display:none'>§</div>")]
    [InlineData(
        "<ul><li><a href='#p1'>1.相談</a></li><li><a href='#p2'>2.来訪</a></li></ul><div id=p1><h2>1.相談対応件数(件)</h2>@</div><div id=p2><h2>2.来訪相談者数(者)"
            + "</h2>§</div>")]
    [InlineData(
        "<h2><button data-bs-target='#c1'>1.相談対応件数(件)</button></h2><div id=c1>@</div><h2><button data-bs-target='#c2'>2.来訪相談者数(者)</button></h2>"
            + "<div id=c2 class=collapse>§</div>")]
    [InlineData("<details><summary>1.相談対応件数(件)</summary>@</details><details><summary>2.来訪相談者数(者)</summary>§</details>")]
    [InlineData("<h3><img src=n.gif alt=NEW> 1.相談対応件数(件)</h3>@<h3><img src=n.gif alt=new>2.来訪相談者数(者)</h3>§")]
    [InlineData("<p>NEW! （1）相談対応件数(件)</p>@<p>NEW (2) 来訪相談者数(者)</p>§")]
    public void What_opens_a_table_is_its_heading(string body)
    {
        var page = Read(Page(body));

        page.Tables.Select(t => t.Metric.Key).Should().Equal("consultations", "visitors");
        page.Tables.Select(t => t.Observations[33].Figure.Count).Should().Equal(3301, 1658);
        page.Notices.Should().BeEmpty();
    }

    [Fact]
    public void The_labels_of_tabs_may_be_sections()
    {
        var tabs = "<a role=tab href='#a1'>ワンストップ相談窓口</a><a role=tab href='#a2'>(2)生産性向上支援センター</a>";
        var page = Read(Page($"{tabs}<div id=a1><h3>1.名寄せ後の事業者数(者)</h3>@</div><div id=a2><h3>1.名寄せ後の事業者数(者)</h3>§</div>"));

        page.Tables.Select(t => t.Metric.Key).Should().Equal("one-stop-businesses", "productivity-businesses");
    }

    [Fact]
    public void Links_that_may_each_be_the_heading_are_none() =>
        Problems(Page("<ul><li><a href='/1'>1.相談対応件数(件)</a></li><li><a href='/2'>2.来訪相談者数(者)</a></li></ul>@"))
            .Should().ContainSingle().Which.Should().StartWith("table 1,row 1,column 1 MetricHeading 表のすぐ上に指標の見出しがありません");

    [Theory]
    [InlineData("<h2>1.相談対応件数(件)</h2><h3>都道府県別・月別の推移</h3>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p><b>全国の拠点の状況</b></p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>都道府県ごとの相談対応件数</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><table><caption>都道府県別 相談対応件数</caption>")]
    [InlineData("<h2>1.相談対応件数(件)</h2><table><caption>令和8年度 都道府県別月別一覧</caption>")]
    [InlineData("<h2>1.相談対応件数(件)</h2><table><caption>表1 都道府県別の件数</caption>")]
    [InlineData("<h2>1.相談対応件数(件)</h2><table><tr><td colspan=3>令和8年度 都道府県別</td></tr>")]
    [InlineData("<h2>相談実績</h2><h3>1.相談対応件数(件)</h3><h4>各月の件数</h4>@")]
    [InlineData("<h2>1.相談対応件数(件) <img src=n.gif alt=NEW></h2><p>（注1）</p><p>▲ページの先頭へ</p><p>[Excel形式：23KB]</p><p>NEW</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>ページの先頭へ戻ります</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>ページの先頭に戻る ↑</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>NEW 更新しました</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>NEW 5月分を追加しました</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>NEW 5.15 に更新しました</p>@")]
    [InlineData("<h2>1.相談対応件数(件)</h2><p>NEW 5. 15 に更新しました</p>@")]
    [InlineData("<p>1.相談対応件数(件)（令和7年度開始）</p>@")]
    public void Lines_that_say_how_the_table_is_arranged_do_not_name_it(string body)
    {
        var table = Read(Page(body.Contains('@') ? body : $"{body}{Table["<table>".Length..]}")).Tables.Single();

        (table.Metric.Key, table.Metric.Unit).Should().Be(("consultations", "件"));
        table.Notes.Should().NotContain(n => n == "NEW" || n.Contains("注1") || n.Contains("ページ") || n.Contains("Excel"));
    }

    [Theory]
    [InlineData("<h2>1.相談対応件数(件)</h2><h3>うちオンライン相談</h3>@", "うちオンライン相談")]
    [InlineData("<h2>1.相談対応件数(件)</h2><h3>前年同月の件数</h3>@", "前年同月の件数")]
    [InlineData("<h2>1.相談対応件数(件)</h2><h3>5月の件数</h3>@", "5月の件数")]
    [InlineData("<h2>1.相談対応件数(件)</h2><h3>よろず支援拠点で受けた電話の件数</h3>@", "よろず支援拠点で受けた電話の件数")]
    public void A_line_that_may_name_another_metric_is_quoted(string body, string line) =>
        Problems(Page(body)).Should().ContainSingle().Which.Should().EndWith(
            $"MetricHeading 見出し「1.相談対応件数(件)」と表の間にこの行があり、どちらが表の見出しか分かりません（表のすぐ上に指標の見出し。表の説明の行は「※」で始めます） [{line}]");

    [Theory]
    [InlineData("5月")]
    [InlineData(">")]
    [InlineData("オンライン")]
    public void Any_other_text_above_the_table_is_quoted(string line) =>
        Problems(Page($"<h2>1.相談対応件数(件)</h2>{line}@")).Should().Equal(
            $"table 1,row 1,column 1 MetricHeading 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し） [{line}]");

    [Fact]
    public void A_heading_without_number_over_new_metrics_is_their_section()
    {
        var page = Read(Page("<h2>事業承継支援センター</h2><h3>1.名寄せ後の事業者数(者)</h3>@<h3>2.相談実績件数(件)</h3>§"));

        page.Tables.Select(t => (t.Metric.Section, t.Metric.Name)).Should().Equal(("事業承継支援センター", "名寄せ後の事業者数"), ("事業承継支援センター", "相談実績件数"));
        page.NewTerms.Should().NotContain(t => t.IsQuestion);
    }

    [Theory]
    [InlineData("<h2>ワンストップ相談窓口</h2><h3>相談の内容</h3><h4>2.相談実績件数(件)</h4>@", "one-stop-consultations")]
    [InlineData("<h2>相談の内容</h2><h3>(1)ワンストップ相談窓口</h3><h4>2.相談実績件数(件)</h4>@", "one-stop-consultations")]
    [InlineData("<h2>相談の内容</h2><h3>1.相談対応件数(件)</h3>@", "consultations")]
    public void A_heading_over_known_metrics_is_no_section(string body, string key) => Read(Page(body)).Tables.Single().Metric.Key.Should().Be(key);

    /// <summary>A page with a table in place of @ and another in place of §.</summary>
    private static string Page(string body) =>
        SampleTable.Page(body.Replace("@", Table, StringComparison.Ordinal).Replace("§", Other, StringComparison.Ordinal));

    private static PublishedPage Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return Result(document).Page!;
    }

    private static IEnumerable<string> Problems(string document) =>
        Result(document).Problems.Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");

    private static ReadResult Result(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
}
