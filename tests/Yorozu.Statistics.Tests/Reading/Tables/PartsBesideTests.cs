using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>A column right of its month that is included in it: 4月 | うちオンライン.</summary>
public sealed class PartsBesideTests
{
    [Theory]
    [InlineData("\t4月\tうちオンライン\t5月\tうちオンライン\t累計値", 5)]
    [InlineData("\t4月\tうちオンライン\t5月\tうちオンライン\t累計値\tうちオンライン", 6)]
    public void Is_a_part_of_its_month_and_not_added_to_it(string header, int columns)
    {
        var page = Read(header, columns).Page!;

        page.Tables[0].Observations.Where(o => o.Area.Number == 5).Select(o => (o.Month.Month, o.Part, o.Figure.Count)).Should().Equal(
            (4, "合計", 15L), (4, "うちオンライン", 5L), (5, "合計", 20L), (5, "うちオンライン", 10L));
        page.Tables[0].Cumulatives.Where(c => c.Area.Number == 5).Select(c => (c.Part, c.Figure.Count)).Should().Equal(
            columns == 5 ? [("合計", 35L)] : [("合計", 35L), ("うちオンライン", 15L)]);
        Verifier.VerifySums(page).Should().OnlyContain(r => r.Passed).And.HaveCount(columns == 5 ? 53 : 102);
    }

    [Theory]
    [InlineData("\tうちオンライン\t4月\t5月", "3:2 「1.相談対応件数」: 列見出し「うちオンライン」は、どの月に含まれる数か分かりません（含まれる月のすぐ右の列、または月の下の内訳）")]
    [InlineData("\t4月\t順位\tうちオンライン", "3:8 「1.相談対応件数」: 列見出し「うちオンライン」は、どの月に含まれる数か分かりません（含まれる月のすぐ右の列、または月の下の内訳）")]
    [InlineData("\t4月\tうちオンライン\t5月", "3:13 「1.相談対応件数」: 「5月」の内訳が「合計」です（どの月も同じ「合計・うちオンライン」）")]
    public void Without_a_month_of_its_own_it_is_refused(string header, string problem) =>
        Read(header, 3).Problems.Select(p => $"{p.Position} {p.Message}").Should().Equal(problem);

    private static ReadResult Read(string header, int columns)
    {
        var table = SampleTable.Text(header, columns, (area, column) => CellOf(area.IsNation ? 47 * 48 / 2 : area.Number, column));
        return DocumentReader.Read(Encoding.UTF8.GetBytes($"{SampleTable.Title.TrimEnd()}\n1.相談対応件数(件)\n{table}"), MetricCatalogue.Default);
    }

    private static string CellOf(int number, int column) => $"{number * new[] { 3, 1, 4, 2, 7, 3 }[column - 1]}";
}
