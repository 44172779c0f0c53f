using System.Net;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Revisions;

public sealed class IndexTests
{
    private const string Heading = "2.相談実績件数";

    [Fact]
    public async Task Month_by_release_with_what_changed_in_bold()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Figure(Heading, "岡山県", 4, 3300).Build());

        var page = await app.GetPageAsync("/revisions?metric=one-stop-consultations&area=33");

        page.QuerySelector("#triangle-title")!.TextContent.Should().Be("岡山県の相談実績件数（ワンストップ相談窓口）は、最初の公表から1か月が改訂された");
        page.QuerySelectorAll("main tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim())))
            .Should().Equal("2026年4月|3,304|3,300|−4", "2026年5月||3,305|―");
        page.QuerySelector("main a[href^='/extracts/revisions.csv']")!.GetAttribute("href")
            .Should().Be("/extracts/revisions.csv?metric=one-stop-consultations&area=33&fy=2026");
        page.QuerySelectorAll("main tbody .changed").Select(s => s.TextContent).Should().Equal("3,300");
        page.QuerySelector("#size-title")!.Closest("section")!.TextContent.Should().Contain("まだ示せません。2回以上公表された月が12か月たまると");
    }

    [Fact]
    public async Task Parts_can_be_chosen_and_the_total_is_shown_first()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/revisions?metric=one-stop-trainees&area=35");

        page.QuerySelectorAll("select[name=part] option").Select(o => o.TextContent).Should().Equal("トレーニー", "出向者", "合計");
        page.QuerySelector("select[name=part] option[selected]")!.TextContent.Should().Be("合計");
        page.QuerySelector("main tbody td")!.TextContent.Should().Be("1");
    }

    [Fact]
    public async Task An_unknown_metric_is_not_found()
    {
        await using var app = await WebApp.SharedAsync();

        await app.GetPageAsync("/revisions?metric=nothing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_year_without_the_metric_stays_and_shows_the_lead_metric()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/revisions?metric=consultations&fy=2026");

        page.QuerySelector("[data-fallback]")!.TextContent.Should()
            .Be("相談対応件数は令和8年度（2026年度）には公表されていないため、相談実績件数（ワンストップ相談窓口）を示しています。");
        page.QuerySelector("select[name=fy] option[selected]")!.TextContent.Should().Be("令和8年度（2026年度）");
    }

    [Fact]
    public async Task The_part_of_another_metric_gives_way_to_the_total()
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync("/revisions?metric=one-stop-businesses&part=トレーニー")).QuerySelector("#triangle-title")!.TextContent
            .Should().Be("全国の名寄せ後の事業者数（ワンストップ相談窓口）に、改訂された月はありません");
    }

    [Fact]
    public async Task The_latest_release_alone_counts_as_many_as_the_ledger()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var tallies = await app.GetPageAsync("/verification");
        var tally = tallies.QuerySelector("main td a[href*='kind=revision']")!;
        var ledger = tally.GetAttribute("href")!;
        var page = await app.GetPageAsync(ledger.Replace("/verification", "/revisions").Replace("&kind=revision", ""));

        tallies.QuerySelectorAll("thead th").Select(h => h.TextContent).Should().Contain("最新の公表での改訂");
        page.QuerySelector("#triangle-title")!.Closest("section")!.TextContent.Should().Contain($"最新の公表だけで改訂された値は、全地域で{tally.TextContent.Trim()}です。");
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")).Should().Contain(ledger);
        (await app.GetPageAsync(ledger)).QuerySelector("#revisions-title")!.TextContent.Should().Be($"改訂 {tally.TextContent.Trim()}");
    }

    [Fact]
    public async Task An_empty_store_says_so()
    {
        await using var app = await WebApp.StartAsync();

        (await app.GetPageAsync("/revisions")).QuerySelector("main .note")!.TextContent.Should().Be("まだ何も公表されていません。");
    }
}
