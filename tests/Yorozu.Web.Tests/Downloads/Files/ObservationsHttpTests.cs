using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class ObservationsHttpTests(PublishedHost published) : IClassFixture<PublishedHost>
{
    private const string Address = "/extracts/observations.csv";

    private async Task<HttpResponseMessage> Send(HttpMethod method, string address = Address, params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await published.Client.SendAsync(request);
    }

    [Theory]
    [InlineData("metrics.csv", "yorozu-metrics.csv")]
    [InlineData("yorozu.xlsx", "yorozu.xlsx")]
    public async Task A_client_that_reads_no_Japanese_name_has_one_of_its_own(string name, string saved)
    {
        using var response = await published.Client.GetAsync(new Uri("/extracts/" + name, UriKind.Relative));

        response.Content.Headers.ContentDisposition!.FileName.Should().Be(saved);
    }

    [Fact]
    public async Task Headers_say_what_the_file_is()
    {
        using var response = await Send(HttpMethod.Get);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8; header=present");
        response.Content.Headers.ContentLength.Should().Be(bytes.Length);
        response.Content.Headers.LastModified.Should().Be(new FrozenClock().GetUtcNow());
        response.Content.Headers.ContentDisposition!.ToString()
            .Should().StartWith("attachment; filename=\"yorozu-observations.csv\"; filename*=UTF-8''%E3%82%88");
        response.Content.Headers.ContentDisposition.FileNameStar.Should().Be("よろず支援拠点_観測値_公表2.csv");
        response.Headers.ETag!.IsWeak.Should().BeFalse();
        response.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
        response.Headers.Vary.Should().Equal("Accept-Encoding");
        response.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
        response.Headers.GetValues("Yorozu-Data-Version").Should().Equal("2");
        response.Headers.GetValues("Yorozu-Rows").Should().Equal("2976");
        response.Headers.GetValues("Repr-Digest").Should().Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");
        response.Headers.Contains("Yorozu-Replaced-Characters").Should().BeFalse();
    }

    [Theory]
    [InlineData("/extracts/observations.csv?asof=1", true)]
    [InlineData("/api/v1/metrics?asof=1", true)]
    [InlineData("/extracts/observations.csv?asof=2026-05-15", false)]
    [InlineData("/extracts/releases.csv?asof=1", false)]
    [InlineData("/extracts/vintages.csv?asof=1", false)]
    [InlineData("/api/v1/metrics", false)]
    [InlineData("/extracts/reference.csv?asof=1", false)]
    [InlineData("/api/v1/reference?asof=1", false)]
    [InlineData("/extracts/yorozu.xlsx?asof=1", false)]
    [InlineData("/extracts/yorozu.sqlite?asof=1", false)]
    public async Task A_file_that_never_changes_says_so(string address, bool isPinned)
    {
        using var response = await Send(HttpMethod.Head, address);
        using var again = await Send(HttpMethod.Head, address, ("If-None-Match", response.Headers.ETag!.Tag));

        response.Headers.CacheControl!.ToString().Should().Be(isPinned ? "public, max-age=86400, immutable" : "public, no-cache");
        again.Headers.CacheControl!.ToString().Should().Be(response.Headers.CacheControl.ToString());
    }

    [Theory]
    [InlineData("/releases/1/document")]
    [InlineData("/releases/1/changes")]
    [InlineData("/releases/1/news")]
    [InlineData("/metrics/consultations?csv=trend")]
    public async Task Files_that_pages_hand_out_can_be_read_from_any_origin(string address)
    {
        for (var round = 0; round < 2; round++)
        {
            using var response = await Send(HttpMethod.Get, address);
            response.EnsureSuccessStatusCode().Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
            response.Content.Headers.ContentType!.MediaType.Should().NotBe("text/html");
        }

        using var page = await Send(HttpMethod.Get, "/metrics/consultations");
        page.Headers.Contains("Access-Control-Allow-Origin").Should().BeFalse("pages are for people");
    }

    [Fact]
    public async Task Head_says_the_same_without_the_file()
    {
        using var get = await Send(HttpMethod.Get);
        using var head = await Send(HttpMethod.Head);

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.Should().Be(get.Content.Headers.ContentLength).And.BeGreaterThan(0);
        head.Headers.ETag.Should().Be(get.Headers.ETag);
        (await head.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("If-None-Match", "{tag}")]
    [InlineData("If-None-Match", "\"other\", {tag}")]
    [InlineData("If-None-Match", "W/{tag}")]
    [InlineData("If-Modified-Since", "Fri, 15 May 2026 00:00:00 GMT")]
    public async Task A_client_with_the_file_gets_304(string name, string value)
    {
        using var first = await Send(HttpMethod.Get);
        using var second = await Send(HttpMethod.Get, Address, (name, value.Replace("{tag}", first.Headers.ETag!.Tag, StringComparison.Ordinal)));

        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        second.Headers.ETag.Should().Be(first.Headers.ETag);
        (await second.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("If-None-Match", "\"other\"")]
    [InlineData("If-Modified-Since", "Thu, 14 May 2026 23:59:59 GMT")]
    public async Task A_client_with_another_file_gets_this_one(string name, string value)
    {
        using var response = await Send(HttpMethod.Get, Address, (name, value));
        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_selection_and_encoding_has_its_own_tag()
    {
        var tags = new List<string>();
        foreach (var query in new[] { "", "?encoding=utf-8", "?encoding=shift_jis", "?shape=wide", "?lang=ja", "?lang=en", "?area=13", "?asof=1", "?asof=2" })
        {
            using var response = await Send(HttpMethod.Head, Address + query);
            tags.Add(response.Headers.ETag!.Tag);
        }

        tags.Should().OnlyHaveUniqueItems();
        using var again = await Send(HttpMethod.Head, Address + "?encoding=utf-8-bom&shape=tidy&metric=");
        again.Headers.ETag!.Tag.Should().Be(tags[0], "defaults written out are the same request");
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    public async Task Compression_has_a_known_length_and_its_own_tag(string accept, string coding)
    {
        using var plain = await Send(HttpMethod.Get);
        using var response = await Send(HttpMethod.Get, Address, ("Accept-Encoding", accept));

        response.Content.Headers.ContentEncoding.Should().Equal(coding);
        response.Headers.ETag!.Tag.Should().Be(plain.Headers.ETag!.Tag[..^1] + $"-{coding}\"");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.Content.Headers.ContentLength.Should().Be(bytes.Length).And.BeLessThan(plain.Content.Headers.ContentLength!.Value / 5);
        using Stream decoded = coding == "br"
            ? new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var content = new MemoryStream();
        await decoded.CopyToAsync(content);
        content.ToArray().Should().Equal(await plain.Content.ReadAsByteArrayAsync());
        using var again = await Send(HttpMethod.Get, Address, ("Accept-Encoding", accept), ("If-None-Match", response.Headers.ETag.Tag));
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("/api/v1/observations?page_size=1")]
    [InlineData("/extracts/prefectures.csv?area=13")]
    public async Task A_small_answer_has_the_tag_and_digest_of_its_bytes_too(string address)
    {
        using var plain = await Send(HttpMethod.Get, address);
        using var response = await Send(HttpMethod.Get, address, ("Accept-Encoding", "br"));
        using var again = await Send(HttpMethod.Get, address, ("Accept-Encoding", "br"), ("If-None-Match", response.Headers.ETag!.Tag));

        response.Content.Headers.ContentEncoding.Should().Equal("br");
        response.Headers.ETag.Tag.Should().Be(plain.Headers.ETag!.Tag[..^1] + "-br\"");
        response.Headers.GetValues("Repr-Digest").Should().Equal(
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData(await response.Content.ReadAsByteArrayAsync()))}:");
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task An_interrupted_download_can_be_resumed()
    {
        using var whole = await Send(HttpMethod.Get);
        using var rest = await Send(HttpMethod.Get, Address, ("Range", "bytes=1000-"), ("If-Range", whole.Headers.ETag!.Tag));

        rest.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        (await rest.Content.ReadAsByteArrayAsync()).Should().Equal((await whole.Content.ReadAsByteArrayAsync())[1000..]);
    }

    [Theory]
    [InlineData(Address)]
    [InlineData("/releases/1/document")]
    [InlineData("/metrics/consultations?csv=trend")]
    [InlineData("/metrics/consultations?svg=trend")]
    public async Task A_script_on_another_site_may_ask_with_conditions(string address)
    {
        using var response = await Send(
            HttpMethod.Options,
            address,
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match"));

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Methods").Should().Equal("GET, HEAD");
        response.Headers.GetValues("Access-Control-Allow-Headers").Should().Equal("*");
    }
}
