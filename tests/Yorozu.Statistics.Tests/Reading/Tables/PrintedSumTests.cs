using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Verification.Sums;

namespace Yorozu.Statistics.Tests.Reading.Tables;

/// <summary>Sums among columns and rows that are no figures of the metric: passed over, listed, and verified.</summary>
public sealed class PrintedSumTests
{
    private const string Halves = "\t4月\t5月\t6月\t第1四半期計\t7月\t8月\t9月\t第2四半期計\t上半期計\t累計値";

    [Theory]
    [InlineData(Halves, "第1四半期計、第2四半期計、上半期計")]
    [InlineData("\t4月\t5月\t6月\t四半期計\t7月\t8月\t9月\t四半期計\t上期\t累計値", "四半期計、四半期計、上期")]
    [InlineData("\t4月\t5月\t6月\t第Ⅰ四半期計\t7月\t8月\t9月\t第Ⅱ四半期\t上半期計\t累計値", "第Ⅰ四半期計、第Ⅱ四半期、上半期計")]
    [InlineData("\t4月\t5月\t6月\t1Q\t7月\t8月\t9月\t2Q計\t上半期\t累計値", "1Q、2Q計、上半期")]
    public void Columns_of_quarters_and_halves_are_listed_and_hold(string header, string skipped)
    {
        var page = Read(Text(header, HalvesOf));

        page.Tables[0].Months.Should().HaveCount(6);
        page.Notices.Select(n => n.Text.ToString()).Should().Equal($"読み取りの対象でない列を飛ばしました: {skipped}");
        page.Tables[0].Sums.Should().HaveCount(48 * 3);
        SubtotalDoubts.Find(page).Should().BeEmpty();
    }

    [Fact]
    public void A_quarter_that_does_not_hold_is_named_with_its_cell_and_the_number_of_others()
    {
        var wrong = Read(Text(Halves, (a, c) => a.Number is 3 or 9 && c == 4 ? "9999" : HalvesOf(a, c)));

        SubtotalDoubts.Find(wrong).Select(d => d.ToString()).Should().Equal(
            "「1.相談対応件数(件)」の「第1四半期計」が、足し合わせた値と合いません: 岩手県 公表値 9,999、計算値 906（9行目17文字目） ほか1件");
    }

    [Fact]
    public void A_quarter_in_the_row_of_the_nation_is_named_by_that_row() =>
        SubtotalDoubts.Find(Read(Text(Halves, (a, c) => a.IsNation && c == 4 ? "1" : HalvesOf(a, c)))).Select(d => d.ToString())
            .Should().ContainSingle().Which.Should().Contain("足し合わせた値と合いません: 合計 公表値 1、");

