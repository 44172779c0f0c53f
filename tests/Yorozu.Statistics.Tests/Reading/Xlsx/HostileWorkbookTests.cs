extern alias OpenXmlSdk;

using System.IO.Compression;
using System.Text;
using OpenXmlSdk::DocumentFormat.OpenXml;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Testing;

namespace Yorozu.Statistics.Tests.Reading.Xlsx;

/// <summary>A workbook made to exhaust or deceive the reader is refused with a message; nothing in it runs or reaches out.</summary>
public sealed class HostileWorkbookTests
{
    private const long MaxAllocated = 256 << 20;
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Damaged = ": ExcelブックなどのZIP形式のファイルですが、壊れています（Excelで開いて保存し直した、Excelブック（.xlsx））";
    private const string TooMuch = ": Excelブックの中身が大きすぎます（展開して20 MiBまで。書式だけの行や列、要らないシートを削除して保存し直してください）";

    private static readonly string Text = $"{SampleTable.Title}1.相談対応件数(件)\n\n{SampleTable.Text("\t4月\t5月", 2)}";

    private static byte[] Workbook => WorkbookBuilder.FromText(Text).Build();

    [Theory]
    [InlineData(Sheet)]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("_rels/.rels")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    public void A_part_that_unpacks_to_much_more_is_not_unpacked(string part)
    {
        var document = Replace(Workbook, part, stream => Fill(stream, 256));
        var before = GC.GetAllocatedBytesForCurrentThread();

        WorkbookTests.Problems(document).Should().Equal(TooMuch);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MaxAllocated);
    }

    [Theory]
    [InlineData("<worksheet><sheetData>", "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>", "</sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row>", "<c t=\"inlineStr\"><is><t>x</t></is></c>", "</row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData>", "<row/>", "</sheetData></worksheet>")]
    [InlineData("", "<a>", "")]
    [InlineData("<a ", "b=\"c\" ", "/>")]
    [InlineData("<a b=\"", "xxxxxxxx", "\"/>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", "xxxxxxxx", "</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is>", "<r><t>1</t></r>", "</is></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>", "<![CDATA[1]]>", "</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData><mergeCells>", "<mergeCell ref=\"A1:XFD1048576\"/>",
        "</mergeCells></worksheet>")]
    [InlineData("<worksheet><sheetData></sheetData><mergeCells>", "<mergeCell ref=\"A1048576:A1048576\"/>", "</mergeCells></worksheet>")]
    [InlineData("<worksheet><cols><col min=\"9\" max=\"9\" hidden=\"1\"/></cols><sheetData>", "<row><c><v>1</v></c></row>", "</sheetData></worksheet>")]
    [InlineData("<worksheet><cols>", "<col min=\"1\" max=\"16384\" hidden=\"1\"/>", "</cols></worksheet>")]
    public void No_sheet_makes_the_reader_slow_or_fail(string start, string repeated, string end)
    {
        var content = start + string.Concat(Enumerable.Repeat(repeated, 19_000_000 / repeated.Length)) + end;
        var document = Replace(Workbook, Sheet, stream => stream.Write(Encoding.UTF8.GetBytes(content)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        // These take seconds at most; what grows with the square of the length would take hours.
        using var minute = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        DocumentReader.Read(document, MetricCatalogue.Default, minute.Token).Problems.Should().NotBeEmpty();

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(MaxAllocated);
    }

    [Fact]
    public void Merged_cells_without_rows_are_none() =>
        WorkbookTests.Problems(Replace(Workbook, Sheet, s => Write(s, "<worksheet><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>")))
            .Should().Contain(": 表がありません（月ごと・都道府県ごとの件数の表。テキストでは列をタブ、コンマか「|」で区切ります）");

    [Theory]
    [InlineData("0050-01-01")]
    [InlineData("1899-12-31")]
    public void A_date_before_those_of_a_workbook_is_damage(string date) => WorkbookTests.Problems(Replace(
        Workbook, Sheet, s => Write(s, $"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"d\"><v>{date}</v></c></row></sheetData></worksheet>")))
        .Should().Equal("sheet 1,cell A1" + Damaged);

    [Fact]
    public void A_part_opened_thousands_of_times_costs_each_time()
    {
        var parts = string.Concat(Enumerable.Range(0, 8_000).Select(i => $"<Relationship Id=\"s{i}\" Type=\"x/styles\" Target=\"styles.xml\"/>"));
        var document = Replace(Workbook, "xl/styles.xml", s => Write(s, "<a/>"));

        WorkbookTests.Problems(Replace(document, "xl/_rels/workbook.xml.rels", s => Write(s, $"<Relationships>{parts}</Relationships>")))
            .Should().Equal(TooMuch);
    }

    [Fact]
    public void A_long_text_in_thousands_of_cells_is_too_much_text()
    {
        var workbook = WorkbookBuilder.FromText(Text);
        var cells = string.Concat(Enumerable.Range(1, 9000).Select(i => $"<row r=\"{i}\"><c t=\"s\"><v>0</v></c></row>"));
        var bomb = Replace(workbook.Build(), "xl/sharedStrings.xml", s => Write(s, $"<sst><si><t>{new string('x', 30_000)}</t></si></sst>"));

        WorkbookTests.Problems(Replace(bomb, Sheet, s => Write(s, $"<worksheet><sheetData>{cells}</sheetData></worksheet>")))
            .Should().Equal(": Excelブックの文字が多すぎます（公表のページの表だけのブック）");
    }

    [Fact]
    public void More_than_two_thousand_files_are_too_many()
    {
        using var stream = new MemoryStream();
        stream.Write(Workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var i = 0; i < 2000; i++) archive.CreateEntry($"xl/media/{i}.png");
        }

        WorkbookTests.Problems(stream.ToArray()).Should().Equal(": ZIPの中のファイルが多すぎます（2,000個まで）");
    }

    [Fact]
    public void Two_parts_of_one_name_say_two_things()
    {
        using var stream = new MemoryStream();
        stream.Write(Workbook);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) archive.CreateEntry(Sheet.ToUpperInvariant());

        WorkbookTests.Problems(stream.ToArray()).Should().Equal(Damaged);
    }

    [Theory]
    [InlineData("<!DOCTYPE worksheet [<!ENTITY x \"858\">]><worksheet><sheetData><row><c><v>&x;</v></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:1/x.dtd\"><worksheet/>")]
    [InlineData("<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1048577\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"１\"/></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"x\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>999999</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>-1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"?\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>1,234</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"inlineStr\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c t=\"e\"><v>70</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"B2\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>1</v><c><v>2</v></c></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>1</v><v>2</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c><v>NaN</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row><c s=\"99\"><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><mergeCells><mergeCell ref=\"A1:?\"/></mergeCells></worksheet>")]
    [InlineData("<worksheet><sheetData>")]
    [InlineData("")]
    public void A_sheet_that_breaks_the_format_is_damaged(string content) =>
        WorkbookTests.Problems(Replace(Workbook, Sheet, s => Write(s, content))).Should().ContainSingle().Which.Should().EndWith(Damaged);

    [Fact]
    public void A_flipped_bit_is_seen_by_the_checksum_of_its_part()
    {
        // Stored, not compressed: nothing else would tell that 801 is not 101.
        var document = Replace(Workbook, Sheet, (_, text) => text, CompressionLevel.NoCompression);
        document[document.AsSpan().IndexOf("<x:v>101</x:v>"u8) + 5] ^= 0b1001;

        WorkbookTests.Problems(document).Should().Equal(Damaged);
    }

    [Fact]
    public void A_cut_file_is_damaged() => WorkbookTests.Problems(Workbook[..^200]).Should().Equal(Damaged);

    [Theory]
    [InlineData(SpreadsheetDocumentType.MacroEnabledWorkbook)]
    [InlineData(SpreadsheetDocumentType.Template)]
    public void A_workbook_with_macros_or_a_template_is_read_like_any_other(SpreadsheetDocumentType type) =>
        WorkbookTests.Read(WorkbookBuilder.FromText(Text).Build(type)).Tables.Should().ContainSingle();

    [Fact]
    public void A_sheet_in_another_file_is_not_fetched()
    {
        var document = Replace(Workbook, "xl/_rels/workbook.xml.rels", (_, text) =>
            text.Replace("/xl/worksheets/sheet1.xml\"", "http://127.0.0.1:1/sheet1.xml\" TargetMode=\"External\"", StringComparison.Ordinal));

        WorkbookTests.Problems(document).Should().Equal(Damaged);
    }

    [Fact]
    public void A_cell_at_the_far_corner_makes_no_table_of_the_whole_sheet()
    {
        var workbook = WorkbookBuilder.FromText(Text);
        workbook.Last.Text(1_048_576, 16_384, "※ここまで").Text(5, 16_383, "※メモ").Merge("A1:XFD2").Merge("A1048000:XFC1048576");

        var page = WorkbookTests.Read(workbook.Build());

        page.Tables.Should().ContainSingle().Which.Notes.Should().Equal("※メモ", "※ここまで");
        page.Tables[0].Observations.Should().HaveCount(96);
    }

    private static byte[] Replace(byte[] document, string part, Action<Stream> write) => Replace(document, part, (stream, _) =>
    {
        write(stream);
        return null;
    });

    private static byte[] Replace(
        byte[] document, string part, Func<Stream, string, string?> write, CompressionLevel compression = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = archive.GetEntry(part)!;
            using var reader = new StreamReader(old.Open());
            var text = reader.ReadToEnd();
            reader.Dispose();
            old.Delete();
            using var content = archive.CreateEntry(part, compression).Open();
            if (write(content, text) is { } changed) content.Write(Encoding.UTF8.GetBytes(changed));
        }

        return stream.ToArray();
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void Fill(Stream stream, int mebibytes)
    {
        stream.Write("<a>"u8);
        var elements = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<aa/>\n\n\n", (1 << 20) / 8)));
        for (var i = 0; i < mebibytes; i++) stream.Write(elements);
        stream.Write("</a>"u8);
    }
}
