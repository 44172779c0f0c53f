using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Text;

/// <summary>Markdown tables whose rows have pipes between the cells and none around them.</summary>
public sealed class PipedTableTests
{
    private const string Rule = "--- | ---: | :---: | :--";

    [Theory]
    [InlineData("都道府県 | 4月 | 5月 | 累計値", Rule)]
    [InlineData("都道府県|4月|5月|累計値", ":-|-:|:-:|-")]
    [InlineData(" | 4月 | 5月 | 累計値", Rule)]
    [InlineData("都道府県 | 4月 | 5月 | 累計値 |", Rule + " |")]
    [InlineData("都道府県 | 4月 | 5月 | 累計値", "| --- | --- | --- | --- |")]
    public void A_table_is_known_by_the_rule_below_its_header(string header, string rule)
    {
        var table = Read(Page(header, rule)).Tables.Single();

        table.Months.Should().Equal(new YearMonth(2026, 4), new YearMonth(2026, 5));
        table.Observations.Where(o => o.Area.Number == 33).Select(o => o.Figure.Count).Should().Equal(3301, 3302);
        table.Cumulatives.Single(c => c.Area.Number == 33).Figure.Count.Should().Be(3303);
        table.Observations.First(o => o.Area.Number == 1).Position.Should().Be(SourcePosition.InText(7, 7));
        table.Notes.Should().Equal("※ 速報値");
    }

    [Fact]
    public void A_blank_first_or_last_cell_is_a_cell()
    {
        var rows = SampleTable.Rows(2).Select(r => $"{(r[0] == "合計" ? "" : r[0])} | {r[1]} | ");

        var table = Read($"{SampleTable.Title}1.相談対応件数\n | 4月 | 5月\n--- | --- | ---\n{string.Join('\n', rows)}").Tables.Single();

        table.Observations.Where(o => o.Area.IsNation).Select(o => o.Figure.Count).Should().Equal(1, null);
        table.Observations.Where(o => o.Area.Number == 47).Select(o => o.Figure.Count).Should().Equal(4701, null);
    }

    [Fact]
    public void An_escaped_pipe_is_text()
    {
        var table = Read(Page("都道府県 | 4月 | 5月 | 累計値", Rule).Replace("岩手県 | 301", "岩手県 | 3\\|01", StringComparison.Ordinal), out var problems);

        table.Should().BeNull();
        problems.Should().Equal("9:7 NotACount 「1.相談対応件数 の 岩手県・4月」: 「3|01」に数字でない文字「|」があります（0以上の整数（例: 1,234）、または空白）");
    }

    [Theory]
    [InlineData("ホーム | 実績 | お問い合わせ")]
    [InlineData("ホーム | 4月 | 5月\n---")]
    [InlineData("都道府県 | 4月 | 5月\n--- | ---")]
    [InlineData("都道府県 | 4月 | 5月\n北海道 | 1 | 2")]
    [InlineData("都道府県 | 4月 \\| 5月\n--- | --- | ---")]
    public void A_sentence_with_a_pipe_is_not_a_row(string prose)
    {
        var document = $"{SampleTable.Title}{prose}\n\n1.相談対応件数\n{SampleTable.Text("\t4月", 1)}\n{prose}\n";

        Read(document).Tables.Single().Months.Should().Equal(new YearMonth(2026, 4));
    }

    [Fact]
    public void A_blank_line_or_a_heading_ends_the_table()
    {
        const string header = "都道府県 | 4月 | 5月 | 累計値";
        var table = Table(header, Rule);

        var page = Read($"{Page(header, Rule, note: "")}\nホーム | 実績\n\n2.来訪相談者数\n{table}### 3.課題解決件数 | (件)\n{table}");

        page.Tables.Select(t => t.Metric.Name).Should().Equal("相談対応件数", "来訪相談者数", "課題解決件数 |");
        page.Tables[0].Notes.Should().Equal("ホーム | 実績");
    }

    private static string Page(string header, string rule, string note = "\n※ 速報値") => $"{SampleTable.Title}1.相談対応件数\n{Table(header, rule)}{note}";

    private static string Table(string header, string rule) =>
        $"{header}\n{rule}\n{string.Concat(SampleTable.Rows(3).Select(r => string.Join(" | ", r) + "\n"))}";

    private static PublishedPage Read(string document)
    {
        var page = Read(document, out var problems);
        problems.Should().BeEmpty();
        return page!;
    }

    private static PublishedPage? Read(string document, out IReadOnlyList<string> problems)
    {
        var result = DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
        problems = [.. result.Problems.Select(p => $"{p.Position} {p.Kind} {p.Message}")];
        return result.Page;
    }
}
