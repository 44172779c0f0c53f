using System.Text;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Releases;

public sealed class NewsTests
{
    private const string Heading = "2.相談実績件数";

    [Fact]
    public async Task The_page_shows_the_new_month_the_moves_and_every_revised_figure()
    {
        await using var app = await RevisedAsync();

        var page = await app.GetPageAsync("/releases/2");

        var tables = page.QuerySelector("#news-title")!.Closest("section")!.QuerySelectorAll("table");
        tables.Select(t => t.QuerySelector("caption")!.TextContent).Should().Equal("全国の値（資料の順）", "改訂された値 2件", "前月からの大きな動き");
        Cells(tables[0]).Should().Equal("相談実績件数（ワンストップ相談窓口）", "2026年5月（新）", "113,035 件", "112,984", "±0.0%", "未公表", "―");
        tables[1].QuerySelectorAll("tbody tr").Should().HaveCount(2);
        Cells(tables[1]).Should().Equal("全国", "相談実績件数（ワンストップ相談窓口）", "2026年4月", "112,988", "112,984", "−4");
    }

    [Fact]
    public async Task Revised_figures_stand_together_by_metric_the_nation_first()
    {
        const string businesses = "1.名寄せ後の事業者数";
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", businesses).Build(),
            PageBuilder.Consultations(2).Metric("(1)ワンストップ相談窓口", businesses)
                .Figure(Heading, "岡山県", 4, 3300).Figure(Heading, "東京都", 4, 1).Figure(businesses, "岡山県", 4, 3000).Build());

