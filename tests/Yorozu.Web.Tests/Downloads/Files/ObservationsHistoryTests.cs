using System.Net;
using System.Text;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>What the extract shows as releases come and go.</summary>
public sealed class ObservationsHistoryTests
{
    private const string Heading = "2.相談実績件数";
    private const string Okayama = "/extracts/observations.csv?area=33";

    [Fact]
    public async Task A_later_release_replaces_an_earlier_one_and_asof_goes_back()
    {
        await using var host = await WebApp.StartAsync(
            PageBuilder.Consultations(1).Build(),
            PageBuilder.Consultations(2).Figure(Heading, "岡山県", 4, 9999).Build());

        var now = Csv.Read(await host.BytesAsync(Okayama));
        var then = Csv.Read(await host.BytesAsync(Okayama + "&asof=1"));

        now.Rows.Select(r => (r["month"], r["value"], r["cumulative"], r["published_cumulative"], r["release"])).Should().Equal(
            ("2026-04", "9999", "9999", "", "2"), ("2026-05", "3305", "13304", "13304", "2"));
        then.Rows.Select(r => (r["month"], r["value"], r["published_cumulative"], r["release"])).Should().Equal(("2026-04", "3304", "3304", "1"));
    }

    [Fact]
    public async Task Publishing_and_withdrawing_change_the_tag_and_the_file()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());
        using var before = await host.Client.GetAsync(Okayama);

        host.Store.Clock.Advance(TimeSpan.FromDays(30));
        await host.Store.PublishAsync(PageBuilder.Consultations(2).Build());
        using var changed = await Conditional(host, before);
        host.Store.Clock.Advance(TimeSpan.FromDays(1));
        await host.Store.WithdrawAsync(2);
        using var back = await Conditional(host, changed);

        changed.StatusCode.Should().Be(HttpStatusCode.OK);
        changed.Content.Headers.LastModified.Should().Be(before.Content.Headers.LastModified!.Value.AddDays(30));
        back.StatusCode.Should().Be(HttpStatusCode.OK);
        (await back.Content.ReadAsByteArrayAsync()).Should().Equal(await before.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_total_is_empty_from_the_first_missing_month_on_and_zero_is_not_missing()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(5)
            .Printed(Heading, "岡山県", 6, "－").Figure(Heading, "岡山県", 4, 0).Build());

        Csv.Read(await host.BytesAsync(Okayama)).Rows.Select(r => (r["value"], r["cumulative"])).Should().Equal(
            ("0", "0"), ("3305", "3305"), ("", ""), ("3307", ""), ("3308", ""));
        Csv.Read(await host.BytesAsync(Okayama + "&shape=wide"))["cumulative"].Should().Equal("");
    }

    [Fact]
    public async Task A_table_that_ends_before_the_release_has_its_printed_total_at_its_own_last_month()
    {
        var shorter = new PageBuilder(new(2026), 1).Metric("", "9.別の数").Text();
        var text = PageBuilder.Consultations(2).Text() + shorter[shorter.IndexOf('\n', StringComparison.Ordinal)..];
        await using var host = await WebApp.StartAsync(new DocumentFile("page.txt", Encoding.UTF8.GetBytes(text)));

        Csv.Read(await host.BytesAsync(Okayama)).Rows.Select(r => (r["metric_name"], r["month"], r["published_cumulative"])).Should().Equal(
            ("相談実績件数", "2026-04", ""), ("相談実績件数", "2026-05", "6609"), ("別の数", "2026-04", "3343"));
        Csv.Read(await host.BytesAsync(Okayama + "&shape=wide"))["published_cumulative"].Should().Equal("6609", "3343");
    }

    [Fact]
    public async Task A_total_counts_from_April_even_when_April_is_filtered_out()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(3).Build());

        Csv.Read(await host.BytesAsync(Okayama + "&from=2026-06"))["cumulative"].Should().Equal((3304 + 3305 + 3306).ToString(Invariant));
    }

    [Fact]
    public async Task An_empty_store_gives_the_heading_alone()
    {
        await using var host = await WebApp.StartAsync();
        Csv.Read(await host.BytesAsync("/extracts/observations.csv")).Rows.Should().BeEmpty();
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static async Task<HttpResponseMessage> Conditional(WebApp host, HttpResponseMessage known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Okayama);
        request.Headers.IfNoneMatch.Add(known.Headers.ETag!);
        return await host.Client.SendAsync(request);
    }
}
