using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Decoding;

/// <summary>A file that no page can be in is called what it is, with how to save the page instead and without a line number.</summary>
public sealed class ForeignFileTests
{
    private const string AsShown = "公表元のページをブラウザーで開き、「名前を付けて保存」でHTMLとして保存するか、本文を選択してコピーし、貼り付けてください";
    private const string AsWorkbook = "Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」として保存してください";
    private const string AsText = "Wordなどで開き、「書式なし」のテキストとして保存してください";
    private const string OneFile = "1つのファイルにまとめて保存したWebページ（MHTML）です";
    private const string AsHtml = "ブラウザーの「名前を付けて保存」で、種類を「Webページ、HTMLのみ」か「Webページ、完全」にして保存し直してください";
    private const string Extracted = "展開して、中のテキスト、HTMLまたはExcelブック（.xlsx）を選んでください";
    private const string Picture = $"画像のファイルです。{AsShown}。";
    private const string Compound = "D0CF11E0A1B11AE1";

    [Theory]
    [InlineData("255044462D312E37", "PDFのファイルです", AsShown)]
    [InlineData("EFBBBF0A255044462D312E37", "PDFのファイルです", AsShown)]
    [InlineData("377ABCAF271C0004", "圧縮されたファイルです", Extracted)]
    [InlineData("526172211A070100", "圧縮されたファイルです", Extracted)]
    [InlineData("62706C6973743030D101", "SafariのWebアーカイブです", "Safariの「別名で保存」で、フォーマットを「ページのソース」にして保存し直してください")]
    [InlineData("53514C69746520666F726D6174203300100001010040202000000003000000050000000000000000", "テキストでもHTMLでもExcelブックでもないファイルです", AsShown)]
    [InlineData("7B5C727466315C616E736920317D", "リッチテキスト（RTF）のファイルです", AsText)]
    [InlineData(Compound, "古い形式のExcelやWordのファイルです", AsWorkbook)]
    public void Bytes_tell_the_kind_of_a_file(string bytes, string found, string expected) =>
        Problem(Convert.FromHexString(bytes)).Should().Be($"{found}。{expected}。");

    [Theory]
    [InlineData("0000001C6674797061766966000000006176696600")]
    [InlineData("89504E470D0A1A0A")]
    [InlineData("FFD8FFE000104A46")]
    [InlineData("4749463839610100")]
    [InlineData("49492A0008000000")]
    [InlineData("4D4D002A00000008")]
    [InlineData("524946460000000057454250565038")]
    [InlineData("00000024667479706865696300000000")]
    public void Bytes_tell_a_picture(string bytes) => Problem(Convert.FromHexString(bytes)).Should().Be(Picture);

    [Theory]
    [InlineData("Workbook", "古い形式のExcelブック（.xls）です", AsWorkbook)]
    [InlineData("WordDocument", "古い形式のWordの文書（.doc）です", AsText)]
    [InlineData("EncryptedPackage", "パスワードで保護されたファイルです", "パスワードを外して保存し直してください")]
    public void The_streams_of_a_compound_file_tell_its_kind(string stream, string found, string expected) =>
        Problem([.. Convert.FromHexString(Compound), .. new byte[504], .. Encoding.Unicode.GetBytes(stream)]).Should().Be($"{found}。{expected}。");

    [Theory]
    [InlineData("word/document.xml", "Wordの文書（.docx）です", AsText)]
    [InlineData("ppt/presentation.xml", "PowerPointのファイルです", AsShown)]
    [InlineData("xl/workbook.bin", "Excelバイナリブック（.xlsb）です", AsWorkbook)]
    [InlineData("mimetype content.xml", "OpenDocument形式のファイルです", AsWorkbook)]
    [InlineData("results.html", "ZIP形式のファイルです", Extracted)]
    public void The_entries_of_an_archive_tell_its_kind(string entries, string found, string expected)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in entries.Split(' ')) archive.CreateEntry(name);
        }

        Problem(stream.ToArray()).Should().Be($"{found}。{expected}。");
    }

    [Theory]
    [InlineData("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>")]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>")]
    public void A_page_saved_as_one_file_is_told_how_to_be_saved(string page) => Problem(Encoding.UTF8.GetBytes(page)).Should().Be($"{OneFile}。{AsHtml}。");

    [Theory]
    [InlineData("empty.txt", "ファイルが空です", AsShown)]
    [InlineData("page.mhtml", OneFile, AsHtml)]
    [InlineData("page.pdf", "PDFのファイルです", AsShown)]
    [InlineData("page.txt.gz", "圧縮されたファイルです", Extracted)]
    [InlineData("page.url", "Webページへのショートカットです", AsShown)]
    [InlineData("pages.zip", "ZIP形式のファイルです", Extracted)]
    public void A_real_file_is_named(string name, string found, string advice) =>
        Problem(File.ReadAllBytes(Path.Combine("OtherFiles", name))).Should().Be($"{found}。{advice}。");

    [Theory]
    [InlineData("page.bmp")]
    [InlineData("page.gif")]
    [InlineData("page.jpg")]
    [InlineData("page.png")]
    [InlineData("page.webp")]
    public void A_real_picture_is_named_however_large(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine("OtherFiles", name));

        byte[] large = [.. bytes, .. new byte[DocumentReader.MaxBytes]];
        // A bitmap says how long it is.
        if (name == "page.bmp") BinaryPrimitives.WriteInt32LittleEndian(large.AsSpan(2), large.Length);

        Problem(bytes).Should().Be(Picture);
        Problem(large).Should().Be(Picture);
    }

    [Fact]
    public void A_shortcut_may_begin_with_other_properties() => Problem(Encoding.ASCII.GetBytes(
        "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,11\r\n[InternetShortcut]\r\nIDList=\r\nURL=https://www.example.jp/\r\n"))
        .Should().Be($"Webページへのショートカットです。{AsShown}。");

    [Fact]
    public void A_damaged_archive_is_named()
    {
        var problem = DocumentReader.Read(Convert.FromHexString("504B030414000600"), MetricCatalogue.Default).Problems.Should().ContainSingle().Subject;
        problem.Message.ToString().Should().Be("ExcelブックなどのZIP形式のファイルですが、壊れています（Excelで開いて保存し直した、Excelブック（.xlsx））");
    }

    private static string Problem(byte[] bytes)
    {
        var problem = DocumentReader.Read(bytes, MetricCatalogue.Default).Problems.Should().ContainSingle().Subject;
        problem.Kind.Should().Be(bytes.Length > 0 ? ProblemKind.ForeignFile : ProblemKind.Empty);
        problem.Position.Concerned.ToString().Should().Be("ファイル全体");
        return problem.Message.ToString();
    }
}
