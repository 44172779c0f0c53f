using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading;
using Yorozu.Statistics.Tests.Reading.Rendering;

namespace Yorozu.Statistics.Tests.Reading;

/// <summary>Whatever a page looks like, what it says is read back.</summary>
public sealed class RoundTripTests
{
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("YOROZU_FUZZ_CASES"), out var cases) ? cases : 150;

    static RoundTripTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_random_release_printed_as_text_is_read_back_the_same()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var page = new RandomPage(random).Next();
            var text = new TextRenderer(new Dialect(random), (TextTables)random.Next(5)).Render(page);
            ShouldSay(page, Encode(text, random), DocumentFormat.Text, $"seed {seed}:\n{text}");
        }
    }

    [Fact]
    public void A_random_release_printed_as_HTML_is_read_back_the_same()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var page = new RandomPage(random).Next();
            var html = new HtmlRenderer(new Dialect(random)).Render(page, "utf-8");
            ShouldSay(page, Encode(html, random), DocumentFormat.Html, $"seed {seed}:\n{html}");
        }
    }

    [Theory]
    [InlineData(2021)]
    [InlineData(2026)]
    public void The_published_pages_say_the_same_as_text_and_as_HTML(int year)
    {
        var page = DocumentReader.Read(year == 2021 ? PublishedDocuments.Fy2021 : PublishedDocuments.Fy2026, MetricCatalogue.Default).Page!;
        var html = new HtmlRenderer(new Dialect(new Random(1)) { Choose = false }).Render(page, "utf-8");

        var read = DocumentReader.Read(Encoding.UTF8.GetBytes(html), MetricCatalogue.Default);

        PageContent.Of(read).Should().Equal(PageContent.Of(page));
        Figures(read.Page!).Should().Equal(Figures(page));
    }

    private static IEnumerable<string> Figures(PublishedPage page) =>
        page.Tables.SelectMany(t => t.Observations.Select(o => $"{o.Area} {o.Month} {o.Part} {o.RawText}"));

    private static byte[] Encode(string text, Random random)
    {
        var encoding = random.Next(4) switch
        {
            0 => Encoding.GetEncoding(932),
            1 => Encoding.GetEncoding(51932),
            2 => new UTF8Encoding(true),
            _ => new UTF8Encoding(false),
        };
        text = encoding is UTF8Encoding ? text : text.Replace('\u00A0', '　').Replace('©', 'C');
        return [.. encoding.Preamble, .. encoding.GetBytes(text)];
    }

    private static void ShouldSay(PublishedPage page, byte[] document, DocumentFormat format, string because)
    {
        var result = DocumentReader.Read(document, MetricCatalogue.Default);
        var difference = PageContent.Of(result).Except(PageContent.Of(page)).Concat(PageContent.Of(page).Except(PageContent.Of(result))).Take(10).ToList();
        if (difference.Count > 0) Assert.Fail($"{string.Join('\n', difference)}\n{because}");
        result.Page!.Format.Should().Be(format);
    }
}
