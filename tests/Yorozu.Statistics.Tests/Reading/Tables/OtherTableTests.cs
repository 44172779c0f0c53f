using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>Tables of other contents on the page are told apart by what they contain, and said.</summary>
public sealed class OtherTableTests
{
    private const string Header = "<tr><th></th><th>4月</th><th>累計値</th></tr>";
    private static readonly string Table = $"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(Header, 2)}";

    [Theory]
    [InlineData(
        "全国の実績",
        "<tr><th></th><th>4月</th><th>5月</th></tr><tr><td>相談対応件数</td><td>1,234</td><td>2,345</td></tr><tr><td>来訪相談者数</td><td>100</td><td>200</td>"
            + "</tr>")]
    [InlineData("全国計", "<tr><th></th><th>4月</th><th>5月</th></tr><tr><td>全国</td><td>1,234</td><td>2,345</td></tr>")]
    [InlineData(
        "年度の推移（参考）",
        "<tr><th></th><th>4月</th><th>5月</th></tr><tr><td>令和7年度</td><td>1,000</td><td>1,100</td></tr><tr><td>令和8年度</td><td>1,128</td><td>1,200</td>"
            + "</tr>")]
    [InlineData("ブロックの数", "<tr><th></th><th>4月</th></tr><tr><td>関東</td><td>10</td></tr><tr><td>近畿</td><td>20</td></tr>")]
    public void Months_without_prefectures_are_passed_over(string heading, string rows) => PassedOver(heading, $"<table>{rows}</table>");

    [Theory]
    [InlineData("拠点の体制", "<tr><th>都道府県</th><th>CO数</th><th>スタッフ数</th></tr>")]
    [InlineData("設置状況", "<tr><th>都道府県</th><th>設置年</th><th>職員数</th></tr>")]
    [InlineData("年度別", "<tr><th>都道府県</th><th>令和6年度</th><th>令和7年度</th></tr>")]
    public void Prefectures_below_other_words_than_months_are_passed_over(string heading, string header) => PassedOver(heading, SampleTable.Html(header, 2));

    [Fact]
    public void A_national_summary_below_the_heading_leaves_it_to_the_table_of_prefectures()
    {
        var summary = "<table><tr><th></th><th>4月</th></tr><tr><td>全国</td><td>1,234</td></tr></table>";
        var page = Read(SampleTable.Page(Table.Replace("</h2>", $"</h2>{summary}", StringComparison.Ordinal)));

        page.Tables.Single().Metric.Key.Should().Be("consultations");
        page.Notices.Select(n => n.Text.ToString()).Should().Equal("月ごと・都道府県ごとの表ではない表があります。読み取っていません");
    }

    [Fact]
    public void In_text_too()
    {
        var page = Read($"{SampleTable.Title}全国の実績\n\n\t4月\n相談対応件数\t1,234\n来訪相談者数\t100\n\n1.相談対応件数(件)\n\n{SampleTable.Text("\t4月", 1)}");

        page.Tables.Single().Metric.Key.Should().Be("consultations");
        page.Notices.Should().ContainSingle();
    }

    [Theory]
    [InlineData("<tr><th>都道府県</th><th>前月</th><th>当月</th></tr>")]
    [InlineData("<tr><th>都道府県</th><th>件数</th><th>順番</th></tr>")]
    public void A_table_below_the_heading_of_a_metric_is_never_passed_over(string header) =>
        Problems(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(header, 2)}")).Should().ContainSingle().Which.Should().Contain("月の見出しの行がありません");

    private static void PassedOver(string heading, string table)
    {
        foreach (var body in (string[])[$"<h2>{heading}</h2>{table}{Table}", $"{Table}<h2>{heading}</h2>{table}"])
        {
            var page = Read(SampleTable.Page(body));

            page.Tables.Single().Metric.Key.Should().Be("consultations");
            page.Tables[0].Observations[1].Figure.Should().Be(Figure.Of(101));
            page.Notices.Select(n => n.Text.ToString()).Should().Equal($"「{heading}」の表は月ごと・都道府県ごとの表ではないので、読み取っていません");
        }
    }

    private static PublishedPage Read(string document)
    {
        Problems(document).Should().BeEmpty();
        return Result(document).Page!;
    }

    private static IEnumerable<string> Problems(string document) =>
        Result(document).Problems.Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");

    private static ReadResult Result(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
}
