using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Html;

/// <summary>Tabs made of radio buttons name the panels that a style sheet opens.</summary>
public sealed class RadioTabTests
{
    private const string Header = "<tr><th></th><th>4月</th></tr>";
    private const string Tabs = "<input type=radio name=t id=t1 checked><label for=t1>相談対応件数</label>"
        + "<input type='radio' name='t' id='t2'><label for='t2'>来訪相談者数</label>";
    private static readonly string First = SampleTable.Html(Header, 1);
    private static readonly string Second = SampleTable.Html(Header, 1, (a, _) => $"{a.Number + 5000}");

    public static TheoryData<string, string> Pages => new()
    {
        { "#t1:checked ~ #p1, #t2:checked ~ #p2", $"{Tabs}<div id=p1>{First}</div><div id=p2>{Second}</div>" },
        { "#t1:checked ~ .one { display: block } #t2:checked ~ .two", $"{Tabs}<div class=one>{First}</div><div class=two>{Second}</div>" },
        {
            "#t1:checked ~ .all .panel:nth-child(1),#t2:checked~.all>.panel:nth-of-type(2)",
            $"{Tabs}<div class=all><section class=panel>{First}</section><section class=panel>{Second}</section></div>"
        },
        {
            "#t2:checked ~ .all .panel:nth-child(3), #t1:checked ~ .all .panel:nth-child(2)",
            $"{Tabs}<div class=all><p>表</p><section class=panel>{First}</section><section class=panel>{Second}</section></div>"
        },
        {
            "#t1:checked ~ .all .panel:nth-child(1), #t2:checked ~ .all .panel:nth-child(2)",
            $"<!--<div class=panel>old</div>-->{Tabs}<script>var old = '<div class=panel>'</script>"
                + $"<div class=all><section class=panel title='>'>{First}</section>"
                + $"<section class=panel data-x='{new string('x', 3000)}'>{Second}</section></div>"
        },
        {
            "#t1:checked ~ .box:nth-child(1), #t2:checked ~ .box:nth-child(2), #t3:checked ~ .box:nth-child(3)",
            $"{Tabs}<div class=box>{First}</div><div class=box>{Second}</div>"
        },
        { ".other", $"{Tabs}<!--<div class=tab_content>old</div>--><div class='tab_content'>{First}</div><div class='tab_content'>{Second}</div>" },
        { "#t1:checked ~ .all #p1, #t2:checked ~ .all #p2", $"{Tabs}<div class=all><div id=p1>{First}</div><div id=p2>{Second}</div></div>" },
        { ".other", $"{Tabs}<div class='tab_content'>{First}</div><div class='tab_content'>{Second}</div>" },
        {
            ".other",
            $"{Tabs}<div class=card-body>{First.Replace("<table", "<div class='tab_content'><table", StringComparison.Ordinal)}</div></div>"
                + $"<div class='tab_content'>{Second}</div>"
        },
        {
            "#t2:checked ~ #p2",
            $"{Tabs.Replace("id='t2'", "data-id='9' id='t2'", StringComparison.Ordinal)}<h2>相談対応件数</h2>{First}<div id=p2 hidden>{Second}</div>"
        },
        { ".other", Tabs.Replace("相談対応件数</label>", $"相談対応件数</label><div>{First}</div>", StringComparison.Ordinal) + Second },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_label_is_the_heading_of_the_table_in_its_panel(string style, string body)
    {
        var result = Read(SampleTable.Page($"<style>{style} {{ display: block }}</style>{body}"));

        result.Problems.Select(p => p.Message.ToString()).Should().BeEmpty();
        result.Page!.Tables.Select(t => (t.Metric.Key, t.Heading, t.Observations[1].Figure.Count)).Should().Equal(
            ("consultations", "相談対応件数", 101), ("visitors", "来訪相談者数", 5001));
    }

    [Fact]
    public void Panels_of_two_groups_belong_to_the_buttons_of_their_group()
    {
        const string style = "#t1:checked~.panel:nth-child(2), #t2:checked~.panel:nth-child(3),"
            + "#u1:checked~.panel:nth-child(2), #u2:checked~.panel:nth-child(3) {}";
        const string others = "<input type=radio name=u id=u1><label for=u1>課題解決件数</label>"
            + "<input type=radio name=u id=u2><label for=u2>他の支援機関から紹介された名寄せ後の事業者数</label>";
        var third = SampleTable.Html(Header, 1, (a, _) => $"{a.Number + 7000}");
        var fourth = SampleTable.Html(Header, 1, (a, _) => $"{a.Number + 9000}");
        var page = Read(SampleTable.Page(
            $"<style>{style}</style>{Tabs}<div class=panel>{First}</div><div class=panel>{Second}</div>"
                + $"{others}<div class=panel>{third}</div><div class=panel>{fourth}</div>")).Page!;

        page.Tables.Select(t => (t.Heading, t.Observations[1].Figure.Count)).Should().Equal(
            ("相談対応件数", 101), ("来訪相談者数", 5001), ("課題解決件数", 7001), ("他の支援機関から紹介された名寄せ後の事業者数", 9001));
    }

    [Theory]
    [InlineData("<ul><li role=tab aria-controls=p1>相談対応件数<li role=tab aria-controls=p2>来訪相談者数</ul>")]
    [InlineData("<p>x<div role=tab aria-controls='p1 q1'><span>相談</span>対応件数</div><div role=tab aria-controls='p2 q2'>来訪相談者数</div>")]
    public void A_tab_that_another_tag_ends_names_its_own_panel(string tabs) =>
        Read(SampleTable.Page($"{tabs}<div id=p2>{Second}</div><div id=p1>{First}</div>")).Page!.Tables
            .Select(t => (t.Metric.Key, t.Observations[1].Figure.Count)).Should().Equal(("visitors", 5001), ("consultations", 101));

    [Fact]
    public void Panels_in_another_order_than_their_tabs_keep_their_labels()
    {
        var page = Read(SampleTable.Page($"<style>#t1:checked~#p1,#t2:checked~#p2{{}}</style>{Tabs}<div id=p2>{Second}</div><div id=p1>{First}</div>")).Page!;

        page.Tables.Select(t => (t.Metric.Key, t.Observations[1].Figure.Count)).Should().Equal(("visitors", 5001), ("consultations", 101));
    }

    [Fact]
    public void Labels_whose_panels_are_not_known_name_no_table() =>
        Read(SampleTable.Page($"{Tabs}{First}{Second}")).Problems.Select(p => $"{p.Position} {p.Message}").Should().Equal(
            "table 1,row 1,column 1 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し）",
            "table 2,row 1,column 1 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し）");

    private static ReadResult Read(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
}
