using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Messages name the cause and not its consequences, quote the line in the way, and say one kind of problem in one line.</summary>
public sealed class ProblemMessageTests
{
    private static readonly string Fy2021 = Encoding.UTF8.GetString(PublishedDocuments.Fy2021);
    private static readonly string Fy2026 = Encoding.UTF8.GetString(PublishedDocuments.Fy2026);

    [Fact]
    public void One_problem_of_one_kind_is_one_line_with_its_number_and_the_first_places()
    {
        var summary = Summary(Fy2021.Replace(",", ".", StringComparison.Ordinal).Replace("青森県\t620", "青森県\t62O", StringComparison.Ordinal));

        summary.Total.Should().Be(285);
        summary.Groups.Select(g => $"{g.First.Position} {g.Message}").Should().Equal(
            "8:4 「1.相談対応件数 の 合計・4月」: 「38.523」に小数点があります（0以上の整数（例: 1,234）、または空白） 同じ問題がほかに283件（8行目11文字目、8行目18文字目など）",
            "10:5 「1.相談対応件数 の 青森県・4月」: 「62O」に数字でない文字「O」があります（0以上の整数（例: 1,234）、または空白）");
    }

    [Fact]
    public void Up_to_three_problems_of_a_kind_are_named_one_by_one()
    {
        var two = Fy2021.Replace("青森県\t620", "青森県\t62O", StringComparison.Ordinal).Replace("京都府\t304", "京都府\t3o4", StringComparison.Ordinal);

        Summary(two).Groups.Select(g => $"{g.First.Position} {g.Message}").Should().Equal(
            "10:5 「1.相談対応件数 の 青森県・4月」: 「62O」に数字でない文字「O」があります（0以上の整数（例: 1,234）、または空白）",
            "34:5 「1.相談対応件数 の 京都府・4月」: 「3o4」に数字でない文字「o」があります（0以上の整数（例: 1,234）、または空白）");
    }

    [Theory]
    [InlineData("2の生産性向上支援センターについて")]
    [InlineData("生産性向上支援センター関係の実績は次のとおり。")]
    [InlineData("〔2〕生産性支援")]
    [InlineData("<2> 生産性向上支援センターでの実績")]
    [InlineData("（第二）生産性の向上を支援する施設、実績")]
    public void A_section_heading_that_was_not_understood_is_the_problem(string heading) =>
        Problems(Fy2026.Replace("(2)生産性向上支援センター", heading, StringComparison.Ordinal)).Should().Equal(
            "574:1 MetricHeading 区分の見出しとして読み取れない行があります。その下の「1.名寄せ後の事業者数」が、7行目1文字目の見出しと同じ指標になります"
                + $"（「(2)生産性向上支援センター」のような、区分の名前だけの見出し） [{heading}]");

    [Fact]
    public void A_missing_section_heading_is_asked_for() =>
        Problems(Fy2026.Replace("(2)生産性向上支援センター", "", StringComparison.Ordinal)).Should().Equal(
            "576:1 MetricHeading 「1.名寄せ後の事業者数」: 同じ指標の表が2つ以上あります。1つ目の見出しは7行目1文字目です"
                + "（指標ごとに1つの表。区分が違うなら、表の前に「(2)生産性向上支援センター」のような区分の見出し） [1.名寄せ後の事業者数]");

    [Theory]
    [InlineData("ここから関東以西です")]
    [InlineData("【関東以西】")]
    public void A_line_that_interrupts_a_table_is_the_problem(string line) =>
        Problems($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4月", 1)}".Replace("茨城県", $"{line}\n茨城県", StringComparison.Ordinal)).Should().Equal(
            $"13:1 AreaRow 表の途中に、表の行でない行があります（都道府県の行だけが続く表。説明の行なら表の下に） [{line}]");

    private static ProblemSummary Summary(string document) => ProblemSummary.Of(Read(document));

    private static IEnumerable<string> Problems(string document) => Read(document).Select(p => $"{p.Position} {p.Kind} {p.Message} [{p.OffendingText}]");

    private static IReadOnlyList<Problem> Read(string document) => DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default).Problems;
}
