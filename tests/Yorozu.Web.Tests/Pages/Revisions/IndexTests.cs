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

        page.QuerySelector("#triangle-title")!.TextContent.Should().Be("岡山県の相談実績件数（ワンストップ相談窓口）は1か月が改訂された");
        page.QuerySelectorAll("main tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim())))
            .Should().Equal("2026年4月|3,304|3,300|−4", "2026年5月||3,305|―");
        page.QuerySelectorAll("main tbody .changed").Select(s => s.TextContent).Should().Equal("3,300");
        page.QuerySelector("#size-title")!.Closest("section")!.TextContent.Should().Contain("まだ示せません。2回以上公表された月が12か月たまると");
    }

    [Fact]
    public async Task Parts_can_be_chosen_and_the_total_is_shown_first()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var page = await app.GetPageAsync("/revisions?metric=one-stop-trainees&area=35");

        page.QuerySelectorAll("select[name=part] option").Select(o => o.TextContent).Should().Equal("トレーニー", "出向者", "合計");
        page.QuerySelector("select[name=part] option[selected]")!.TextContent.Should().Be("合計");
        page.QuerySelector("main tbody td")!.TextContent.Should().Be("1");
    }

    [Theory]
    [InlineData("/revisions?metric=nothing")]
    [InlineData("/revisions?metric=consultations&fy=2026")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        await using var app = await WebApp.StartPublishedAsync();

        await app.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_empty_store_says_so()
    {
        await using var app = await WebApp.StartAsync();

        (await app.GetPageAsync("/revisions")).QuerySelector("main .note")!.TextContent.Should().Be("まだ何も公表されていません。");
    }
}
