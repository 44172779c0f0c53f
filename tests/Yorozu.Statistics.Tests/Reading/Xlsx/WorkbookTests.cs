using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Tests.Reading.Rendering;
using Yorozu.Testing;

namespace Yorozu.Statistics.Tests.Reading.Xlsx;

/// <summary>A workbook says what the same page says as text, and names its cells as a spreadsheet does.</summary>
public sealed class WorkbookTests
{
    private const string Heading = SampleTable.Title + "1.相談対応件数(件)\n\n";

    private static string Two => Heading + SampleTable.Text("\t4月\t5月\t累計値", 3, (a, c) => c == 3 ? Total(a) : SampleTable.Count(a, c));

    [Theory]
    [InlineData(2021)]
    [InlineData(2026)]
    public void The_published_pages_say_the_same_as_text_and_as_a_workbook(int year)
    {
        var published = year == 2021 ? PublishedDocuments.Fy2021 : PublishedDocuments.Fy2026;
        var text = Read(published);

        var page = Read(WorkbookBuilder.FromText(Encoding.UTF8.GetString(published)).Build());

        page.Format.Should().Be(DocumentFormat.Xlsx);
        page.EncodingName.Should().Be("utf-8");
        page.Notices.Should().BeEmpty();
        PageContent.Of(page).Should().Equal(PageContent.Of(text));
        RawTexts(page).Should().Equal(RawTexts(text));
        page.Tables.SelectMany(t => t.Observations).Select(o => (o.Position.Table, o.Position.Row))
            .Should().Equal(text.Tables.SelectMany(t => t.Observations).Select(o => (-1, o.Position.Row)), "a line is a row");
        page.Tables[0].Observations.Where(o => o.Area.IsNation).Select(o => o.Position.Column)
            .Should().Equal(Enumerable.Range(2, page.Tables[0].Months.Count));
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2026)]
    public void Tables_on_sheets_of_their_own_are_one_page(int year)
    {
        var published = year == 2021 ? PublishedDocuments.Fy2021 : PublishedDocuments.Fy2026;
        var text = Read(published);
        var lines = Encoding.UTF8.GetString(published).ReplaceLineEndings("\n").Split('\n');
        // A sheet ends above the heading of the next table.
        var starts = text.Tables.Select(t => Array.FindLastIndex(
            lines, t.Position.Row - 1, l => l.TrimStart('#', ' ').StartsWith(t.Heading, StringComparison.Ordinal))).ToList();
        var workbook = new WorkbookBuilder();
        workbook.Sheet("表紙").Paste(string.Join('\n', lines[..starts[0]]));
        foreach (var (i, start) in starts.Index())
        {
            workbook.Sheet($"{i + 1}").Paste(string.Join('\n', lines[start..(i + 1 < starts.Count ? starts[i + 1] : lines.Length)]), 3, 2);
        }

        var page = Read(workbook.Build());

        PageContent.Of(page).Should().Equal(PageContent.Of(text));
        page.Tables.Select(t => -t.Position.Table).Should().Equal(Enumerable.Range(2, text.Tables.Count));
        page.Tables[1].Observations[0].Position.ToString().Should().StartWith("sheet 3,cell C");
    }

    [Fact]
    public void The_name_of_a_sheet_is_the_heading_where_there_is_none()
    {
        var workbook = new WorkbookBuilder();
        workbook.Sheet("1.相談対応件数（件）").Paste(SampleTable.Title + SampleTable.Text("\t4月", 1));
        workbook.Sheet("来訪相談者数").Paste(SampleTable.Text("\t4月", 1, (a, c) => SampleTable.Count(a, c + 1)));

        Read(workbook.Build()).Tables.Select(t => (t.Metric.Key, t.Heading, t.Position.ToString())).Should().Equal(
            ("consultations", "1.相談対応件数（件）", "sheet 1,cell A3"), ("visitors", "来訪相談者数", "sheet 2,cell A1"));
    }

    [Fact]
    public void The_name_of_a_sheet_does_not_replace_a_numbered_heading()
    {
        var workbook = new WorkbookBuilder();
        workbook.Sheet("相談対応件数").Paste($"{SampleTable.Title}2.新規起業者\n\n{SampleTable.Text("\t4月", 1)}");

        Read(workbook.Build()).Tables.Single().Metric.Name.Should().Be("新規起業者");
    }

    [Fact]
    public void A_sheet_without_a_heading_is_refused_and_not_named_after_the_program_s_default()
    {
        var workbook = WorkbookBuilder.FromText(SampleTable.Title + SampleTable.Text("\t4月", 1));

        Problems(workbook).Should().Equal("sheet 1,cell A3: 表のすぐ上に指標の見出しがありません（「1.相談対応件数(件)」のような見出し）");
    }

    [Fact]
    public void Merged_cells_span_their_parts_and_titles_their_table()
    {
        var heading = "a トレーニーの受け入れ人数や出向の受け入れ人数(人)";
        var workbook = new WorkbookBuilder();
        var sheet = workbook.Sheet("4月").Paste(SampleTable.Title).Paste(heading, 3).Merge("A1:G1").Merge("A3:G3");
        sheet.Paste("都道府県\t4月\t\t\t5月\n\tトレーニー\t出向者\t合計\tトレーニー\t出向者\t合計", 4).Merge("A4:A5").Merge("B4:D4").Merge("E4:G4");
        sheet.Paste(string.Join('\n', SampleTable.Rows(6).Select(r => string.Join('\t', r))), 6);
        sheet.Text(55, 1, "※上記数値は速報値です。\n後日変わることがあります。").Merge("A55:G57");

        var page = Read(workbook.Build());
        var table = page.Tables.Single();

        table.Heading.Should().Be(heading);
        table.Parts.Should().Equal("トレーニー", "出向者", "合計");
        table.Months.Should().Equal(new YearMonth(2026, 4), new YearMonth(2026, 5));
        table.Observations.Where(o => o.Area.Number == 33).Select(o => o.Figure.Count).Should().Equal(3301, 3302, 3303, 3304, 3305, 3306);
        table.Notes.Should().Equal("※上記数値は速報値です。後日変わることがあります。");
    }

    [Theory]
    [InlineData("合計")]
    [InlineData("北海道")]
    public void The_name_of_an_area_among_the_notes_is_a_note_as_in_text(string name)
    {
        var text = $"{Two}\n※速報値です。\n\n{name}\n";

        var notes = Read(WorkbookBuilder.FromText(text).Build()).Tables.Single().Notes;

        notes.Should().Equal(Read(Encoding.UTF8.GetBytes(text)).Tables.Single().Notes).And.HaveElementAt(1, name);
    }

    [Fact]
    public void Merged_figures_are_refused_because_they_are_nobody_s()
    {
        var workbook = WorkbookBuilder.FromText(Two);
        workbook.Last.Remove(9, 2).Merge("B8:B9");

        Problems(workbook).Should().Equal(
            "sheet 1,cell B9: 「1.相談対応件数 の 岩手県・4月」: 「201」がほかのセルと結合されています（セルごとに1つの数）");
    }

    [Theory]
    [InlineData("B4:C53", "sheet 1,cell B5: 結合されたセルの下に「4月」が隠れています（セルの結合を解除して確かめ、保存し直したブック）")]
    [InlineData("B8:B9", "sheet 1,cell B9: 結合されたセルの下に「301」が隠れています（セルの結合を解除して確かめ、保存し直したブック）")]
    public void What_merged_cells_cover_is_not_left_out_in_silence(string area, string problem)
    {
        var workbook = WorkbookBuilder.FromText(Two);
        workbook.Last.Merge(area);

        Problems(workbook).Should().Equal(problem);
    }

    [Fact]
    public void Row_numbers_margins_blank_columns_and_notes_beside_are_no_part_of_a_table()
    {
        var workbook = new WorkbookBuilder();
        var sheet = workbook.Sheet("実績");
        foreach (var (i, line) in Two.TrimEnd().Split('\n').Index())
        {
            var cells = line.Split('\t');
            sheet.Put(i + 1, 2, $"{i + 1}");
            // A blank column between the areas and the months, and one before 累計値.
            foreach (var (c, cell) in cells.Index()) sheet.Put(i + 1, c switch { 0 => 3, 3 => 8, _ => c + 4 }, cell);
        }

        sheet.Text(7, 10, "※北海道の値は暫定値です。").Text(8, 11, "青森県は\n確認中です。");

        var page = Read(workbook.Build());

        Figures(page).Should().Equal(Figures(Read(Encoding.UTF8.GetBytes(Two))));
        page.Tables[0].Notes.Should().Equal("※北海道の値は暫定値です。", "青森県は確認中です。");
        page.Tables[0].Observations[0].Position.ToString().Should().Be("sheet 1,cell E6");
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_not_read_and_said_so()
    {
        var workbook = WorkbookBuilder.FromText(Heading + SampleTable.Text("\t4月\t5月\t累計値", 3, (a, c) => c == 3 ? Total(a) : SampleTable.Count(a, c)));
        var sheet = workbook.Last;
        sheet.Paste(string.Join('\n', "下書き\t1\t2\t3", "下書き\t4\t5\t6"), sheet.LastRow + 1).HideRows(sheet.LastRow - 1, sheet.LastRow);
        sheet.Text(5, 6, "確認者").Text(9, 6, "佐藤").HideColumns(6);
        workbook.Sheet("元データ", isHidden: true).Text(1, 1, "下書き");

        var page = Read(workbook.Build());

        Figures(page).Should().Equal(Figures(Read(Encoding.UTF8.GetBytes(Two))));
        page.Notices.Select(n => $"{n.Position}: {n.Message}").Should().Equal(
            "sheet 1,cell A54: 非表示の部分は読み取っていません: シート1の54–55行目、シート1のF列、シート「元データ」");
    }

    [Fact]
    public void Of_many_hidden_parts_the_first_ten_and_their_number_are_said()
    {
        var workbook = WorkbookBuilder.FromText(Two);
        for (var i = 1; i <= 12; i++) workbook.Sheet($"控え{i}", isHidden: true).Text(1, 1, "下書き");

        Read(workbook.Build()).Notices.Select(n => n.Message.ToString()).Should().Equal(
            $"非表示の部分は読み取っていません: {string.Join("、", Enumerable.Range(1, 10).Select(i => $"シート「控え{i}」"))}など12か所");
    }

    [Fact]
    public void A_prefecture_in_a_hidden_row_is_missing_and_the_refusal_says_where_it_may_be()
    {
        var workbook = WorkbookBuilder.FromText(Two);
        workbook.Last.HideRows(workbook.Last.RowOf("岡山県"));

        Problems(workbook).Should().Equal(
            "sheet 1,cell A39: 非表示の部分は読み取っていません: シート1の39行目（必要なら、再表示してから保存したブック）",
            "sheet 1,cell A53: 「1.相談対応件数」: 岡山県の行がありません（合計と47都道府県が1行ずつ）");
    }

    internal static PublishedPage Read(byte[] document)
    {
        var result = DocumentReader.Read(document, MetricCatalogue.Default);
        result.Problems.Select(p => $"{p.Position}: {p.Message}").Should().BeEmpty();
        return result.Page!;
    }

    internal static IEnumerable<string> Problems(WorkbookBuilder workbook) => Problems(workbook.Build());

    internal static IEnumerable<string> Problems(byte[] document) =>
        DocumentReader.Read(document, MetricCatalogue.Default).Problems.Select(p => $"{p.Position}: {p.Message}");

    private static string Total(Area area) => ((area.Number * 200) + 3).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> RawTexts(PublishedPage page) => page.Tables.SelectMany(t =>
        t.Observations.Select(o => $"{o.Area} {o.Month} {o.Part} {o.RawText}").Concat(t.Cumulatives.Select(c => $"{c.Area} {c.Part} {c.RawText}")));

    private static IEnumerable<string> Figures(PublishedPage page) => page.Tables.SelectMany(t =>
        t.Observations.Select(o => $"{o.Area} {o.Month} {o.Part} {o.Figure}").Concat(t.Cumulatives.Select(c => $"{c.Area} {c.Part} {c.Figure}")));
}
