extern alias OpenXmlSdk;

using System.Globalization;
using System.Text;
using OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Testing;
using PlainText = OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Yorozu.Statistics.Tests.Reading.Xlsx;

/// <summary>A cell says what a reader of the workbook sees in it, and never a figure that it does not hold.</summary>
public sealed class CellTextTests
{
    private const int Row = 9;

    [Theory]
    [InlineData(858, "General", "858")]
    [InlineData(1234, "General", "1234")]
    [InlineData(1234, "0", "1234")]
    [InlineData(1234, "#,##0", "1,234")]
    [InlineData(1234, "#,##0_ ", "1,234")]
    [InlineData(1234, "#,##0_);[Red]\\(#,##0\\)", "1,234")]
    [InlineData(1234, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ", "1,234")]
    [InlineData(1234, "38", "1,234")]
    [InlineData(1234, "#,##0\"件\"", "1,234件")]
    [InlineData(1234, "#,##0件", "1,234件")]
    [InlineData(1234, "0.0", "1234")]
    [InlineData(1234.0000000000002, "#,##0", "1,234")]
    [InlineData(0, "#,##0", "0")]
    [InlineData(7, "000", "007", "「007」の先頭に余分な0があります")]
    [InlineData(858.4, "#,##0", "858.4", "「858.4」に小数点があります")]
    [InlineData(858.4, "0", "858.4", "「858.4」に小数点があります")]
    [InlineData(-5, "#,##0;▲#,##0", "-5", "「-5」は負の数です")]
    [InlineData(1, "0%", "1［0%］", "「1［0%］」に数字でない文字「［」があります")]
    [InlineData(858000, "#,##0,", "858000［#,##0,］", "「858000［#,##0,］」に数字でない文字「［」があります")]
    [InlineData(858, ";;;", "858［;;;］", "「858［;;;］」に数字でない文字「［」があります")]
    [InlineData(858, "[<1000]\"-\";0", "858［[<1000]\"-\";0］", "「858［[<1000]\"-\";0］」に数字でない文字「［」があります")]
    [InlineData(858, "000-0000", "858［000-0000］", "「858［000-0000］」に数字でない文字「［」があります")]
    [InlineData(8580808, "¥#,##0", "¥8,580,808", "「¥8,580,808」に数字でない文字「¥」があります")]
    [InlineData(858, "14", "1902年5月7日", "「1902年5月7日」に数字でない文字「年」があります")]
    [InlineData(858, "11", "858［0.00E+00］", "「858［0.00E+00］」に小数点があります")]
    [InlineData(858, "12", "858［# ?/?］", "「858［# ?/?］」に数字でない文字「［」があります")]
    [InlineData(858, "48", "858［##0.0E+0］", "「858［##0.0E+0］」に小数点があります")]
    [InlineData(858, "h:mm", "858［h:mm］", "「858［h:mm］」に数字でない文字「［」があります")]
    [InlineData(1e20, "0", "1E+20［0］", "「1E+20［0］」に数字でない文字「E」があります")]
    public void A_number_is_what_its_format_shows_of_it(double value, string format, string text, string? problem = null)
    {
        var workbook = Page();
        workbook.Last.Number(Row, 2, value, format);

        if (problem is null) RawText(workbook).Should().Be(text);
        else Problem(workbook).Should().Be($"{problem}（0以上の整数（例: 1,234）、または空白） [{text}]");
    }

    [Theory]
    [InlineData("#,##0;-#,##0;\"-\"")]
    [InlineData("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ")]
    [InlineData("0;-0;;@")]
    [InlineData("41")]
    public void A_zero_shown_as_a_dash_or_as_nothing_is_zero_and_said_so(string format)
    {
        var workbook = Page();
        workbook.Last.Number(Row, 2, 0, format);

        var page = WorkbookTests.Read(workbook.Build());

        page.Tables[0].Observations.Single(o => o.Position == SourcePosition.InSheet(1, Row, 2)).Figure.Should().Be(Figure.Of(0));
        page.Notices.Select(n => $"{n.Position}: {n.Message}").Should().Equal("sheet 1,cell B9: 0を「-」や空白で表示するセルがあります。0として読みました");
    }

    [Theory]
    [InlineData("m\"月\"", "2026-04-01")]
    [InlineData("m\"月\"", "2024-04-01")]
    [InlineData("m月", "2026-04-30")]
    [InlineData("yyyy\"年\"m\"月\"", "2026-04-01")]
    [InlineData("[$-411]ggge\"年\"m\"月\"", "2026-04-01")]
    [InlineData("[$-411]ge.m", "2026-04-01")]
    [InlineData("yyyy/m;@", "2026-04-01")]
    [InlineData("17", "2026-04-01")]
    [InlineData("55", "2026-04-01")]
    public void A_date_that_shows_a_month_is_the_month(string format, string date)
    {
        var workbook = Page();
        workbook.Last.Date(5, 2, DateTime.Parse(date, CultureInfo.InvariantCulture), format);

        WorkbookTests.Read(workbook.Build()).Tables[0].Months[0].Should().Be(new YearMonth(2026, 4));
    }

    [Theory]
    [InlineData("yyyy/m", "2025-04-01", "列見出し「2025年4月」は令和8年度（シート1のセルA1の見出し）の月ではありません（2026年の4月） [2025年4月]")]
    [InlineData("14", "2026-04-01", "列見出し「2026年4月1日」は月でも累計値でもありません（「4月」のような月、または「累計値」） [2026年4月1日]")]
    public void A_date_that_shows_something_else_is_refused(string format, string date, string problem)
    {
        var workbook = Page();
        workbook.Last.Date(5, 2, DateTime.Parse(date, CultureInfo.InvariantCulture), format);

        Problem(workbook).Should().Be(problem);
    }

    [Fact]
    public void A_number_with_a_word_in_its_format_is_a_month_too()
    {
        var workbook = Page();
        workbook.Last.Number(5, 2, 4, "0\"月\"").Number(1, 1, 8, "\"令和\"0\"年度よろず支援拠点相談等実績\"");

        WorkbookTests.Read(workbook.Build()).Tables[0].Months[0].Should().Be(new YearMonth(2026, 4));
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        var workbook = Page(startsIn1904: true);
        workbook.Last.Number(5, 2, new DateTime(2026, 4, 1).ToOADate() - 1462, "yyyy\"年\"m\"月\"");

        WorkbookTests.Read(workbook.Build()).Tables[0].Months[0].Should().Be(new YearMonth(2026, 4));
    }

    [Theory]
    [InlineData("858", "858")]
    [InlineData("１，２３４", "１，２３４")]
    [InlineData(" 858 ", "858")]
    [InlineData("858_x000D_", "858")]
    [InlineData("－", "－")]
    [InlineData("集計中", "集計中")]
    public void A_figure_in_a_text_cell_is_read_as_in_a_text(string text, string raw)
    {
        var workbook = Page();
        workbook.Last.Text(Row, 2, text);

        RawText(workbook).Should().Be(raw);
    }

    [Fact]
    public void A_formula_is_its_stored_result()
    {
        var workbook = Page();
        workbook.Last.Formula(Row, 2, "SUM('[1]別のブック'!B1:B9)", "1234");

        RawText(workbook).Should().Be("1,234");
    }

    [Theory]
    [InlineData(null, "=SUM(B7:B53)", "「=SUM(B7:B53)」は計算結果が保存されていない数式です")]
    [InlineData("", "=SUM(B7:B53)", "「=SUM(B7:B53)」は計算結果が保存されていない数式です")]
    public void A_formula_without_a_result_is_refused_and_never_blank(string? result, string text, string problem)
    {
        var workbook = Page();
        workbook.Last.Formula(Row, 2, "SUM(B7:B53)", result);

        Problem(workbook).Should().Be($"{problem}（0以上の整数（例: 1,234）、または空白） [{text}]");
    }

    [Fact]
    public void An_error_is_no_figure()
    {
        var workbook = Page();
        workbook.Last.Cell(Row, 2, new Cell { DataType = CellValues.Error, CellValue = new CellValue("#REF!") });

        Problem(workbook).Should().Be("「#REF!」は数ではありません（0以上の整数（例: 1,234）、または空白） [#REF!]");
    }

    [Fact]
    public void Furigana_is_not_part_of_a_name()
    {
        var workbook = Page();
        workbook.Last.Shared(workbook.Last.RowOf("青森県"), 1, new SharedStringItem(
            new PlainText("青森県"), new PhoneticRun(new PlainText("アオモリケン")) { BaseTextStartIndex = 0, EndingBaseIndex = 3 }));

        WorkbookTests.Read(workbook.Build()).Tables.Should().ContainSingle();
    }

    [Fact]
    public void A_superscript_number_leads_to_a_note()
    {
        var workbook = Page();
        workbook.Last.Shared(Row, 2, new SharedStringItem(Run("858"), Run("1", new VerticalTextAlignment { Val = VerticalAlignmentRunValues.Superscript })));

        RawText(workbook).Should().Be("858¹");
    }

    [Fact]
    public void A_struck_figure_beside_its_correction_is_gone_and_alone_is_no_figure()
    {
        var corrected = Page();
        corrected.Last.Shared(Row, 2, new SharedStringItem(Run("585", new Strike()), Run(" "), Run("858")));
        RawText(corrected).Should().Be("858");

        var struck = Page();
        struck.Last.Number(Row, 2, 858, WorkbookBuilder.SheetBuilder.StruckOut);
        Problem(struck).Should().Be("「~~858~~」に数字でない文字「~」があります（0以上の整数（例: 1,234）、または空白） [~~858~~]");
    }

    [Fact]
    public void Digits_of_two_colours_are_nobody_s_figure()
    {
        var workbook = Page();
        workbook.Last.Shared(Row, 2, new SharedStringItem(Run("85"), Run("8", new Color { Rgb = "FFFF0000" })));

        Problem(workbook).Should().Be("「858」は2つ以上の部分に分かれた数字で、どれが値か分かりません（1つの数だけのセル） [858]");
    }

    private static Run Run(string text, OpenXmlSdk::DocumentFormat.OpenXml.OpenXmlElement? property = null) =>
        property is null ? new Run(new PlainText(text)) : new Run(new RunProperties(property), new PlainText(text));

    private static WorkbookBuilder Page(bool startsIn1904 = false)
    {
        var workbook = new WorkbookBuilder { StartsIn1904 = startsIn1904 };
        workbook.Sheet("Sheet1").Paste($"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text("\t4月\t5月", 2)}");
        return workbook;
    }

    private static string RawText(WorkbookBuilder workbook) =>
        WorkbookTests.Read(workbook.Build()).Tables[0].Observations.Single(o => o.Position == SourcePosition.InSheet(1, Row, 2)).RawText;

    private static string Problem(WorkbookBuilder workbook)
    {
        var problem = DocumentReader.Read(workbook.Build(), MetricCatalogue.Default).Problems.Should().ContainSingle().Subject;
        problem.Position.Should().Match<SourcePosition>(p => p.Table == -1 && p.Column == 2);
        return $"{(problem.Expected.IsNone ? problem.Found : new Phrase("{0}（{1}）", problem.Found, problem.Expected))} [{problem.OffendingText}]";
    }
}
