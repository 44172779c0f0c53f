using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Testing;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Downloads.Files;

public sealed class ExtractCacheTests
{
    private const string Address = "/extracts/observations.csv";

    [Fact]
    public async Task Many_at_once_get_the_same_file_from_one_writing()
    {
        await using var app = await WebApp.StartPublishedAsync();

        var files = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => app.BytesAsync(Address)));

        files.Should().AllSatisfy(file => file.Should().Equal(files[0]));
        Spooled(app).Should().ContainSingle();
    }

    [Fact]
    public async Task A_spooled_file_that_is_gone_is_made_again()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var before = await app.BytesAsync(Address);

        foreach (var file in Spooled(app)) File.Delete(file);

        (await app.BytesAsync(Address)).Should().Equal(before);
    }

    [Fact]
    public async Task Leftovers_of_a_killed_program_are_deleted_after_a_day()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        var (old, recent) = (Directory.CreateDirectory(Path.Combine(cache, "old")), Directory.CreateDirectory(Path.Combine(cache, "recent")));
        await File.WriteAllTextAsync(Path.Combine(old.FullName, "file"), "spooled");
        old.LastWriteTimeUtc = DateTime.UtcNow.AddHours(-25);

        await app.BytesAsync(Address);

        Directory.Exists(old.FullName).Should().BeFalse();
        Directory.Exists(recent.FullName).Should().BeTrue();
    }

    [Fact]
    public async Task An_unwritable_spool_is_reported_and_recovers()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        await File.WriteAllTextAsync(cache, "in the way");

        using var response = await app.Client.GetAsync(Address);
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await response.Content.ReadAsStringAsync()).Should().Contain("cannot-spool");

        File.Delete(cache);
        (await app.Client.GetAsync(Address)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Nothing_is_written_to_say_that_nothing_has_changed()
    {
        await using var app = await WebApp.StartPublishedAsync();
        using var first = await app.Client.GetAsync(Address);
        foreach (var file in Spooled(app)) File.Delete(file);

        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await app.Client.SendAsync(request);

        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        Spooled(app).Should().BeEmpty();
    }

    [Fact]
    public async Task A_partly_written_file_is_deleted()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = app.Services.GetRequiredService<ExtractCache>();

        var write = () => cache.OpenAsync("half", async (_, path, token) =>
        {
            await File.WriteAllTextAsync(path, "half", token);
            throw new IOException("No space left on device");
        }, default);

        await write.Should().ThrowAsync<IOException>().WithMessage("No space left on device");
        Spooled(app).Should().BeEmpty();
    }

    [Fact]
    public async Task At_most_128_files_stay_and_recently_used_ones_survive()
    {
        await using var app = await WebApp.StartPublishedAsync();
        const string Codes = "/extracts/prefectures.csv";
        await app.BytesAsync(Codes);
        var popular = Spooled(app).Single();

        foreach (var encoding in new[] { "utf-8", "utf-8-bom", "shift_jis" })
        {
            for (var area = 1; area <= 47; area++) await app.BytesAsync($"{Codes}?encoding={encoding}&area={area:00}");
            await app.BytesAsync(Codes);
        }

        Spooled(app).Should().HaveCount(128).And.Contain(popular);
    }

    [Fact]
    public async Task Documents_with_the_names_of_made_up_hosts_are_not_kept_and_evict_nothing()
    {
        await using var app = await WebApp.StartPublishedAsync();
        await app.BytesAsync(Address);
        var kept = Spooled(app);

        for (var i = 0; i < 200; i++) (await SendAsync(app, $"a{i}.example", i % 20 == 0 ? "/catalog.jsonld" : "/sitemap.xml")).Should().Be(HttpStatusCode.OK);

        Spooled(app).Should().Equal(kept);
    }

    [Fact]
    public async Task A_document_without_the_name_of_the_host_is_made_once_for_all_hosts()
    {
        await using var app = await WebApp.StartPublishedAsync();
        await SendAsync(app, "a0.example", "/openapi/v1.json");
        var kept = Spooled(app);

        for (var i = 1; i < 5; i++) (await SendAsync(app, $"a{i}.example", "/openapi/v1.json")).Should().Be(HttpStatusCode.OK);

        Spooled(app).Should().Equal(kept).And.NotBeEmpty();
    }

    [Theory]
    [InlineData("/catalog.jsonld")]
    [InlineData("/sitemap.xml")]
    [InlineData("/datapackage.json")]
    public async Task A_document_with_the_name_of_a_made_up_host_waits_for_a_writer_as_a_file_does(string address)
    {
        await using var app = await WebApp.StartPublishedAsync();
        var probe = new WritingProbe(app.Services.GetRequiredService<ExtractCache>());
        var files = Enumerable.Range(0, ExtractCache.MaxWriters + ExtractCache.MaxQueued).Select(i => probe.OpenAsync($"{i}")).ToList();
        for (var i = 0; i < ExtractCache.MaxWriters; i++) await probe.StartedAsync();

        (await SendAsync(app, "made-up.example", address)).Should().Be(HttpStatusCode.ServiceUnavailable);

        probe.End();
        foreach (var (_, content) in await Task.WhenAll(files)) await content.DisposeAsync();
        (await SendAsync(app, "made-up.example", address)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_made_from_others_have_a_limit_of_their_own()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var probe = new WritingProbe(app.Services.GetRequiredService<ExtractCache>()) { UsesFiles = true };
        var files = Enumerable.Range(0, ExtractCache.MaxWriters + ExtractCache.MaxQueued).Select(i => probe.OpenAsync($"{i}")).ToList();
        for (var i = 0; i < ExtractCache.MaxWriters; i++) await probe.StartedAsync();

        (await SendAsync(app, "made-up.example", "/datapackage.json")).Should().Be(HttpStatusCode.ServiceUnavailable);
        (await SendAsync(app, "made-up.example", "/sitemap.xml")).Should().Be(HttpStatusCode.OK);

        probe.End();
        foreach (var (_, content) in await Task.WhenAll(files)) await content.DisposeAsync();
    }

    [Theory]
    [InlineData("/extracts/observations.csv")]
    [InlineData("/extracts/vintages.csv")]
    [InlineData("/extracts/vintages.csv?shape=matrix&metric=one-stop-consultations")]
    [InlineData("/extracts/yorozu.xlsx")]
    [InlineData("/api/v1/observations?page_size=10")]
    [InlineData("/api/v1/metrics")]
    public async Task Days_between_two_publications_are_one_file(string address)
    {
        await using var app = await WebApp.StartAsync();
        var (may, june) = (new DateOnly(2025, 5, 20), new DateOnly(2025, 6, 20));
        await app.Store.PublishAsync(PageBuilder.Consultations(1, 2025).Build(), publishedOn: may);
        await app.Store.PublishAsync(PageBuilder.Consultations(2, 2025).Build(), publishedOn: june);
        var on = $"{address}{(address.Contains('?') ? '&' : '?')}asof=";

        foreach (var first in new[] { DateOnly.MinValue, may, june, DateOnly.MaxValue.AddDays(-2) })
        {
            var before = Spooled(app).Length;
            var files = new List<byte[]>();
            for (var days = 0; days < 3; days++) files.Add(await app.BytesAsync(on + first.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

            files.Should().AllSatisfy(file => file.Should().Equal(files[0]));
            Spooled(app).Should().HaveCount(before + (first.Year == 9999 ? 0 : 1), "of {0}", first);
        }
    }

    [Fact]
    public async Task Spooled_files_are_deleted_with_the_program()
    {
        await using var host = await AdminHost.StartAsync();
        var cache = Path.Combine(host.Store.Directory.Path, "cache");
        (await host.Open().GetAsync(Address)).Status.Should().Be(HttpStatusCode.OK);
        Directory.GetFiles(cache, "*", SearchOption.AllDirectories).Should().ContainSingle();

        await host.RestartAsync();

        // The host is also disposed by its own main thread; whoever comes second does not wait for the first.
        for (var tries = 0; tries < 100 && Directory.GetFileSystemEntries(cache).Length > 0; tries++) await Task.Delay(TimeSpan.FromMilliseconds(100));
        Directory.GetFileSystemEntries(cache).Should().BeEmpty();
    }

    private static async Task<HttpStatusCode> SendAsync(WebApp app, string host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }

    private static string[] Spooled(WebApp app)
    {
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        return Directory.Exists(cache) ? [.. Directory.GetFiles(cache, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }
}
