using System.Text.Json;

namespace Yorozu.Web.Tests.Downloads.Api;

public sealed class OpenApiTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    [Fact]
    public async Task The_document_names_every_address_and_no_server()
    {
        using var document = JsonDocument.Parse(await published.Host.BytesAsync("/openapi/v1.json"));

        document.RootElement.TryGetProperty("servers", out _).Should().BeFalse();
        document.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(
            "/api/v1/observations", "/api/v1/metrics", "/api/v1/releases", "/api/v1/indicators", "/api/v1/reference",
            "/extracts/observations.csv", "/extracts/yorozu.xlsx", "/extracts/yorozu.sqlite",
            "/extracts/metrics.csv", "/extracts/prefectures.csv", "/extracts/releases.csv", "/extracts/revisions.csv", "/extracts/vintages.csv",
            "/extracts/findings.csv",
            "/extracts/indicators.csv", "/extracts/reference.csv");
    }

    [Fact]
    public async Task Every_operation_has_a_name_that_stays()
    {
        using var document = JsonDocument.Parse(await published.Host.BytesAsync("/openapi/v1.json"));

        var operations = document.RootElement
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject())
            .ToLookup(o => o.Name, o => o.Value.GetProperty("operationId").GetString());

        operations["get"].Should().BeEquivalentTo(
            "getObservations", "getMetrics", "getReleases", "getObservationsCsv", "getYorozuXlsx", "getYorozuSqlite",
            "getMetricsCsv", "getPrefecturesCsv", "getReleasesCsv", "getRevisionsCsv", "getVintagesCsv", "getFindingsCsv",
            "getIndicators", "getReference", "getIndicatorsCsv", "getReferenceCsv");
        operations["head"].Should().BeEquivalentTo(operations["get"].Select(name => "head" + name![3..]));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task It_can_be_read_from_any_origin(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/openapi/v1.json");
        using var response = await published.Client.SendAsync(request);

        response.EnsureSuccessStatusCode().Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }

    [Fact]
    public async Task It_describes_the_behaviour_of_the_endpoint()
    {
        using var document = JsonDocument.Parse(await published.Host.BytesAsync("/openapi/v1.json"));
        var get = document.RootElement.GetProperty("paths").GetProperty("/api/v1/observations").GetProperty("get");

        get.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString())
            .Should().Equal("metric", "area", "region", "fy", "from", "to", "section", "part", "totals", "asof", "page_size", "after");
        var described = get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema")
            .GetProperty("properties").GetProperty("observations").GetProperty("items").GetProperty("properties");
        using var page = JsonDocument.Parse(await published.Host.BytesAsync("/api/v1/observations?page_size=1"));
        var given = page.RootElement.GetProperty("observations")[0];
        described.EnumerateObject().Select(p => p.Name).Should().Equal(given.EnumerateObject().Select(p => p.Name));
    }
}
