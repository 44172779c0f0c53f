using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Metrics;

public sealed class PrintTests
{
    /// <summary>The published page itself, cell for cell.</summary>
    [Fact]
    public async Task The_printed_table_is_the_published_one()
    {
        await using var app = await WebApp.SharedAsync();
        var lines = System.Text.Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span).Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var first = lines.FindIndex(l => l.StartsWith("3.課題解決件数", StringComparison.Ordinal)) + 2;
        var published = lines.Skip(first).Take(49).Select(l => l.Split('\t'));

        var page = await app.GetPageAsync("/metrics/resolutions/print");

        page.QuerySelector("h1")!.TextContent.Should().Be("令和3年度よろず支援拠点相談等実績");
        var rows = page.QuerySelectorAll(".as-published tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()).ToList();
        rows[0] = ["", .. rows[0].Skip(1)];
        rows.Should().BeEquivalentTo(published, options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task Parts_have_a_second_header_row()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/metrics/one-stop-trainees/print");

        page.QuerySelectorAll(".as-published thead tr")[1].Children.Select(c => c.TextContent).Should().Equal("トレーニー", "出向者", "合計");
        page.QuerySelectorAll(".as-published tbody tr").Should().HaveCount(48);
    }
}
