using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;

namespace Yorozu.Statistics.Tests.Reading.Decoding;

/// <summary>The encoding is found in the bytes: mark, UTF-8, then what the page declares and what makes sense.</summary>
public sealed class EncodingTests
{
    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData(65001, "utf-8")]
    [InlineData(932, "shift_jis")]
    [InlineData(51932, "euc-jp")]
    public void The_published_pages_are_read_the_same_in_every_encoding(int codePage, string name)
    {
        foreach (var published in new[] { PublishedDocuments.Fy2021, PublishedDocuments.Fy2026 })
        {
            var page = Read(published);
            var encoded = Read(Encoding.GetEncoding(codePage).GetBytes(Encoding.UTF8.GetString(published)));

            encoded.EncodingName.Should().Be(name);
            Rendering.PageContent.Of(encoded).Should().Equal(Rendering.PageContent.Of(page));
        }
    }

    [Theory]
    [InlineData(932, "shift_jis", "<meta charset=\"Shift_JIS\">")]
    [InlineData(932, "shift_jis", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=x-sjis\">")]
    [InlineData(51932, "euc-jp", "<meta charset=euc-jp>")]
    [InlineData(65001, "utf-8", "<meta charset=\"Shift_JIS\">")]
    [InlineData(932, "shift_jis", "<meta charset=\"utf-8\">")]
    [InlineData(51932, "euc-jp", "")]
    public void A_page_that_declares_another_encoding_is_read_in_its_own(int codePage, string name, string meta)
    {
        var html = $"<!DOCTYPE html><html><head>{meta}</head><body><h1>{SampleTable.Title}</h1><h2>1.相談対応件数(件)</h2>"
            + $"{SampleTable.Html("<tr><th></th><th>4月</th></tr>", 1)}</body></html>";

        Read(Encoding.GetEncoding(codePage).GetBytes(html)).EncodingName.Should().Be(name);
    }

    [Fact]
    public void A_byte_order_mark_is_not_text() =>
        Read([.. Encoding.UTF8.Preamble, .. PublishedDocuments.Fy2026]).Tables[0].Position.Should().Be(SourcePosition.InText(9, 1));

    [Theory]
    [InlineData(1200, "utf-16le")]
    [InlineData(1201, "utf-16be")]
    public void Unicode_text_from_Excel_is_UTF_16_with_a_byte_order_mark(int codePage, string name)
    {
        var encoding = Encoding.GetEncoding(codePage);
        foreach (var published in new[] { PublishedDocuments.Fy2021, PublishedDocuments.Fy2026 })
        {
            var text = Encoding.UTF8.GetString(published).ReplaceLineEndings("\r\n");
            var page = Read([.. encoding.Preamble, .. encoding.GetBytes(text)]);

            page.EncodingName.Should().Be(name);
            Rendering.PageContent.Of(page).Should().Equal(Rendering.PageContent.Of(Read(published)));
            page.Tables[0].Position.Should().Be(Read(published).Tables[0].Position);
        }
    }

    [Fact]
    public void UTF_16_without_a_mark_is_refused_with_what_to_do() =>
        DocumentReader.Read(Encoding.Unicode.GetBytes("令和3年度\tabc"), MetricCatalogue.Default).Problems
            .Select(p => p.Message.ToString())
            .Should().Equal(
                "文字ではないデータ（NUL）があります（UTF-8、UTF-16、Shift_JIS、EUC-JPのどれかで保存したテキストまたはHTML、またはExcelブック（.xlsx））");

    private static PublishedPage Read(byte[] document)
    {
        var result = DocumentReader.Read(document, MetricCatalogue.Default);
        result.Problems.Select(p => p.Message.ToString()).Should().BeEmpty();
        return result.Page!;
    }
}
