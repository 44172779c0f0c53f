using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests;

/// <summary>Whatever there is to say about a prefecture, it fits on one sheet.</summary>
public sealed partial class BriefingTests(BriefingTests.HistoryHost history, BriefingTests.SixteenMetricsHost sixteen)
    : IClassFixture<BriefingTests.HistoryHost>, IClassFixture<BriefingTests.SixteenMetricsHost>
{
    /// <summary>A4 without its margins, in pixels.</summary>
    private const int PaperWidth = 703;

    private const string TextsOutsideTheirCells =
        """
        () => [...document.querySelectorAll('.briefing :is(th, td)')].filter(cell => cell.checkVisibility()).flatMap(cell => {
          const at = cell.getBoundingClientRect();
          const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
          const outside = [];
          while (texts.nextNode()) {
            if (texts.currentNode.parentElement.closest('svg, .visually-hidden') || !texts.currentNode.data.trim()) continue;
            const range = document.createRange();
            range.selectNodeContents(texts.currentNode);
            if ([...range.getClientRects()].some(r => r.width > 0 && (r.left < at.left - .5 || r.right > at.right + .5))) outside.push(cell.textContent.trim());
          }
          return outside;
        })
        """;

    [BrowserTheory]
    [InlineData("/prefectures/33/briefing")]
    [InlineData("/prefectures/33/briefing?lang=en")]
    [InlineData("/prefectures/33/briefing?fy=2021")]
    [InlineData("/prefectures/46/briefing?fy=2024&metric=one-stop-seminar-attendees")]
    public Task Years_of_releases_print_on_one_sheet(string route) => PrintsOnOneSheetAsync(history, route);

    [BrowserTheory]
    [InlineData("/prefectures/33/briefing")]
    [InlineData("/prefectures/33/briefing?lang=en")]
    public Task Sixteen_metrics_with_long_names_print_on_one_sheet(string route) => PrintsOnOneSheetAsync(sixteen, route);

    [BrowserTheory]
    [InlineData("ja", 2026)]
    [InlineData("en", 2026)]
    public async Task No_text_of_a_table_leaves_its_cell_on_any_sheet(string language, int year)
    {
        await using var window = await history.OpenAsync(new() { ViewportSize = new ViewportSize { Width = PaperWidth, Height = 1000 } });
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var prefecture in Prefecture.All)
        {
            await window.GoToAsync($"/prefectures/{prefecture.Code}/briefing?fy={year}&lang={language}");

            (await window.Page.EvaluateAsync<string[]>(TextsOutsideTheirCells)).Should().BeEmpty("of {0} in {1}", prefecture.RomanName, language);
        }
    }

    internal static async Task PrintsOnOneSheetAsync(BrowserHost host, string route)
    {
        await using var window = await host.OpenAsync();
        await window.GoToAsync(route);

        var pdf = Encoding.Latin1.GetString(await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        // A4 portrait, in points.
        Sheet().Matches(pdf).Select(m => m.Value).Should().ContainSingle().Which.Should().StartWith("/MediaBox [0 0 594.9").And.EndWith(" 841.91998]");
    }

    [GeneratedRegex(@"/MediaBox \[[^\]]*\]")]
    private static partial Regex Sheet();

    /// <summary>The published FY2021 page and five years of monthly releases.</summary>
    public sealed class HistoryHost : BrowserHost
    {
        protected override IReadOnlyList<DocumentFile> Documents => [PublishedDocuments.Fy2021, .. MonthlyHistory.Documents];
    }

    /// <summary>As many metrics as all layouts together have, for six years.</summary>
    public sealed class SixteenMetricsHost : BrowserHost
    {
        protected override IReadOnlyList<DocumentFile> Documents => [.. Enumerable.Range(2021, 6).Select(Document)];

        private static DocumentFile Document(int year)
        {
            var page = new PageBuilder(new FiscalYear(year), 12);
            for (var i = 1; i <= 16; i++)
            {
                page.Metric(i <= 9 ? "(1)ワンストップ相談窓口" : "(2)生産性向上支援センター", $"{i}.他の支援機関の研修講師としてセミナー等に参加した場合の延べ受講人数その{i}");
            }

            return page.Build($"{year}.txt");
        }
    }
}

/// <summary>The same of the two published pages.</summary>
[Collection(BrowserTests.Name)]
public sealed class PublishedBriefingTests(BrowserHost host)
{
    [BrowserTheory]
    [InlineData("/prefectures/33/briefing")]
    [InlineData("/prefectures/33/briefing?fy=2021")]
    public Task The_published_pages_print_on_one_sheet(string route) => BriefingTests.PrintsOnOneSheetAsync(host, route);
}
