using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Testing;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Tests.Downloads.Descriptors;

public sealed class DescriptorTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_dataset_names_the_file_and_its_hash()
    {
        using var response = await published.Client.GetAsync("/dataset.jsonld");
        using var dataset = JsonDocument.Parse(await response.Content.ReadAsStreamAsync());
        var root = dataset.RootElement;

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/ld+json");
        root.GetProperty("@context").GetString().Should().Be("https://schema.org/");
        root.GetProperty("@type").GetString().Should().Be("Dataset");
        root.GetProperty("temporalCoverage").GetString().Should().Be("2021-04/2026-04");
        var csv = root.GetProperty("distribution")[0];
        root.GetProperty("license").GetString().Should().Be("http://localhost/about#licence");
        root.GetProperty("creator").GetProperty("url").GetString().Should().Be("https://yorozu.smrj.go.jp/");
        root.GetProperty("publisher").GetProperty("url").GetString().Should().Be("http://localhost/");
        var bytes = await published.Client.GetByteArrayAsync(csv.GetProperty("contentUrl").GetString());
        csv.GetProperty("sha256").GetString().Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        csv.GetProperty("contentSize").GetString().Should().Be($"{bytes.Length} B");
        foreach (var distribution in root.GetProperty("distribution").EnumerateArray())
        {
            (await published.Client.GetAsync(distribution.GetProperty("contentUrl").GetString())).EnsureSuccessStatusCode()
                .Content.Headers.ContentType!.MediaType.Should().Be(distribution.GetProperty("encodingFormat").GetString());
        }
    }

    [Fact]
    public async Task The_feed_has_an_entry_a_release_newest_first()
    {
        await using var host = await WebApp.StartPublishedAsync();
        await host.Store.WithdrawAsync(1);
        using var response = await host.Client.GetAsync("/releases.atom");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        response.Content.Headers.ContentType!.ToString().Should().Be("application/atom+xml; charset=utf-8");
        feed.Name.Should().Be(Atom + "feed");
        feed.Element(Atom + "updated")!.Value.Should().Be("2026-05-15T00:00:00Z");
        entries.Select(e => e.Element(Atom + "title")!.Value).Should().Equal("令和8年度（2026年度） 4月まで", "令和3年度（2021年度） 3月まで（取り下げ）");
        entries.Select(e => e.Element(Atom + "id")!.Value)
            .Append(feed.Element(Atom + "id")!.Value)
            .Should().OnlyHaveUniqueItems()
            .And.OnlyContain(id => id.StartsWith("urn:uuid:"));
        entries[0].Element(Atom + "summary")!.Value.Should().Be($"公表 2: r08-results.txt、12表、値 672件。SHA-256 {PublishedDocuments.Fy2026April.Sha256}");
        var links = feed.Descendants(Atom + "link").Select(l => new Uri(l.Attribute("href")!.Value)).ToLookup(a => a.Host == "localhost");
        links[false].Distinct().Should().Equal(new Uri("https://yorozu.smrj.go.jp/"));
        foreach (var link in links[true]) (await host.Client.GetAsync(link)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_pages_of_the_feed_have_every_release_once()
    {
        await using var host = await WebApp.SharedHistoryAsync();
        var numbers = new List<int>();
        var pages = new List<string>();
        for (string? next = "http://localhost/releases.atom"; next is not null;)
        {
            var feed = XDocument.Parse(await host.Client.GetStringAsync(next)).Root!;
            LinkOf(feed, "self").Should().Be(next);
            LinkOf(feed, "previous").Should().Be(pages.LastOrDefault());
            LinkOf(feed, "first").Should().Be("http://localhost/releases.atom");
            LinkOf(feed, "last").Should().Be("http://localhost/releases.atom?page=2");
            numbers.AddRange(feed.Elements(Atom + "entry").Select(e => int.Parse(LinkOf(e, "alternate")!.Split('/')[^1], null)));
            pages.Add(next);
            next = LinkOf(feed, "next");
        }

        pages.Should().HaveCount(2);
        numbers.Should().Equal(Enumerable.Range(1, 58).Reverse());
    }

    [Theory]
    [InlineData("/dataset.jsonld")]
    [InlineData("/datapackage.json")]
    [InlineData("/releases.atom")]
    [InlineData("/catalog.jsonld")]
    public async Task A_made_up_host_name_is_only_in_the_answer_to_its_own_request(string address)
    {
        var (made, madeUp) = await AnswerAsync("made-up.example");
        var (ours, known) = await AnswerAsync("localhost");

        madeUp.Should().Contain("http://made-up.example");
        made.Headers.CacheControl!.ToString().Should().Be("no-store");
        known.Should().NotContain("made-up.example");
        made.Headers.ETag.Should().NotBe(ours.Headers.ETag);

        async Task<(HttpResponseMessage Response, string Text)> AnswerAsync(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Host = host;
            var response = await published.Client.SendAsync(request);
            return (response, await response.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("/sitemap.xml")]
    [InlineData("/catalog.jsonld")]
    [InlineData("/dataset.jsonld")]
    public async Task What_the_pages_read_of_a_snapshot_is_not_read_again(string address)
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = app.Services.GetRequiredService<SnapshotCache>();
        var before = cache.Rows;

        (await app.Client.GetAsync(address)).EnsureSuccessStatusCode();

        cache.Rows.Should().BeGreaterThan(before, "the list of tables is kept for the next request");
        var after = cache.Rows;
        (await app.Client.GetAsync("/metrics")).EnsureSuccessStatusCode();
        cache.Rows.Should().Be(after);
    }

    private static string? LinkOf(XElement element, string relation) =>
        element.Elements(Atom + "link").SingleOrDefault(l => l.Attribute("rel")!.Value == relation)?.Attribute("href")!.Value;
}