        var table = (await app.GetPageAsync("/releases/2")).QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent == "改訂された値 5件");

        table.QuerySelectorAll("tbody tr").Select(r => $"{r.Children[1].TextContent[..6]} {r.Children[0].TextContent}").Should().Equal(
            "相談実績件数 全国", "相談実績件数 東京都", "相談実績件数 岡山県", "名寄せ後の事 全国", "名寄せ後の事 岡山県");
    }

    [Fact]
    public async Task A_month_that_became_blank_is_revised_on_the_page_in_the_list_and_in_the_csv()
    {
        await using var app = await WebApp.StartAsync(LostMonth.Before, LostMonth.Blank);

        var news = (await app.GetPageAsync("/releases/2"))
            .QuerySelector("#news-title")!.Closest("section")!.QuerySelectorAll("table")
            .Where(t => t.QuerySelector("caption")!.TextContent == "改訂された値 48件")
            .ToList();
        var list = await app.GetPageAsync("/releases");
        var csv = await app.Client.GetStringAsync(new Uri("/extracts/revisions.csv", UriKind.Relative));

        news.Select(t => t.QuerySelectorAll("tbody tr").Length).Should().Equal(10, 38);
        news[1].Closest("details")!.QuerySelector("summary")!.TextContent.Should().Be("ほか38件の詳細");
        Cells(news[0])[0].Should().Be("全国");
        list.QuerySelector("main tbody tr")!.QuerySelectorAll("td").Skip(3).Take(4).Select(c => c.TextContent).Should().Equal("2", "144", "0", "48");
        csv.TrimEnd().Split("\r\n").Should().HaveCount(1 + 48);
    }

    [Fact]
    public async Task The_text_for_a_mail_is_in_the_language_of_the_page()
    {
        await using var app = await RevisedAsync();

        var text = (await app.GetPageAsync("/releases/2?lang=en")).QuerySelector("pre.paste")!.TextContent;

        text.Should().Be(await app.Client.GetStringAsync(new Uri("/releases/2/news?lang=en", UriKind.Relative)));
        text.Should().StartWith("""
            Release of FY2026 (Reiwa 8) up to May (release 2)

            ■ Japan
            - Consultations (one-stop desk), May 2026: 113,035 cases, ±0.0% vs a month earlier

            ■ Largest changes from the previous month
            - Okayama, Consultations (one-stop desk): 3,300 → 3,305 cases (+5)

            """).And.EndWith("""
            - and 5 more

            ■ Revised figures
            - Okayama, Consultations (one-stop desk), Apr 2026: 3,304 → 3,300 (−4)
            - Japan, Consultations (one-stop desk), Apr 2026: 112,988 → 112,984 (−4)

            All checks passed. The figures are preliminary.

            """);
    }

    [Fact]
    public async Task The_text_for_a_mail_says_the_same()
    {
        await using var app = await RevisedAsync();

        var text = await app.Client.GetStringAsync(new Uri("/releases/2/news", UriKind.Relative));

        text.Should().StartWith("""
            令和8年度（2026年度） 5月分までの公表（公表 2）

            ■ 全国の値
            ・相談実績件数（ワンストップ相談窓口） 2026年5月 113,035件、前月比±0.0%

            ■ 前月からの大きな動き
            ・岡山県 相談実績件数（ワンストップ相談窓口） 3,300 → 3,305件（+5）

            """).And.EndWith("""
            ・ほか5件

            ■ 改訂された値
            ・岡山県 相談実績件数（ワンストップ相談窓口） 2026年4月 3,304 → 3,300（−4）
            ・全国 相談実績件数（ワンストップ相談窓口） 2026年4月 112,988 → 112,984（−4）

            検算はすべて一致しました。数値は速報値です。

            """);
    }

    [Fact]
    public async Task The_csv_has_a_row_for_each_headline_move_and_revision()
    {
        await using var app = await RevisedAsync();

        var bytes = await app.Client.GetByteArrayAsync(new Uri("/releases/2/changes", UriKind.Relative));

        bytes.Take(3).Should().Equal(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");
        lines[0].Should().Be("kind,metric,metric_name,part,area_code,area,month,value_from,value_to,difference");
        lines[1].Should().Be("latest,one-stop-consultations,相談実績件数,,00,全国,2026-05,112984,113035,51");
        lines[2].Should().Be("move,one-stop-consultations,相談実績件数,,33,岡山県,2026-05,3300,3305,5");
        lines[^2].Should().Be("revision,one-stop-consultations,相談実績件数,,00,全国,2026-04,112988,112984,-4");
        lines.Should().HaveCount(1 + 1 + 10 + 2 + 1);
    }

    [Fact]
    public async Task The_csv_compares_with_the_year_before_and_names_failed_checks_and_new_metrics()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(1, 2025).Build(),
            PageBuilder.Consultations(1).Printed(Heading, "岡山県", 0, "1").Metric("", "9.新しい数(件)", cumulative: false).Build());

        var lines = Encoding.UTF8.GetString(await app.Client.GetByteArrayAsync(new Uri("/releases/2/changes", UriKind.Relative))).Split("\r\n");

        lines.Skip(1).SkipLast(1).Select(l => l.Replace("x-", "", StringComparison.Ordinal)).Should().Equal(
            "latest,one-stop-consultations,相談実績件数,,00,全国,2026-04,,112988,",
            "latest,313ff513,新しい数,,00,全国,2026-04,,113599,",
            "year,one-stop-consultations,相談実績件数,,00,全国,2026-04,112988,112988,0",
            "cumulative,one-stop-consultations,相談実績件数,,33,岡山県,,3304,1,-3303",
            "national,one-stop-consultations,相談実績件数,,00,全国,,109685,112988,3303",
            "new_metric,313ff513,新しい数,,00,全国,2026-04,,113599,");
    }

    [Theory]
    [InlineData("/releases/9/news")]
    [InlineData("/releases/9/changes")]
    public async Task There_is_no_news_of_no_release(string address)
    {
        await using var app = await RevisedAsync();

        await app.GetPageAsync(address, System.Net.HttpStatusCode.NotFound);
    }

    private static Task<WebApp> RevisedAsync() =>
        WebApp.StartAsync(PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Figure(Heading, "岡山県", 4, 3300).Build());

    private static IReadOnlyList<string> Cells(AngleSharp.Dom.IElement table) =>
        [.. table.QuerySelector("tbody tr")!.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim())];
}
