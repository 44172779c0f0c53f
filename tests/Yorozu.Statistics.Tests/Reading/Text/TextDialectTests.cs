using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Tests.Reading.Text;

/// <summary>The ways in which a page comes as text.</summary>
public sealed class TextDialectTests
{
    [Theory]
    [InlineData("\t4月\t5月\t累計値")]
    [InlineData("都道府県\t４月\t５月\t累計")]
    [InlineData("都道府県名\t4 月\t5　月\t累計値")]
    [InlineData("\t令和8年4月\t2026年5月\t累計値")]
    [InlineData("\t4月分\t5月(速報)\t年度累計")]
    [InlineData("\"都道府県\"\t\"4月\"\t\"5\n月\"\t累計値")]
    [InlineData("(単位：件)\t4月\t5月\t合計")]
    [InlineData("\tR8年4月\t5月※1\t累 計")]
    [InlineData("\t4月（確報）\t5月(暫定値)*\t累計値(件)")]
    [InlineData("\t4⽉\t5月末時点\t年度累計値※2")]
    [InlineData("4月\t5月\t累計値")]
    [InlineData("\t四月\t五月\t累計値")]
    [InlineData("都道府県\t令和八年四月\t二〇二六年五月分\t累計")]
    public void Headers_of_months_are_read_in_every_spelling(string header)
    {
        var table = Only($"{SampleTable.Title}1.相談対応件数\n\n{SampleTable.Text(header, 3)}");

        table.Months.Should().Equal(new YearMonth(2026, 4), new YearMonth(2026, 5));
        Figures(table, 33).Should().Equal(3301, 3302);
        table.Cumulatives.Single(c => c.Area.Number == 33).Figure.Count.Should().Be(3303);
    }

    [Theory]
    [InlineData("1,234")]
    [InlineData("1234")]
    [InlineData("１，２３４")]
    [InlineData("１２３４")]
    [InlineData(" 1,234\u00A0")]
    [InlineData("　1,234　")]
    [InlineData("**1,234**")]
    [InlineData("<b>1,234</b>")]
    [InlineData("\"1,234\"")]
    [InlineData("\u200B1,234")]
    public void A_count_is_read_in_every_spelling(string cell)
    {
        var table = Only($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4月", 1, (_, _) => cell)}");

        table.Observations.Select(o => o.Figure.Count).Distinct().Should().Equal(1234);
    }

