using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Json;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Api;

public sealed class ObservationsTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    [Fact]
    public async Task An_observation_has_the_columns_of_the_extract()
    {
        using var page = await Get(published.Host, "/api/v1/observations?metric=consultations&area=33&from=2022-03");

        page.RootElement.GetRawText().Should().Be(
            """
            {"data_version":2,"observations":[{"fiscal_year":2021,"month":"2022-03","area_code":"33","area":"岡山県","section":"",
            "metric":"consultations","metric_name":"相談対応件数","part":"","unit":"件","value":1827,"cumulative":27291,
            "published_cumulative":27291,"status":"P","release":1,"level":"prefecture","is_total":0}],"after":null,"next":null,"total":1}
            """.Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/observations", 3)]
    [InlineData("/api/v1/observations?page_size=977", 4)]
    [InlineData("/api/v1/observations?page_size=2976", 1)]
    [InlineData("/api/v1/observations?page_size=2975", 2)]
    public async Task The_pages_together_are_the_extract(string address, int pages)
    {
        var rows = new List<string>();
        var count = 0;
        for (string? next = address; next is not null; count++)
        {
            using var page = await Get(published.Host, next);
            rows.AddRange(Rows(page));
            next = page.RootElement.GetProperty("next").GetString();
            page.RootElement.GetProperty("total").GetInt64().Should().Be(2976);
        }

        count.Should().Be(pages);
        var csv = Csv.Read(await published.Host.BytesAsync("/extracts/observations.csv"));
        rows.Should().Equal(csv.Rows.Select(r => string.Join(',', r.Values)));
    }

    [Fact]
    public async Task A_walk_goes_on_in_the_state_it_began_in()
    {
        await using var host = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());
        using var first = await Get(host, "/api/v1/observations?page_size=40");

        await host.Store.PublishAsync(PageBuilder.Consultations(2).Build());
        using var second = await Get(host, first.RootElement.GetProperty("next").GetString()!);

        second.RootElement.GetProperty("data_version").GetInt64().Should().Be(1);
        second.RootElement
            .GetProperty("observations")
            .EnumerateArray()
            .Select(o => (o.GetProperty("area_code").GetString()!, o.GetProperty("release").GetInt32()))
            .Should().Equal(Enumerable.Range(40, 8).Select(i => (i.ToString("00", null), 1)));
    }

    [Fact]
    public async Task The_rows_are_counted_for_the_first_page_only()
    {
        using var first = await Get(published.Host, "/api/v1/observations?page_size=40");
        var cursor = Decode(first.RootElement.GetProperty("after").GetString()!);
        cursor[3].Should().Be("2976");
        cursor[3] = "7";

        using var second = await Get(published.Host, "/api/v1/observations?page_size=40&after=" + Encode(string.Join('\n', cursor)));

        second.RootElement.GetProperty("total").GetInt64().Should().Be(7);
        second.RootElement.GetProperty("observations").GetArrayLength().Should().Be(40);
    }

    [Fact]
    public async Task A_walk_through_a_day_goes_on_in_it_when_its_last_release_is_withdrawn()
    {
        await using var host = await WebApp.StartAsync();
        for (var month = 1; month <= 3; month++)
        {
            await host.Store.PublishAsync(PageBuilder.Consultations(month, 2025).Build(), publishedOn: new DateOnly(2025, 4 + month, 20));
        }

        using var whole = await Get(host, "/api/v1/observations?asof=2025-06-25");
        using var first = await Get(host, "/api/v1/observations?page_size=40&asof=2025-06-25");

        await host.Store.WithdrawAsync(2);
        using var second = await Get(host, first.RootElement.GetProperty("next").GetString()!);

        Rows(first).Concat(Rows(second)).Should().HaveCount(80).And.Equal(Rows(whole).Take(80));
    }

    [Theory]
    [InlineData("page_size=0", "page_size", "「page_size」の値「0」は使えません（1〜10000。なければ1000）。")]
    [InlineData("page_size=10001", "page_size", "「page_size」の値「10001」は使えません（1〜10000。なければ1000）。")]
    [InlineData("after=x!", "after", "「after」の値「x!」は使えません（前の応答の after の値）。")]
    [InlineData("area=99", "area", "「area」の値「99」は使えません（00（全国）、01〜47）。")]
    [InlineData("encoding=utf-8", "encoding", "パラメーター「encoding」はありません（after、area、asof、from、fy、metric、page_size、part、region、section、to、totals）。")]
    public async Task Mistakes_are_named(string query, string parameter, string message)
    {
        using var response = await published.Client.GetAsync("/api/v1/observations?" + query);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        problem.RootElement.GetProperty("errors")[0].GetProperty("parameter").GetString().Should().Be(parameter);
        problem.RootElement.GetProperty("detail").GetString().Should().Be(message);
    }

    [Theory]
    [InlineData("/api/v1/observations?area=33&from=2022-01&section=none", 12)]
    [InlineData("/api/v1/metrics?section=none", 4)]
    [InlineData("/api/v1/metrics?section=none&section=生産性向上支援センター", 7)]
    public async Task Tables_without_a_section_can_be_chosen(string address, int total)
    {
        using var list = await Get(published.Host, address);

        list.RootElement.GetProperty("total").GetInt32().Should().Be(total);
    }

    [Fact]
    public async Task The_address_of_the_next_page_is_a_header_too()
    {
        using var response = await published.Client.GetAsync("/api/v1/observations?page_size=2000&asof=2");
        using var page = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());

        var links = response.Headers.GetValues("Link").Single();
        links.Should().StartWith($"<{page.RootElement.GetProperty("next").GetString()}>; rel=\"next\", ")
            .And.Contain("</datapackage.json?asof=2>; rel=\"describedby\"");
        response.Headers.GetValues("Access-Control-Expose-Headers").Single().Split(", ").Should().Contain(["Link", "Content-Range"]);
        using var last = await published.Client.GetAsync(page.RootElement.GetProperty("next").GetString());
        last.Headers.GetValues("Link").Single().Should().NotContain("rel=\"next\"");
    }

    [Fact]
    public async Task A_cursor_of_another_filter_is_refused()
    {
        using var page = await Get(published.Host, "/api/v1/observations?metric=consultations&page_size=10");
        using var response = await published.Client.GetAsync("/api/v1/observations?metric=visitors&after=" + page.RootElement.GetProperty("after").GetString());

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_cursor_is_of_one_filter_down_to_its_areas()
    {
        using var page = await Get(published.Host, "/api/v1/observations?metric=visitors&page_size=10");
        using var response = await published.Client.GetAsync("/api/v1/observations?metric=visitors&area=33&after=" + page.RootElement.GetProperty("after").GetString());

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    /// <param name="cursor">After the filter: version, last day, total, table, area, month and part.</param>
    [Theory]
    [InlineData("2\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.OK)]
    [InlineData("1\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.OK)]
    [InlineData("2\n3652058\n9\n1\n2147483647\n2147483647\nmade-up", HttpStatusCode.OK)]
    [InlineData("2\n3652058\n9\n1\n0\n0\n\u0000\uffff", HttpStatusCode.OK)]
    [InlineData("3\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("0\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("9223372036854775807\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("9223372036854775808\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("-1\n3652058\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n9\n2147483647\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n9\n2147483648\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n9\n1\n0\n202201", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n9\n1\n0\n202201\n\n", HttpStatusCode.OK)]
    [InlineData("2\n3652058\n9\n1\n0\nx\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n9\n1\n ٣\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("\n3652058\n9\n\n\n\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652059\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n0\n9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n-9\n1\n0\n202201\n", HttpStatusCode.BadRequest)]
    [InlineData("2\n3652058\n9223372036854775807\n1\n0\n202201\n", HttpStatusCode.OK)]
    public async Task A_forged_cursor_leads_to_rows_of_the_extract_or_is_refused(string cursor, HttpStatusCode status)
    {
        var address = "/api/v1/observations?page_size=100&after=" + Encode($"{ObservationCursor.HashOf(ObservationFilter.All)}\n{cursor}");

        using var response = await published.Client.GetAsync(address);

        response.StatusCode.Should().Be(status);
        if (status != HttpStatusCode.OK) return;
        using var page = await Get(published.Host, address);
        var extract = Csv.Read(await published.Host.BytesAsync("/extracts/observations.csv"));
        Rows(page).Should().HaveCount(100).And.BeSubsetOf(extract.Rows.Select(r => string.Join(',', r.Values)));
    }

    [Fact]
    public async Task Json_has_a_tag_a_length_and_open_doors_too()
    {
        using var first = await published.Client.GetAsync("/api/v1/observations?area=33");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/observations?area=33");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await published.Client.SendAsync(request);

        first.Content.Headers.ContentType!.ToString().Should().Be("application/json; charset=utf-8");
        first.Content.Headers.ContentLength.Should().BePositive();
        first.Content.Headers.ContentDisposition.Should().BeNull();
        first.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/api/v1/metrics", "metrics", 16)]
    [InlineData("/api/v1/metrics?section=生産性向上支援センター", "metrics", 3)]
    [InlineData("/api/v1/releases", "releases", 2)]
    public async Task Code_tables_are_there_as_json(string address, string name, int rows)
    {
        using var table = await Get(published.Host, address);
        table.RootElement.GetProperty(name).GetArrayLength().Should().Be(rows);
    }

    private static IEnumerable<string> Rows(JsonDocument page) =>
        page.RootElement.GetProperty("observations").EnumerateArray().Select(o => string.Join(',', o.EnumerateObject().Select(p => p.Value.ToString())));

    private static string Encode(string cursor) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(cursor));

    private static string[] Decode(string cursor) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');

    private static async Task<JsonDocument> Get(WebApp host, string address) => JsonDocument.Parse(await host.BytesAsync(address));
}
