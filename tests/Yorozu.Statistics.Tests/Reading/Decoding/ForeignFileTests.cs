using System.IO.Compression;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Decoding;

/// <summary>A file that no page can be in is called what it is, with how to save the page instead and without a line number.</summary>
public sealed class ForeignFileTests
{
    private const string AsShown = "公表元のページをブラウザーで開き、「名前を付けて保存」で保存したHTML、または本文を選択してコピーし貼り付けたテキスト";
    private const string AsWorkbook = "Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」にしたファイル";
    private const string AsText = "Wordなどで開き、「書式なし」のテキストとして保存したファイル";
    private const string Compound = "D0CF11E0A1B11AE1";

    [Theory]
    [InlineData("255044462D312E37", "PDFのファイルです", AsShown)]
    [InlineData("89504E470D0A1A0A", "画像のファイルです", AsShown)]
    [InlineData("FFD8FFE000104A46", "画像のファイルです", AsShown)]
    [InlineData("4749463839610100", "画像のファイルです", AsShown)]
    [InlineData("49492A0008000000", "画像のファイルです", AsShown)]
    [InlineData("4D4D002A00000008", "画像のファイルです", AsShown)]
    [InlineData("524946460000000057454250565038", "画像のファイルです", AsShown)]
    [InlineData("00000024667479706865696300000000", "画像のファイルです", AsShown)]
    [InlineData("7B5C727466315C616E736920317D", "リッチテキスト（RTF）のファイルです", AsText)]
    [InlineData(Compound, "古い形式のExcelやWordのファイルです", AsWorkbook)]
    [InlineData("504B030414000600", "ExcelブックなどのZIP形式のファイルですが、壊れています", "Excelで開いて保存し直した、Excelブック（.xlsx）")]
    public void Bytes_tell_the_kind_of_a_file(string bytes, string found, string expected) =>
        Problem(Convert.FromHexString(bytes)).Should().Be($"{found}（{expected}）");

    [Theory]
    [InlineData("Workbook", "古い形式のExcelブック（.xls）です", AsWorkbook)]
    [InlineData("WordDocument", "古い形式のWordの文書（.doc）です", AsText)]
    [InlineData("EncryptedPackage", "パスワードで保護されたファイルです", "パスワードを外して保存し直したファイル")]
    public void The_streams_of_a_compound_file_tell_its_kind(string stream, string found, string expected) =>
        Problem([.. Convert.FromHexString(Compound), .. new byte[504], .. Encoding.Unicode.GetBytes(stream)]).Should().Be($"{found}（{expected}）");

    [Theory]
    [InlineData("word/document.xml", "Wordの文書（.docx）です", AsText)]
    [InlineData("ppt/presentation.xml", "PowerPointのファイルです", AsShown)]
    [InlineData("xl/workbook.bin", "Excelバイナリブック（.xlsb）です", AsWorkbook)]
    [InlineData("mimetype content.xml", "OpenDocument形式のファイルです", AsWorkbook)]
    [InlineData("results.html", "ZIP形式のファイルです", "展開して取り出した、テキスト、HTMLまたはExcelブック（.xlsx）")]
    public void The_entries_of_an_archive_tell_its_kind(string entries, string found, string expected)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries.Split(' ')) archive.CreateEntry(name);
        }

        Problem(stream.ToArray()).Should().Be($"{found}（{expected}）");
    }

    [Fact]
    public void A_page_saved_as_one_file_is_told_how_to_be_saved() =>
        Problem("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>"u8.ToArray()).Should().Be(
            "1つのファイルにまとめて保存したWebページ（MHTML）です（ブラウザーの「名前を付けて保存」で、種類を「Webページ、HTMLのみ」か「Webページ、完全」にして保存したHTML）");

    private static string Problem(byte[] bytes)
    {
        var problem = DocumentReader.Read(bytes, MetricCatalogue.Default).Problems.Should().ContainSingle().Subject;
        problem.Kind.Should().Be(ProblemKind.NotText);
        problem.Position.Concerned.ToString().Should().Be("ファイル全体");
        return problem.Message.ToString();
    }
}