    [Theory]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("-")]
    [InlineData("－")]
    [InlineData("―")]
    [InlineData("…")]
    [InlineData("未集計")]
    [InlineData("（未集計）")]
    [InlineData("後日公表")]
    [InlineData("－－")]
    [InlineData("***")]
    [InlineData("／")]
    [InlineData("N/A")]
    public void Future_months_are_not_published_never_zero_and_not_in_the_as_of_month(string future)
    {
        string Cell(Area area, int column) => column == 3 ? future : column == 2 && area.Number == 5 ? "0" : SampleTable.Count(area, column);
        var page = Read($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4月\t5月\t6月\t累計値", 4, Cell)}");

        page.AsOf.Should().Be(new YearMonth(2026, 5));
        page.Tables[0].Months.Should().HaveCount(3);
        page.Tables[0].Observations.Where(o => o.Month.Month == 6).Select(o => o.Figure.IsPublished).Should().Equal(Enumerable.Repeat(false, 48));
        page.Tables[0].Observations.Single(o => o.Area.Number == 5 && o.Month.Month == 5).Figure.Should().Be(Figure.Of(0));
    }

    [Theory]
    [InlineData("\t4月\t\t\t5月\t\t\n\tトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計")]
    [InlineData("\t4月\t4月\t4月\t5月\t5月\t5月\n\tトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計")]
    [InlineData("\t4月\t\t\t5月\n\tトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計")]
    [InlineData("都道府県\t4月\t5月\nトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計")]
    public void A_header_of_parts_is_repeated_by_month(string header)
    {
        var table = Only($"{SampleTable.Title}(1)ワンストップ相談窓口\n⑨よろず支援拠点の支援スキル・ノウハウを共有した人数\nb トレーニーの受け入れ人数や出向の受け入れ人数\n{SampleTable.Text(header, 6)}");

        table.Metric.Key.Should().Be("one-stop-trainees");
        table.Parts.Should().Equal("トレーニー", "出向者", "合計");
        table.Observations.Where(o => o.Area.Number == 47).Select(o => (o.Month.Month, o.Part, o.Figure.Count)).Should().Equal(
            (4, "トレーニー", 4701), (4, "出向者", 4702), (4, "合計", 4703), (5, "トレーニー", 4704), (5, "出向者", 4705), (5, "合計", 4706));
    }

    [Fact]
    public void A_single_cumulative_column_beside_divided_months_is_that_of_their_sum()
    {
        var table = Only($"{SampleTable.Title}1.新しい指標\n{SampleTable.Text("\t4月\t\t累計値\n\t男性\t合計\t", 3)}");

        table.Cumulatives.Where(c => c.Area.Number == 1).Select(c => (c.Part, c.Figure.Count)).Should().Equal(("合計", 103));
    }

    [Fact]
    public void A_divided_year_of_twelve_months_is_read_to_its_end()
    {
        var months = string.Concat(new FiscalYear(2026).Months.Select(m => $"\t{m.Month}月\t\t"));
        var table = Only($"{SampleTable.Title}1.新しい指標\n{SampleTable.Text($"{months}\n{string.Concat(Enumerable.Repeat("\t男\t女\t計", 12))}", 36)}");

        table.Observations.Count.Should().Be(48 * 36);
        var last = table.Observations[^1];
        (last.Part, last.Month, last.Figure.Count).Should().Be(("計", new YearMonth(2027, 3), 4736));
    }

    [Theory]
    [InlineData("平成30年度", 2018)]
    [InlineData("平成31年度・令和元年度", 2019)]
    [InlineData("平成31年度(令和元年度)", 2019)]
    [InlineData("平成31（令和元）年度", 2019)]
    [InlineData("令和3(2021)年度", 2021)]
    [InlineData("令和3年（2021年）度", 2021)]
    [InlineData("2021（令和3）年度", 2021)]
    [InlineData("令和元年度", 2019)]
    [InlineData("令和２年度", 2020)]
    [InlineData("令和 3 年度", 2021)]
    [InlineData("R4年度", 2022)]
    [InlineData("令和5年度（2023年度）", 2023)]
    [InlineData("2026年度", 2026)]
    [InlineData("令和七年度", 2025)]
    [InlineData("令和十年度", 2028)]
    [InlineData("令和十二年度", 2030)]
    [InlineData("平成三十年度", 2018)]
    [InlineData("平成二九年度", 2017)]
    [InlineData("平成三十一年度・令和元年度", 2019)]
    [InlineData("平成三十一年（令和元年）度", 2019)]
    [InlineData("令和七（二〇二五）年度", 2025)]
    [InlineData("二〇二五年度", 2025)]
    [InlineData("二○二五年度", 2025)]
    public void The_year_is_read_in_every_spelling(string year, int start)
    {
        var page = Read($"# {year}よろず支援拠点相談等実績\n\n1.相談対応件数(件)\n{SampleTable.Text("\t12月\t1月", 2)}\n※令和2年度の集計方法とは異なる。\n※平成29年度まで\n※平成二十八年度まで\n");

        page.FiscalYear.Should().Be(new FiscalYear(start));
        page.Tables[0].Months.Should().Equal(new YearMonth(start, 12), new YearMonth(start + 1, 1));
    }

    [Fact]
    public void Months_in_kanji_are_those_of_the_whole_year()
    {
        string[] months = ["四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月", "一月", "二月", "三月"];

        Only($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text($"\t{string.Join('\t', months)}", 12)}").Months.Should().Equal(new FiscalYear(2026).Months);
    }

    [Theory]
    [InlineData("1.相談対応件数(件)")]
    [InlineData("１．相談対応件数（件）")]
    [InlineData("### 1. 相談対応件数")]
    [InlineData("**相談対応件数（件）**")]
    [InlineData("③相談対応件数")]
    [InlineData("a 相談対応件数")]
    [InlineData("相談対応件数")]
    [InlineData("1.相談対応\n件数(件)")]
    [InlineData("1.相談対応件数※1")]
    [InlineData("1.相談対応件数(件)\n(単位：件)")]
    [InlineData("1.相談対応件数\t\t(単位：件)")]
    [InlineData("1.相談対応件数(件)\n※令和8年4月末現在。")]
    [InlineData("1.相談対応件数(件)\n（令和8年4月30日現在）")]
    [InlineData("1.相談対応件数(件)\n（令和八年四月末時点）")]
    [InlineData("1.相談対応件数(件)\n四月末現在")]
    [InlineData("1.相談対応件数(件)\n← 左右にスクロールできます →")]
    [InlineData("■1.相談対応件数(件)")]
    [InlineData("【相談対応件数（件）】")]
    [InlineData("（1）相談対応件数(件)")]
    [InlineData("(1)相談対応件数")]
    [InlineData("1）相談対応件数")]
    public void The_metric_is_read_from_the_heading_right_above_the_table(string heading)
    {
        var table = Only($"{SampleTable.Title}2.来訪相談者数(者)\n{SampleTable.Text("\t4月", 1)}\n◆来訪した数。\n\n{heading}\n\n{SampleTable.Text("\t4月", 1)}", 1);

        table.Metric.Key.Should().Be("consultations");
        table.Metric.Unit.Should().Be("件");
    }

    [Theory]
    [InlineData("岩手県※1")]
    [InlineData("岩手県（注）")]
    [InlineData("岩 手 県 *")]
    [InlineData("岩手県²)")]
    [InlineData("岩⼿県")]
    [InlineData("岩手\u200B県")]
    public void A_prefecture_is_read_beside_a_note_mark_and_in_any_form_of_its_characters(string name)
    {
        var document = $"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4月", 1)}".Replace("岩手県", name, StringComparison.Ordinal);

        Figures(Only(document), 3).Should().Equal(301);
    }

    [Theory]
    [InlineData("No.\t都道府県\t4 月", "01\t")]
    [InlineData("地域\tコード\t都道府県\t4月", "\t01\t")]
    public void Columns_before_that_of_the_prefectures_are_passed_over(string header, string before)
    {
        var rows = SampleTable.Rows(1).Select(r => $"{before}{r[0]}\t{r[1]}\n");
        var table = Only($"{SampleTable.Title}1.相談対応件数\n{header}\n{string.Concat(rows)}");

        Figures(table, 33).Should().Equal(3301);
        table.Observations[0].Position.Column.Should().Be(before.Length + 4, "a place is that in the file");
    }

    [Fact]
    public void A_month_in_a_column_of_its_own_may_be_spaced() =>
        Figures(Only($"{SampleTable.Title}1.相談対応件数\n{SampleTable.Text("\t4　月", 1)}"), 33).Should().Equal(3301);

    [Theory]
    [InlineData("(1)ワンストップ相談窓口")]
    [InlineData("Ⅰ．ワンストップ相談窓口")]
    [InlineData("1)ワンストップ相談窓口")]
    [InlineData("【ワンストップ相談窓口】")]
    public void A_section_and_a_group_are_known_under_any_number(string section)
    {
        var table = Only($"{SampleTable.Title}## {section}\n\n## 9.支援スキルを共有した人数\n\n## a 同席して支援を行った他の支援機関職員数\n\n{SampleTable.Text("\t4月", 1)}");

        table.Metric.Key.Should().Be("one-stop-joint-staff");
    }

    [Theory]
    [InlineData("令和7年度以前の実績はこちら")]
    [InlineData("（過去の実績は令和7年度のページをご覧ください）")]
    [InlineData("更新日：令和9年4月28日（令和9年度更新）")]
    public void A_line_that_points_to_another_year_is_not_a_title(string line) =>
        Read($"{SampleTable.Title}{line}\n\n1.相談対応件数\n{SampleTable.Text("\t4月", 1)}").FiscalYear.Should().Be(new FiscalYear(2026));

    [Fact]
    public void New_sections_metrics_parts_and_units_are_read_and_reported()
    {
        var page = Read($"{SampleTable.Title}(3)事業承継支援センター\n\n1.オンライン相談件数(社)\n\n{SampleTable.Text("\t4月\t\n\t個人\t法人", 2)}");

        var table = page.Tables[0];
        (table.Metric.Key, table.Metric.Section, table.Metric.Name, table.Metric.Unit).Should().Be(("x-dc0014c6", "事業承継支援センター", "オンライン相談件数", "社"));
        table.Metric.Parts.Select(p => p.Name).Should().Equal("個人", "法人");
        table.Metric.Parts.Should().OnlyContain(p => p.Key.StartsWith("x-", StringComparison.Ordinal) && p.Key.Length == 10);
        page.NewTerms.Select(t => t.Message.ToString()).Should().Equal(
            "新しい区分「事業承継支援センター」", "新しい指標「オンライン相談件数」（x-dc0014c6）", "新しい内訳「個人」（x-dc0014c6）", "新しい内訳「法人」（x-dc0014c6）", "新しい単位「社」（x-dc0014c6）");
    }

    [Fact]
    public void A_Markdown_table_is_read()
    {
        var rows = string.Concat(SampleTable.Rows(2).Select(r => $"| [{r[0]}](https://example.jp/) | {r[1]} | {r[2]} |\n"));
        var table = Only($"# {SampleTable.Title}## 1.相談対応件数(件)\n\n| | 4月 | 累計値 |\n|---|--:|:-:|\n{rows}\n※ 速報値");

        Figures(table, 12).Should().Equal(1201);
        table.Observations[0].Position.Should().Be(SourcePosition.InText(7, 31));
        table.Notes.Should().Equal("※ 速報値");
    }

    [Fact]
    public void A_sheet_pasted_from_a_spreadsheet_is_read_with_its_title_rows()
    {
        var cells = SampleTable.Text("\t4月\t\"5月\n(速報)\"\t", 3, (a, c) => c == 3 ? "" : $"\"{SampleTable.Count(a, c)}\"");

        var table = Only(
            $"令和8年度よろず支援拠点相談等実績\t\t\t\n\t\t\t\n1.相談対応件数\t\t(単位：件)\t\n{cells}\"◆相談対応件数:\n\"\"全て\"\"の相談の数。\"\t\t\t\n");

        Figures(table, 47).Should().Equal(4701, 4702);
        table.Metric.Key.Should().Be("consultations");
        table.Definition.Should().Be("相談対応件数:\"全て\"の相談の数。");
    }

    private static PublishedTable Only(string document, int index = 0) => Read(document).Tables[index];

    private static PublishedPage Read(string document)
    {
        var result = DocumentReader.Read(Encoding.UTF8.GetBytes(document), MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position} {p.Message} {p.OffendingText}").Should().BeEmpty();
        return result.Page!;
    }

    private static IEnumerable<long?> Figures(PublishedTable table, int area) =>
        table.Observations.Where(o => o.Area.Number == area).Select(o => o.Figure.Count);
}
