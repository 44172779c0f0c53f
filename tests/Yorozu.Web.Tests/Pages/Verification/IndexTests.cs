using System.Globalization;
using AngleSharp.Dom;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Pages.Verification;

public sealed class IndexTests
{
    [Fact]
    public async Task Checks_that_pass_are_counted_metric_by_metric()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/verification");

        page.QuerySelector("#failures-title")!.TextContent.Should().Be("不一致はありません");
        page.QuerySelector("#tallies-title")!.TextContent.Should().Be("検算した数: 649か所、一致 649か所");
        var rows = page.QuerySelectorAll("#tallies-title")[0].Closest("section")!.QuerySelectorAll("tbody tr");
        rows.Should().HaveCount(16);
        rows.Single(r => r.TextContent.Contains("相談対応件数", StringComparison.Ordinal)).TextContent.Should().Contain("✓ 48/48").And.Contain("✓ 13/13");
        rows.Single(r => r.TextContent.Contains("同席して支援", StringComparison.Ordinal)).TextContent.Should().Contain("公表累計なし");
    }

    [Fact]
    public async Task The_ledger_shows_every_published_sum_beside_ours()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/verification?metric=consultations&fy=2021");

        var rows = page.QuerySelectorAll("main table tbody tr");
        rows.Should().HaveCount(6 + 61, "six values are unusual, and 48 累計値 and 13 合計 were checked");
        rows.TakeLast(6).Should().OnlyContain(r => r.QuerySelector(".badge:not(.fails)")!.TextContent == "要確認");
        page.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().Equal("検算した61か所はすべて一致", "ふだんと違う値 6件");
        var okayama = rows.Single(r => r.QuerySelector("th")!.TextContent == "岡山県");
        okayama.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).Take(6).Should().Equal("累計値", "累計値", "27,291", "27,291", "±0", "✓ 一致");
    }

    [Fact]
    public async Task A_sum_that_does_not_hold_comes_first_and_the_published_figure_stays()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "東京都", 0, "9,999").Build());

        var page = await app.GetPageAsync("/verification");

        var first = page.QuerySelector("main table tbody tr")!;
        first.QuerySelector("th")!.TextContent.Should().Be("東京都");
        first.TextContent.Should().Contain("9,999").And.Contain("2,609").And.Contain("▲ 不一致");
        page.QuerySelector(".release-line")!.TextContent.Should().Contain("検算 不一致");
    }

    [Fact]
    public async Task A_metric_that_no_catalogue_knows_has_its_printed_name()
    {
        await using var app = await WebApp.StartAsync(new PageBuilder(new(2026), 1).Metric("", "9.新しい数").Printed("9.新しい数", "東京都", 0, "1").Build());

        (await app.GetPageAsync("/verification")).QuerySelector("main table tbody td")!.TextContent.Should().Be("新しい数");
    }

    [Theory]
    [InlineData("", "なくなった表 1件", "要確認", "公表 2")]
    [InlineData("&lang=en", "Missing tables: 1", "to be checked", "Release 2")]
    public async Task A_table_that_the_next_release_lacks_is_listed_with_that_release(string language, string heading, string result, string release)
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build("april.txt"),
            PageBuilder.Consultations(2).Build("may.txt"));

        foreach (var path in new[] { "/verification?", "/verification?kind=missing", "/releases/2?" })
        {
            var page = await app.GetPageAsync(path + language);

            page.QuerySelector("#missing-title")!.TextContent.Should().Be(heading);
            var row = page.QuerySelector("section[aria-labelledby=missing-title] tbody tr")!;
            row.QuerySelector(".badge:not(.fails)")!.TextContent.Should().Be(result);
            row.QuerySelectorAll("td.number").Should().OnlyContain(c => c.TextContent == "―");
            row.QuerySelector("td:last-child a")!.TextContent.Should().Be(release);
            row.QuerySelector("td:last-child a")!.GetAttribute("href").Should().StartWith("/releases/2");
            row.QuerySelector("td.words a")!.GetAttribute("href").Should().StartWith("/metrics/one-stop-businesses?fy=2026");
        }

        (await app.GetPageAsync("/releases/1")).QuerySelector("#missing-title").Should().BeNull();
    }

    [Fact]
    public async Task The_newest_revisions_come_first()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var page = await app.GetPageAsync("/verification");
        var months = page.QuerySelectorAll("#revisions tbody tr")
            .Select(r => DateOnly.ParseExact(r.QuerySelector("td.nowrap")!.TextContent, "yyyy年M月", CultureInfo.InvariantCulture));

        months.Should().HaveCountGreaterThan(10).And.BeInDescendingOrder();
        page.QuerySelectorAll("#revisions thead")[0].TextContent.Should().NotContain("検算", "all are of one kind");
    }

    [Fact]
    public async Task A_list_of_sums_says_of_each_which_sum_it_is_even_when_all_are_of_one_kind()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "東京都", 0, "9,999").Build());

        var page = await app.GetPageAsync("/verification?fy=2026&area=13&failures=true");

        page.QuerySelectorAll("main tbody tr").Should().ContainSingle();
        page.QuerySelectorAll("main thead th").Select(h => h.TextContent).Should().Contain("検算");
    }

    [Fact]
    public async Task Unusual_values_are_listed_apart_from_errors()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/verification");

        page.QuerySelector("#warnings-title")!.TextContent.Should().Be("ふだんと違う値 23件");
        page.QuerySelector("#warnings-title")!.Closest("section")!.QuerySelectorAll("tbody tr").Should().HaveCount(23)
            .And.OnlyContain(r => r.QuerySelector(".badge:not(.fails)")!.TextContent == "要確認");
    }

    [Theory]
    [InlineData("/verification?metric=consultations&fy=2021&kind=cumulative", 48)]
    [InlineData("/verification?metric=consultations&fy=2021&kind=national", 13)]
    [InlineData("/verification?kind=part", 48)]
    [InlineData("/verification?area=33&fy=2021&kind=cumulative", 4)]
    [InlineData("/verification?fy=2021&kind=plausible&area=29", 1)]
    [InlineData("/verification?kind=plausible&failures=true", 23)]
    [InlineData("/verification?metric=consultations&fy=2021&failures=true", 6)]
    public async Task The_address_filters_the_ledger(string address, int rows)
    {
        await using var app = await WebApp.SharedAsync();

        (await app.GetPageAsync(address)).QuerySelectorAll("main table tbody tr").Should().HaveCount(rows);
    }

    [Fact]
    public async Task A_total_that_does_not_hold_names_the_prefecture_it_may_be_due_to()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(2).Printed("2.相談実績件数", "岡山県", 5, "1").Build());

        var page = await app.GetPageAsync("/verification");

        page.QuerySelectorAll("main table tbody tr").Single(r => r.TextContent.Contains("2026年5月", StringComparison.Ordinal))
            .TextContent.Should().Contain("考えられる原因: 岡山県（自らの累計値も不一致）");
    }

    [Fact]
    public async Task Nothing_found_says_what_to_do()
    {
        await using var app = await WebApp.SharedAsync();

        var page = await app.GetPageAsync("/verification?fy=2021&kind=revision");

        page.QuerySelector("#rows-title")!.TextContent.Should().Be("当てはまる検算はありません");
        page.QuerySelector("#rows-title")!.Closest("section")!.TextContent.Should().Contain("年度や検算の種類を変えてみてください。");
    }

    [Fact]
    public async Task A_count_of_zero_is_not_a_link()
    {
        await using var app = await WebApp.SharedHistoryAsync();

        var counts = (await app.GetPageAsync("/verification")).QuerySelectorAll("#tallies-title")[0].Closest("section")!.QuerySelectorAll("td")
            .Where(c => c.TextContent.Trim().EndsWith('件')).ToLookup(c => c.TextContent.Trim() == "0件", c => c.QuerySelector("a") is not null);

        counts[true].Should().NotBeEmpty().And.NotContain(true);
        counts[false].Should().NotBeEmpty().And.NotContain(false);
    }

    [Fact]
    public async Task Revisions_and_unusual_values_are_no_sums_that_fail()
    {
        await using var app = await WebApp.StartAsync(
            PageBuilder.Consultations(2).Build(), PageBuilder.Consultations(3).Figure("2.相談実績件数", "岡山県", 4, 3_000).Printed("2.相談実績件数", "東京都", 0, "1").Build());

        var page = await app.GetPageAsync("/verification?metric=one-stop-consultations");

        page.QuerySelectorAll("main h2").Select(h => h.TextContent).Should().Equal("検算した52か所のうち2か所が不一致", "改訂 2件");
    }
}