    [Theory]
    [InlineData("\t4月\t\t5月\t\t6月\t\t第1四半期計\t\n\t合計\t出向者\t合計\t出向者\t合計\t出向者\t合計\t出向者", 8, 96)]
    [InlineData("\t4月\t\t5月\t\t6月\t\t四半期計\n\t合計\t出向者\t合計\t出向者\t合計\t出向者\t", 7, 48)]
    public void Quarters_of_divided_months_hold_for_each_part_or_for_the_total(string header, int columns, int sums)
    {
        var page = Read($"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text(header, columns, QuarterOf)}");
        var wrong = Read($"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text(header, columns, (a, c) => a.Number == 9 && c == 7 ? "1" : QuarterOf(a, c))}");

        page.Tables[0].Sums.Should().HaveCount(sums).And.Contain(s => s.Part == "合計");
        SubtotalDoubts.Find(page).Should().BeEmpty();
        SubtotalDoubts.Find(wrong).Should().ContainSingle().Which.ToString().Should().Contain("栃木県 公表値 1、計算値 2,709");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Regions_listed_together_hold_for_the_next_prefectures_or_are_named(bool areAbove)
    {
        var page = Read(Listed(areAbove, 0));
        var wrong = Read(Listed(areAbove, 8));

        page.Tables[0].Observations.Should().HaveCount(96);
        page.Tables[0].Sums.Select(s => (s.Label, s.Areas[0].Number, s.Areas[^1].Number)).Distinct().Should().Equal(
            ("北海道・東北計", 1, 7), ("関東計", 8, 15), ("近畿計", 16, 30), ("九州・沖縄計", 31, 47));
        SubtotalDoubts.Find(page).Should().BeEmpty();
        SubtotalDoubts.Find(wrong).Select(d => d.ToString()).Should().ContainSingle()
            .Which.Should().StartWith($"「1.相談対応件数(件)」の「関東計」が、足し合わせた値と合いません: 4月 公表値 {Sum(8, 15) + 8:N0}、計算値 {Sum(8, 15):N0}");
    }

    [Fact]
    public void A_region_whose_sum_holds_for_no_prefectures_adds_up_those_of_its_name()
    {
        var rows = string.Join('\n', SampleTable.Rows(1).Select(r => string.Join('\t', r)));
        var page = Read($"{SampleTable.Title}1.相談対応件数(件)\n\n\t4月\n{rows}\n北海道・東北計\t5\n関東計\t6\n");

        SubtotalDoubts.Find(page).Select(d => d.ToString()).Should().Equal(
            "「1.相談対応件数(件)」の「北海道・東北計」が、足し合わせた値と合いません: 4月 公表値 5、計算値 2,807（54行目9文字目）",
            $"「1.相談対応件数(件)」の「関東計」が、足し合わせた値と合いません: 4月 公表値 6、計算値 {Enumerable.Range(8, 8).Concat([19, 20, 22]).Sum(n => (100 * n) + 1):N0}（55行目5文字目）");
    }

    [Fact]
    public void Quarters_of_months_without_a_column_are_not_verified() =>
        Read(Text("\t6月\t第1四半期計\t7月", (a, c) => c == 2 ? "5" : SampleTable.Count(a, c))).Tables[0].Sums.Should().BeEmpty();

    [Theory]
    [InlineData("東北計", "関東計")]
    [InlineData("【東北】", "【関東】")]
    [InlineData("東北ブロック小計", "小計")]
    public void Rows_of_regions_below_their_prefectures_hold_or_are_named(string tohoku, string kanto)
    {
        var page = Read(Regions((tohoku, 7, Sum(2, 7)), (kanto, 14, Sum(8, 14))));
        var wrong = Read(Regions((tohoku, 7, Sum(2, 7)), (kanto, 14, Sum(8, 14) + 1)));

        page.Tables[0].Observations.Should().HaveCount(48);
        page.Notices.Select(n => n.Text.ToString()).Should().Equal($"都道府県でない行を飛ばしました: {tohoku}、{kanto}");
        SubtotalDoubts.Find(page).Should().BeEmpty();
        SubtotalDoubts.Find(wrong).Select(d => d.ToString()).Should().Equal(
            $"「1.相談対応件数(件)」の「{kanto}」が、足し合わせた値と合いません: 4月 公表値 {Sum(8, 14) + 1:N0}、計算値 {Sum(8, 14):N0}（22行目{kanto.Length + 2}文字目）");
    }

    [Theory]
    [InlineData("北海道・東北計", 1)]
    [InlineData("小計", 1)]
    [InlineData("東北計", 2)]
    public void The_sum_of_the_north_includes_Hokkaido_unless_it_is_that_of_Tohoku(string label, int first)
    {
        var page = Read(Regions((label, 7, Sum(first, 7))));

        page.Tables[0].Sums.Should().ContainSingle().Which.Areas[0].Number.Should().Be(first);
        SubtotalDoubts.Find(page).Should().BeEmpty();
    }

    [Fact]
    public void Rows_of_regions_above_their_prefectures_hold_or_are_named()
    {
        var page = Read(Regions(("【北海道】", 0, 101), ("【東北】", 1, Sum(2, 7)), ("【関東】", 7, Sum(8, 47) + 1)));

        SubtotalDoubts.Find(page).Select(d => d.ToString()).Should().ContainSingle()
            .Which.Should().Contain($"「【関東】」が、足し合わせた値と合いません: 4月 公表値 {Sum(8, 47) + 1:N0}");
    }

    [Fact]
    public void Averages_remarks_page_numbers_and_regions_without_figures_are_passed_over()
    {
        var document = Text("\t4月", SampleTable.Count)
            .Replace("北海道\t", "【北海道】\n北海道\t", StringComparison.Ordinal)
            .Replace("茨城県\t", "※1 移転のため\n- 3 -\n茨城県\t", StringComparison.Ordinal) + "平均\t12.5\n";
        var page = Read(document);

        page.Tables[0].Observations.Select(o => o.Figure.Count).Should().Equal(Area.All.Select(a => (long?)((a.Number * 100) + 1)));
        page.Notices.Select(n => n.Text.ToString()).Should().Equal("都道府県でない行を飛ばしました: 【北海道】、※1 移転のため、- 3 -、平均");
    }

    [Fact]
    public void A_row_across_the_table_names_a_region_and_no_parts()
    {
        var header = "<tr><th></th><th>4月</th><th>累計値</th></tr><tr><th colspan=3>【北海道・東北】</th></tr>";

        Read(SampleTable.Page($"<h2>1.相談対応件数(件)</h2>{SampleTable.Html(header, 2)}")).Tables[0].Parts.Should().Equal("");
    }

    /// <summary>The cell of a table of two quarters and a half: months, their sums and 累計値.</summary>
    private static string HalvesOf(Area area, int column) => column switch
    {
        4 => $"{(300 * area.Number) + 6}",
        8 => $"{(300 * area.Number) + 18}",
        9 or 10 => $"{(600 * area.Number) + 24}",
        _ => $"{(100 * area.Number) + column}",
    };

    /// <summary>A table of April with a row of a region behind the prefecture of each number.</summary>
    private static string Regions(params (string Label, int Behind, long Count)[] regions)
    {
        var rows = SampleTable.Rows(1).Select(r => string.Join('\t', r)).ToList();
        foreach (var (label, behind, count) in regions.Reverse()) rows.Insert(behind + 1, $"{label}\t{count}");
        return $"{SampleTable.Title}1.相談対応件数(件)\n\n\t4月\n{string.Join('\n', rows)}\n";
    }

    /// <summary>Months of a total and a part, and their quarter.</summary>
    private static string QuarterOf(Area area, int column) => column > 6 ? $"{(300 * area.Number) + (column == 7 ? 9 : 12)}" : SampleTable.Count(area, column);

    /// <summary>A table of two months with its regions above or below all prefectures, one of them wrong by a number.</summary>
    private static string Listed(bool areAbove, long error)
    {
        var rows = SampleTable.Rows(2).Select(r => string.Join('\t', r)).ToList();
        var regions = ((string Label, int First, int Last)[])[("北海道・東北計", 1, 7), ("関東計", 8, 15), ("近畿計", 16, 30), ("九州・沖縄計", 31, 47)];
        var sums = regions.Select(r => $"{r.Label}\t{Sum(r.First, r.Last) + (r.First == 8 ? error : 0)}\t{Sum(r.First, r.Last) + r.Last - r.First + 1}");
        rows.InsertRange(areAbove ? 1 : rows.Count, sums);
        return $"{SampleTable.Title}1.相談対応件数(件)\n\n\t4月\t5月\n{string.Join('\n', rows)}\n";
    }

    private static long Sum(int first, int last) => Enumerable.Range(first, last - first + 1).Sum(n => (100L * n) + 1);

    private static string Text(string header, Func<Area, int, string> cell) =>
        $"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text(header, header.Count(c => c == '\t'), cell)}";

    private static PublishedPage Read(string document)
    {
        var result = DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position} {p.Message} [{p.OffendingText}]").Should().BeEmpty();
        return result.Page!;
    }
}
