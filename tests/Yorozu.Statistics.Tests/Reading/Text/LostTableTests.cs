using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Text;

/// <summary>Tables that came without the marks between their columns, that are missing, or that a quotation mark would swallow.</summary>
public sealed class LostTableTests
{
    private const string Sections = SampleTable.Title + "(1)ワンストップ相談窓口\n\n1.名寄せ後の事業者数(者)\n\n@1\n\n(2)生産性向上支援センター\n\n1.名寄せ後の事業者数\n\n@2\n";
    private static readonly string Table = SampleTable.Text("\t4月\t5月\t累計値", 3);

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    public void A_table_whose_tabs_were_lost_is_refused_although_its_name_occurs_in_another_section(string gap)
    {
        var document = Sections.Replace("@1", Table, StringComparison.Ordinal)
            .Replace("@2", Table.Replace("\t", gap, StringComparison.Ordinal), StringComparison.Ordinal);

        Problems(document).Should().Contain(p => p.Contains("表の行のようですが、列の区切りがありません。同じような行が48行あります", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1.名寄せ後の事業者数")]
    [InlineData("1.名寄せ後の事業者数(者)")]
    [InlineData("2.伴走支援の件数")]
    [InlineData("2.伴走支援先(社)")]
    public void A_table_that_is_missing_below_its_heading_is_refused(string heading)
    {
        var document = Sections.Replace("@1", Table, StringComparison.Ordinal).Replace("1.名寄せ後の事業者数\n\n@2", heading, StringComparison.Ordinal);

        Problems(document).Should().Contain(p => p.Contains($"見出し「{heading}」の下に表がありません", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2.お問い合わせ先\n\n全国本部まで。")]
    [InlineData("2.用語の説明\n\n◆延べ件数とは")]
    [InlineData("3.グラフ")]
    public void A_numbered_heading_that_is_about_no_figures_needs_no_table(string rest) =>
        Problems($"{SampleTable.Title}1.相談対応件数(件)\n\n{Table}\n{rest}\n").Should().BeEmpty();

    [Theory]
    [InlineData("  ")]
    [InlineData("     ")]
    [InlineData("\u3000")]
    public void Columns_that_two_spaces_tell_apart_are_read(string gap)
    {
        var result = Read($"{SampleTable.Title}1.相談対応件数(件)\n\n{Table.Replace("\t", gap, StringComparison.Ordinal)}\n※速報値\n");

        result.Problems.Select(p => p.Message.ToString()).Should().BeEmpty();
        result.Page!.Tables[0].Observations.Where(o => o.Area.Number == 33).Select(o => o.Figure.Count).Should().Equal(3301, 3302);
        result.Page.Tables[0].Cumulatives[33].Figure.Count.Should().Be(3303);
        result.Page.Tables[0].Notes.Should().Equal("※速報値");
    }

    [Fact]
    public void A_blank_cell_among_spaces_leaves_its_row_too_short()
    {
        var table = SampleTable.Text("\t4月\t5月\t累計値", 3, (a, c) => a.Number == 5 && c == 1 ? "" : SampleTable.Count(a, c));

        Problems($"{SampleTable.Title}1.相談対応件数(件)\n\n{table.Replace("\t", "  ", StringComparison.Ordinal)}")
            .Should().Contain(p => p.Contains("秋田県", StringComparison.Ordinal) && p.Contains("値が2個あります", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_without_a_table_above_a_remark_is_not_passed_over() =>
        Problems($"{SampleTable.Title}1.相談対応件数(件)\n\n{Table}\n◆相談対応件数:電話を含む。\n合計\t1\t2\n\n※速報値です。\n")
            .Should().Contain(p => p.Contains("月の見出しの行がありません", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"よろず\"は登録商標です\n")]
    [InlineData("\"引用が閉じない行\n")]
    [InlineData("\"2行目に\nまたがる引用が閉じない\n\n")]
    public void A_quotation_mark_never_swallows_a_table(string line)
    {
        var document = $"{SampleTable.Title}{line}1.相談対応件数(件)\n\n{Table}\n2.来訪相談者数(者)\n\n{Table}\n\"終わり\"\n";

        Read(document).Page!.Tables.Select(t => t.Metric.Key).Should().Equal("consultations", "visitors");
    }

    [Fact]
    public void A_name_that_is_broken_within_its_cell_is_one_name()
    {
        var document = $"{SampleTable.Title}(1)ワンストップ相談窓口\n\nb トレーニーの受け入れ人数や出向の受け入れ人数(人)\n\n"
            + SampleTable.Text("\t4月\t\t\n\t\"トレー\nニー\"\t\"出向\r\n者\"\t合計", 3);

        var table = Read(document).Page!.Tables[0];

        table.Parts.Should().Equal("トレーニー", "出向者", "合計");
        table.Metric.Parts.Select(p => p.Key).Should().Equal("trainee", "secondee", "total");
        table.Observations.Where(o => o.Area.Number == 8).Select(o => (o.Part, o.Figure.Count)).Should().Equal(("トレーニー", 801), ("出向者", 802), ("合計", 803));
    }

    [Fact]
    public void Two_figures_in_one_cell_stay_two() =>
        Problems($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4月\t累計値", 2, (a, c) => a.Number == 31 && c == 1 ? "\"858\n860\"" : "5")}")
            .Should().ContainSingle(p => p.Contains("鳥取県・4月", StringComparison.Ordinal));

    private static ReadResult Read(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);

    private static IEnumerable<string> Problems(string document) => Read(document).Problems.Select(p => p.Message.ToString());
}
