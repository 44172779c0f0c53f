using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>Tables of past years and of leading prefectures beside those of the page are told apart and said.</summary>
public sealed class PastYearTests
{
    private const string Header = "<tr><th></th><th>4月</th></tr>";
    private const string First = "<h3>1.相談対応件数(件)</h3>";
    private const string Second = "<h3>2.来訪相談者数(者)</h3>";
    private static readonly string Table = SampleTable.Html(Header, 1);
    private static readonly string Other = SampleTable.Html(Header, 1, (a, _) => $"{a.Number + 5000}");
    private static readonly string Past = SampleTable.Html(Header, 1, (a, _) => $"{a.Number + 9000}");
    private static readonly string Top = $"<table>{Header}<tr><td>沖縄県</td><td>4701</td></tr><tr><td>鹿児島県</td><td>4601</td></tr></table>";

    public static TheoryData<string, string[]> Pages => new()
    {
        {
            $"{First}{Table}{Second}{Other}<h2>令和7年度の実績（参考）</h2>{First}{Past}{Second}{Past}",
            ["「1.相談対応件数(件)」の表は令和7年度の表なので、読み取っていません", "「2.来訪相談者数(者)」の表は令和7年度の表なので、読み取っていません"]
        },
        {
            $"<h2>令和7年度</h2>{First}{Past}{Second}{Past}<h2>令和8年度</h2>{First}{Table}{Second}{Other}",
            ["「1.相談対応件数(件)」の表は令和7年度の表なので、読み取っていません", "「2.来訪相談者数(者)」の表は令和7年度の表なので、読み取っていません"]
        },
        {
            $"{First}<h4>令和7年度</h4>{Past}<h4>令和8年度</h4>{Table}{Second}{Other}",
            ["「1.相談対応件数(件)」の表は令和7年度の表なので、読み取っていません"]
        },
        { $"{First}<h4>令和8年度</h4>{Table}<h4>令和7年度</h4>{Past}{Second}{Other}", ["令和7年度の表は読み取っていません"] },
        { $"{First}{Table}<h3>相談対応件数（令和7年度）(件)</h3>{Past}{Second}{Other}", ["「相談対応件数（令和7年度）(件)」の表は令和7年度の表なので、読み取っていません"] },
        {
            $"{First}{Table}{Second}{Other}<h2>参考</h2><h3>相談対応件数(件)</h3>{Past.Replace("4月", "令和7年4月", StringComparison.Ordinal)}",
            ["「相談対応件数(件)」の表は令和7年度の表なので、読み取っていません"]
        },
        { $"{First}<h4>上位2拠点</h4>{Top}<h4>全拠点</h4>{Table}{Second}{Other}", ["「上位2拠点」の表は一部の拠点だけの表なので、読み取っていません"] },
        { $"{First}{Table}<h3>相談対応件数 ワースト2(件)</h3>{Top}{Second}{Other}", ["「相談対応件数 ワースト2(件)」の表は一部の拠点だけの表なので、読み取っていません"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Only_the_page_s_own_tables_are_read(string body, string[] notices)
    {
        var page = Read(SampleTable.Page(body)).Page!;

        page.FiscalYear.Should().Be(new FiscalYear(2026));
        page.Tables.Select(t => (t.Metric.Key, t.Observations[1].Figure.Count)).Should().Equal(("consultations", 101), ("visitors", 5001));
        page.Notices.Select(n => n.Message.ToString()).Should().Equal(notices);
    }

    [Fact]
    public void In_text_their_notes_go_with_them()
    {
        var page = Read($"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text("\t4月", 1)}\n※速報値です。\n\n上位1拠点\n\n\t4月\n沖縄県\t4701\n\n※上位のみです。\n\n"
            + $"令和7年度よろず支援拠点相談等実績\n\n1.相談対応件数(件)\n\n{SampleTable.Text("\t4月", 1, (a, _) => "7")}\n※確定値です。\n").Page!;

        page.Tables.Should().ContainSingle().Which.Notes.Should().Equal("※速報値です。");
        page.Notices.Select(n => $"{n.Position} {n.Message}").Should().Equal(
            "59:1 「上位1拠点」の表は一部の拠点だけの表なので、読み取っていません", "68:1 「1.相談対応件数(件)」の表は令和7年度の表なので、読み取っていません");
    }

    [Fact]
    public void A_remark_on_a_table_of_leaders_is_not_one_on_the_table_of_all() =>
        Read(SampleTable.Page($"{First}<h4>上位2拠点</h4>{Top}<p>※上位のみです。</p><h4>全拠点</h4>{Table}")).Page!.Tables.Should().ContainSingle()
            .Which.Notes.Should().BeEmpty();

    [Fact]
    public void A_heading_between_a_past_year_and_the_next_table_is_missed_when_its_table_is_missing()
    {
        var past = $"1.相談対応件数（令和7年度）(件)\n\n{SampleTable.Text("\t4月", 1, (a, _) => "7")}\n";
        var text = $"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text("\t4月", 1)}\n{past}"
            + $"3.課題解決件数(件)\n\n次の表のとおりです。\n\n2.来訪相談者数(者)\n\n{SampleTable.Text("\t4月", 1, (a, _) => $"{a.Number}")}";

        Read(text).Problems.Select(p => p.Message.ToString()).Should().Equal("見出し「3.課題解決件数(件)」の下に表がありません（見出しの指標の表）");
    }

    [Theory]
    [InlineData("令和2年度課題解決件数(件)")]
    [InlineData("令和七年度他の支援機関から紹介された名寄せ後の事業者数")]
    public void A_year_in_the_heading_of_a_metric_without_a_table_of_this_year_is_refused(string heading)
    {
        var text = $"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text("\t4月", 1)}\n{heading}\n\n{SampleTable.Text("\t4月", 1, (a, _) => $"{a.Number}")}\n"
            + $"2.来訪相談者数(者)\n\n{SampleTable.Text("\t4月", 1, (a, _) => $"{a.Number + 5000}")}";

        Read(text).Problems.Select(p => p.Message.ToString()).Should().Contain(p => p.StartsWith("令和8年度（1行目1文字目の見出し）と違う「令和"));
    }

    [Fact]
    public void A_year_of_another_metric_is_no_past_year_and_refused_with_both_places() =>
        Read(SampleTable.Page($"{First}{Table}<h2>令和7年度</h2>{Second}{Other}")).Problems.Select(p => p.Message.ToString())
            .Should().Equal("令和8年度（1行目32文字目の見出し）と違う「令和7年度」があります（1つの年度）");

    [Fact]
    public void A_table_that_says_another_year_than_its_heading_is_no_past_year() =>
        Read(SampleTable.Page($"{First}{Table}<h3>相談対応件数（令和8年度）(件)</h3>{Past.Replace("4月", "令和7年4月", StringComparison.Ordinal)}")).Problems
            .Select(p => p.Message.ToString()).Should().Contain(p => p.Contains("同じ指標の表が2つ以上あります", StringComparison.Ordinal))
            .And.Contain("「相談対応件数（令和8年度）」: 列見出し「令和7年4月」は令和8年度（1行目32文字目の見出し）の月ではありません（2026年の4月）");

    [Fact]
    public void A_table_with_few_rows_without_such_a_heading_is_damaged() =>
        Read(SampleTable.Page($"{First}{Top}{Second}{Other}")).Problems.Should()
            .Contain(p => p.Message.ToString().Contains("46行がありません", StringComparison.Ordinal));

    private static ReadResult Read(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
}
