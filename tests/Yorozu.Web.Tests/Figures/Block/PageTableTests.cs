using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Yorozu.Testing;
using Yorozu.Web.Tests.Downloads;

namespace Yorozu.Web.Tests.Figures.Block;

/// <summary>The CSV of a block is the table that the block shows, figure by figure.</summary>
public sealed class PageTableTests
{
    public static TheoryData<string, int> Views => new()
    {
        { "/", 2 },
        { "/metrics/consultations", 3 },
        { "/metrics/consultations?view=share&show=share&area=33&highlight=13,27&month=2021-11&order=value", 3 },
        { "/metrics/consultations?view=yoy&show=yoy&highlight=13&highlight=27&classes=equalsteps", 3 },
        { "/metrics/consultations?highlight=13,27", 4 },
        { "/metrics/one-stop-trainees?lang=en", 4 },
        { "/prefectures/33?fy=2021", 2 },
        { "/prefectures/47", 2 },
        { "/prefectures?order=value", 1 },
        { "/compare?metric=consultations&areas=13,27", 1 },
        { "/compare?metric=consultations&areas=13,27&view=cumulative", 1 },
        { "/compare?metric=consultations&areas=00,27&view=share&asof=1", 1 },
        { "/compare?metric=consultations&areas=13,27,33&view=index", 1 },
        { "/scatter?x=consultations&y=resolutions&month=2021-11&order=value", 1 },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_csv_of_every_block_is_its_table(string address, int blocks)
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync(address);

        var links = page.QuerySelectorAll("a[download][href*='csv=']");
        links.Should().HaveCount(blocks);
        foreach (var link in links)
        {
            var table = (IHtmlTableElement)link.Closest("section")!.QuerySelector("table")!;
            var csv = Csv.Read(await app.Client.GetByteArrayAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative)));
            csv.Rows.SelectMany(r => r.Values).Should().Equal(Shown(table), "of {0}", link.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task What_is_not_published_is_empty_and_a_change_keeps_its_sign()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(2, 2025).Build(), PageBuilder.Consultations(2).Figure("2.相談実績件数", "東京都", 4, 652).Printed("2.相談実績件数", "東京都", 5, "－").Build());

        var text = await app.Client.GetStringAsync(new Uri("/metrics/one-stop-consultations?show=yoy&csv=months", UriKind.Relative));

        text.Should().StartWith("都道府県,4月 (%),5月 (%),年度累計 (%)\r\n").And.Contain("\r\n東京都,-50.0,,\r\n").And.Contain("\r\n大阪府,0.0,0.0,0.0\r\n");
    }

    [Fact]
    public async Task A_file_is_named_after_its_block_and_an_unknown_block_is_not_found()
    {
        await using var app = await WebApp.StartPublishedAsync();

        using var file = await app.Client.GetAsync(new Uri("/metrics/consultations?csv=trend", UriKind.Relative));
        using var none = await app.Client.GetAsync(new Uri("/metrics/consultations?csv=nothing", UriKind.Relative));

        file.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        file.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("相談対応件数は11月に最多の43,808件.csv");
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Shown(IHtmlTableElement table)
    {
        var groups = table.Bodies.ToDictionary(b => b, b => b.QuerySelector("[scope=rowgroup]")?.TextContent);
        foreach (var row in table.Bodies.SelectMany(b => b.Rows).Where(r => r.QuerySelector("[scope=rowgroup]") is null))
        {
            if (table.HasAttribute("data-groups")) yield return groups[(IHtmlTableSectionElement)row.Parent!] ?? "";
            foreach (var cell in row.Cells.Where(c => c.QuerySelector("svg") is null)) yield return Plain(cell);
        }
    }

    private static string Plain(IElement cell)
    {
        var text = string.Concat(cell.Descendants<IText>().Where(t => t.ParentElement!.Closest("[data-aside]") is null).Select(t => t.Text)).Trim();
        var isFigure = cell.LocalName == "td" && text.Any(char.IsAsciiDigit) && !text.Any(char.IsAsciiLetter) && !text.Any(c => c is '↑' or '↓');
        return text is "未公表" or "not published" or "―" ? "" : isFigure ? text.Trim('%', '+', '±').Replace(",", "").Replace('−', '-') : text;
    }
}
