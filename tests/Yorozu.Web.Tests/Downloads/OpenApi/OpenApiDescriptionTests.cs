using System.Net;
using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Yorozu.Web.Tests.Downloads.OpenApi;

public sealed class OpenApiDescriptionTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    private static readonly string[] JsonAddresses =
        ["/api/v1/observations", "/api/v1/metrics", "/api/v1/releases", "/api/v1/indicators", "/api/v1/reference"];

    [Fact]
    public async Task The_document_names_every_address_and_the_server()
    {
        using var document = await DocumentAsync();

        document.RootElement.GetProperty("servers")[0].GetProperty("url").GetString().Should().Be("/", "it is read at any name of the site");
        document.RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name).Should().BeEquivalentTo(
        [
            .. JsonAddresses,
            "/extracts/observations.csv", "/extracts/yorozu.xlsx", "/extracts/yorozu.sqlite",
            "/extracts/metrics.csv", "/extracts/prefectures.csv", "/extracts/releases.csv", "/extracts/revisions.csv", "/extracts/findings.csv",
            "/extracts/vintages.csv",
            "/extracts/indicators.csv", "/extracts/reference.csv",
        ]);
    }

    [Fact]
    public async Task Another_reader_finds_nothing_wrong_with_it()
    {
        var read = OpenApiDocument.Parse(
            await published.Client.GetStringAsync("/openapi/v1.json"), "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });

        read.Diagnostic!.Errors.Should().BeEmpty();
        read.Diagnostic.Warnings.Should().BeEmpty();
        read.Document!.Info.License!.Name.Should().Contain("出典");
        var tags = read.Document.Tags!.Select(t => t.Name).ToList();
        read.Document.Paths.Values.SelectMany(p => p.Operations!.Values).Select(o => o.Tags!.Single().Name).Distinct().Should().BeEquivalentTo(tags);
    }

    [Fact]
    public async Task Every_operation_has_a_name_that_stays()
    {
        var operations = (await OperationsAsync()).ToLookup(o => o.Method, o => o.Operation.GetProperty("operationId").GetString());

        operations["get"].Should().BeEquivalentTo(
            "getObservations", "getMetrics", "getReleases", "getObservationsCsv", "getYorozuXlsx", "getYorozuSqlite",
            "getMetricsCsv", "getPrefecturesCsv", "getReleasesCsv", "getRevisionsCsv", "getFindingsCsv",
            "getVintagesCsv", "getIndicators", "getReference", "getIndicatorsCsv", "getReferenceCsv");
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
    public async Task Answers_are_as_described()
    {
        using var document = await DocumentAsync();
        var check = new SchemaCheck(document.RootElement);
        foreach (var address in JsonAddresses)
        {
            var described = Get(document, address).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json");
            using var answer = JsonDocument.Parse(await published.Host.BytesAsync(address));

            check.Departures(answer.RootElement, described.GetProperty("schema"), address).Take(3).Should().BeEmpty();
            check.Departures(described.GetProperty("example"), described.GetProperty("schema"), address).Should().BeEmpty("the example is an answer too");
            described.GetProperty("example").GetProperty(address.Split('/')[^1]).GetArrayLength().Should().Be(1);
        }
    }

    [Fact]
    public async Task The_example_of_a_list_has_the_total_of_a_narrow_request()
    {
        using var document = await DocumentAsync();
        foreach (var address in JsonAddresses)
        {
            var names = Get(document, address).GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ToList();
            var narrow = new[] { ("metric", "one-stop-consultations"), ("area", "33") }.Where(p => names.Contains(p.Item1)).Select(p => $"{p.Item1}={p.Item2}");
            using var answer = JsonDocument.Parse(await published.Host.BytesAsync($"{address}?{string.Join('&', narrow)}"));

            Get(document, address).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example")
                .GetProperty("total").GetInt64().Should().Be(answer.RootElement.GetProperty("total").GetInt64(), address);
        }
    }

    [Fact]
    public async Task A_mistake_is_answered_as_described()
    {
        using var document = await DocumentAsync();
        var check = new SchemaCheck(document.RootElement);
        var response = check.Resolve(Get(document, "/api/v1/observations").GetProperty("responses").GetProperty("400").GetProperty("$ref").GetString()!);
        var described = response.GetProperty("content").GetProperty("application/problem+json");

        using var answer = await published.Client.GetAsync("/api/v1/observations?area=99");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        check.Departures(problem.RootElement, described.GetProperty("schema")).Should().BeEmpty();
        described.GetProperty("example").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .Should().Be(problem.RootElement.GetRawText().Replace(" ", "", StringComparison.Ordinal), "the example is this very mistake");
    }

    [Fact]
    public async Task The_example_of_every_parameter_can_be_asked_for()
    {
        foreach (var (path, _, operation) in (await OperationsAsync()).Where(o => o.Method == "get"))
        {
            foreach (var parameter in operation.GetProperty("parameters").EnumerateArray())
            {
                var hasExample = parameter.TryGetProperty("example", out var example);
                hasExample.Should().Be(parameter.GetProperty("name").GetString() != "after", "a cursor is of one store");
                if (!hasExample) continue;
                var value = (example.ValueKind == JsonValueKind.Array ? example[0] : example).ToString();
                var address = $"{path}?{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(value)}";
                using var response = await published.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
                response.StatusCode.Should().Be(HttpStatusCode.OK, address);
            }
        }
    }

    [Theory]
    [InlineData("fy", "integer")]
    [InlineData("page_size", "integer")]
    [InlineData("area", "string")]
    public async Task A_number_is_a_number(string name, string type)
    {
        using var document = await DocumentAsync();
        var schema = Get(document, "/api/v1/observations")
            .GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name).GetProperty("schema");

        (schema.TryGetProperty("items", out var items) ? items : schema).GetProperty("type").GetString().Should().Be(type);
    }

    [Fact]
    public async Task Only_a_parameter_with_one_value_has_a_default()
    {
        using var document = await DocumentAsync();
        var parameters = Get(document, "/extracts/observations.csv").GetProperty("parameters").EnumerateArray()
            .ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("schema"));

        parameters["region"].GetProperty("items").TryGetProperty("default", out _).Should().BeFalse("no region means all");
        parameters["shape"].GetProperty("default").GetString().Should().Be("tidy");
    }

    [Fact]
    public async Task An_empty_store_is_described_too()
    {
        await using var host = await WebApp.StartAsync();
        using var document = JsonDocument.Parse(await host.BytesAsync("/openapi/v1.json"));

        Get(document, "/extracts/observations.csv").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("text/csv")
            .GetProperty("example").GetString().Should().StartWith("fiscal_year,month,").And.EndWith("is_total\r\n");
    }

    private async Task<JsonDocument> DocumentAsync() => JsonDocument.Parse(await published.Host.BytesAsync("/openapi/v1.json"));

    private static JsonElement Get(JsonDocument document, string address) =>
        document.RootElement.GetProperty("paths").GetProperty(address).GetProperty("get");

    private async Task<List<(string Path, string Method, JsonElement Operation)>> OperationsAsync()
    {
        using var document = await DocumentAsync();
        return [.. document.RootElement.Clone().GetProperty("paths").EnumerateObject()
            .SelectMany(p => p.Value.EnumerateObject(), (p, o) => (p.Name, o.Name, o.Value))];
    }
}
