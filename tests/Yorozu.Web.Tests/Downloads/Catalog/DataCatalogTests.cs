using System.Net;
using System.Text.Json;

namespace Yorozu.Web.Tests.Downloads.Catalog;

public sealed class DataCatalogTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    [Fact]
    public async Task Every_dataset_has_its_terms_its_maker_and_files_that_are_there()
    {
        using var catalog = JsonDocument.Parse(await published.Host.BytesAsync("/catalog.jsonld"));
        var datasets = catalog.RootElement.GetProperty("dcat:dataset").EnumerateArray().ToList();

        datasets.Select(d => d.GetProperty("dct:identifier").GetString())
            .Should().Equal("observations", "metrics", "prefectures", "releases", "revisions", "vintages", "findings", "indicators", "reference");
        foreach (var dataset in datasets)
        {
            var isOfOthers = dataset.GetProperty("dct:identifier").GetString() == "reference";
            dataset.TryGetProperty("dct:creator", out var creator).Should().Be(!isOfOthers);
            var isComputed = dataset.GetProperty("dct:identifier").GetString() is "indicators" or "findings";
            var maker = isComputed ? "http://localhost/" : "https://yorozu.smrj.go.jp/";
            if (!isOfOthers) creator.GetProperty("foaf:homepage").GetProperty("@id").GetString().Should().Be(maker);
            dataset.GetProperty("dct:license").GetProperty("@id").GetString().Should().Be("http://localhost/about#licence");
            foreach (var file in dataset.GetProperty("dcat:distribution").EnumerateArray())
            {
                using var response = await published.Client.GetAsync(file.GetProperty("dcat:accessURL").GetProperty("@id").GetString());
                file.GetProperty("dcat:mediaType").GetProperty("@id").GetString()
                    .Should().Be("https://www.iana.org/assignments/media-types/" + response.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
            }
        }

        datasets.SelectMany(d => d.GetProperty("dcat:distribution").EnumerateArray()).Select(f => f.GetProperty("@id").GetString())
            .Should().HaveCount(16).And.OnlyHaveUniqueItems();
        var period = datasets[0].GetProperty("dct:temporal");
        period.GetProperty("dcat:startDate").GetProperty("@value").GetString().Should().Be("2021-04");
        period.GetProperty("dcat:endDate").GetProperty("@value").GetString().Should().Be("2026-04");
    }

    [Fact]
    public async Task Every_name_that_it_uses_has_a_vocabulary()
    {
        using var catalog = JsonDocument.Parse(await published.Host.BytesAsync("/catalog.jsonld"));
        var known = catalog.RootElement.GetProperty("@context").EnumerateObject().Select(p => p.Name).ToList();

        Names(catalog.RootElement).Where(n => n[0] != '@' && n != "@context").Distinct().Select(n => n.Split(':')[0]).Should().BeSubsetOf(known);
    }

    [Fact]
    public async Task It_says_where_the_api_is_described()
    {
        using var catalog = JsonDocument.Parse(await published.Host.BytesAsync("/catalog.jsonld"));
        var service = catalog.RootElement.GetProperty("dcat:service");

        service.GetProperty("dcat:servesDataset").EnumerateArray().Select(d => d.GetProperty("@id").GetString()!.Split('#')[1])
            .Should().Equal("observations", "metrics", "releases", "indicators", "reference");
        foreach (var name in new[] { "dcat:endpointURL", "dcat:endpointDescription", "foaf:page" })
        {
            using var response = await published.Client.GetAsync(service.GetProperty(name).GetProperty("@id").GetString());
            response.StatusCode.Should().Be(name == "dcat:endpointURL" ? HttpStatusCode.Found : HttpStatusCode.OK);
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(p => p.Name != "@context").SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
