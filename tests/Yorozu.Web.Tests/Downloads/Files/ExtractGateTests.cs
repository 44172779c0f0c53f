using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Extracts;
using Yorozu.Testing;
using Yorozu.Web.Downloads.Files;
using Yorozu.Web.Telemetry;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>However many files are asked for: few are written at a time, nothing is written for nobody, and the disk stays free.</summary>
public sealed class ExtractGateTests
{
    private const int Asked = 40;

    [Fact]
    public async Task Of_forty_concurrent_files_few_are_written_at_a_time_and_the_site_keeps_answering()
    {
        await using var app = await WebApp.StartPublishedAsync();
        await app.Client.GetAsync("/");
        var probe = new WritingProbe(app.Services.GetRequiredService<ExtractCache>());
        var readers = Enumerable.Range(0, Asked).Select(_ => new CancellationTokenSource()).ToList();
        var requests = readers.Select((reader, i) => (Key: $"{i}", Reader: reader, Answer: probe.OpenAsync($"{i}", reader.Token))).ToList();

        while (requests.Count > ExtractCache.MaxWriters + ExtractCache.MaxQueued)
        {
            var turnedAway = await Task.WhenAny(requests.Select(r => r.Answer)).WaitAsync(WritingProbe.Never);
            await ((Func<Task>)(() => turnedAway)).Should().ThrowAsync<ExtractBusyException>();
            requests.RemoveAll(r => r.Answer == turnedAway);
        }

        for (var i = 0; i < ExtractCache.MaxWriters; i++) await probe.StartedAsync();
        (await app.Client.GetAsync("/healthz")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await app.Client.GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
        using var busy = await app.Client.GetAsync("/extracts/yorozu.xlsx?area=13");
        busy.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        busy.Headers.GetValues("Retry-After").Should().Equal("10");
        busy.Headers.CacheControl!.ToString().Should().Be("no-store");
        busy.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await busy.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"busy\"");

        // Half of them hang up: what is being written for them stops, and the others come up. Those in the queue leave first.
        var written = probe.Started.ToList();
        var leaving = requests.Where(r => !written.Contains(r.Key)).Take(4).Concat(requests.Where(r => written.Contains(r.Key))).ToList();
        foreach (var (_, reader, _) in leaving) await reader.CancelAsync();
        foreach (var key in written) await probe.StoppedAsync(key);
        probe.End();
        var staying = await Task.WhenAll(requests.Except(leaving).Select(r => r.Answer));

        foreach (var (_, content) in staying) await content.DisposeAsync();
        probe.MaxRunning.Should().BeLessThanOrEqualTo(ExtractCache.MaxWriters);
        probe.Started.Should().HaveCount(written.Count + staying.Length, "what nobody waits for is not even started");
        Spooled(app).Should().HaveCount(staying.Length);
        (await app.Client.GetAsync("/extracts/yorozu.xlsx?area=13")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reader_who_leaves_does_not_stop_the_file_of_those_who_stay()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var probe = new WritingProbe(app.Services.GetRequiredService<ExtractCache>());
        using var leave = new CancellationTokenSource();
        var leaving = probe.OpenAsync("shared", leave.Token);
        var staying = probe.OpenAsync("shared");
        await probe.StartedAsync();

        await leave.CancelAsync();
        await ((Func<Task>)(() => leaving)).Should().ThrowAsync<OperationCanceledException>();
        probe.End();

        await (await staying).Content.DisposeAsync();
        probe.Started.Should().Equal("shared");
    }

    [Fact]
    public async Task A_file_is_written_on_while_one_of_its_readers_waits_and_no_longer()
    {
        await using var app = await WebApp.StartPublishedAsync();
        var probe = new WritingProbe(app.Services.GetRequiredService<ExtractCache>());
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var answers = new[] { probe.OpenAsync("shared", first.Token), probe.OpenAsync("shared", second.Token) };
        await probe.StartedAsync();

        await first.CancelAsync();
        await ((Func<Task>)(() => answers[0])).Should().ThrowAsync<OperationCanceledException>();
        var third = probe.OpenAsync("shared", second.Token);
        probe.Started.Should().ContainSingle("the others share the same writing");
        await second.CancelAsync();

        await probe.StoppedAsync("shared");
        await ((Func<Task>)(() => third)).Should().ThrowAsync<OperationCanceledException>();
        probe.End();
        await (await probe.OpenAsync("shared")).Content.DisposeAsync();
        Spooled(app).Should().ContainSingle();
    }

    [Fact]
    public async Task Files_that_are_being_read_count_and_what_they_fill_is_not_exceeded()
    {
        await using var app = await WebApp.StartPublishedAsync();
        using var cache = SmallCache(app);
        var (first, firstContent) = await cache.OpenAsync("first", WriteLargeAsync, default);
        var (_, secondContent) = await cache.OpenAsync("second", WriteLargeAsync, default);

        await ((Func<Task>)(() => cache.OpenAsync("third", WriteLargeAsync, default))).Should().ThrowAsync<ExtractBusyException>();
        await (await cache.OpenAsync("first", WriteLargeAsync, default)).Content.DisposeAsync();
        File.Exists(first.Path).Should().BeTrue("somebody is still reading it");

        await firstContent.DisposeAsync();
        await (await cache.OpenAsync("third", WriteLargeAsync, default)).Content.DisposeAsync();
        File.Exists(first.Path).Should().BeFalse("it made room");
        await secondContent.DisposeAsync();
    }

    [Fact]
    public async Task Room_is_made_though_somebody_removed_the_folder()
    {
        await using var app = await WebApp.StartPublishedAsync();
        using var cache = SmallCache(app);
        foreach (var key in new[] { "first", "second" }) await (await cache.OpenAsync(key, WriteLargeAsync, default)).Content.DisposeAsync();
        Directory.Delete(Path.Combine(app.Store.Directory.Path, "cache"), recursive: true);

        var (third, content) = await cache.OpenAsync("third", WriteLargeAsync, default);

        await content.DisposeAsync();
        Spooled(app).Should().Equal(third.Path);
    }

    [SmallDiskTheory]
    [InlineData("observations.csv")]
    [InlineData("yorozu.xlsx")]
    [InlineData("yorozu.sqlite")]
    public async Task A_full_disk_is_reported_and_leaves_no_partial_file(string name)
    {
        await using var app = await WebApp.StartPublishedAsync();
        var cache = Directory.CreateDirectory(Path.Combine(app.Store.Directory.Path, "cache")).FullName;
        using var disk = SmallDisk.Mount(cache);
        // Room for a beginning, not for the whole.
        disk.Fill(butBytes: 32 * 1024);

        using var full = await app.Client.GetAsync("/extracts/" + name);

        full.StatusCode.Should().Be(HttpStatusCode.InsufficientStorage);
        full.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await full.Content.ReadAsStringAsync()).Should().Contain("\"code\":\"spool-full\"");
        Spooled(app).Should().ContainSingle("the filler alone");
        disk.MakeRoom();
        (await app.Client.GetAsync("/extracts/" + name)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [SmallDiskFact]
    public async Task On_a_full_disk_files_that_nobody_reads_make_room()
    {
        await using var app = await WebApp.StartPublishedAsync();
        using var disk = SmallDisk.Mount(Directory.CreateDirectory(Path.Combine(app.Store.Directory.Path, "cache")).FullName);
        foreach (var encoding in new[] { "utf-8", "utf-8-bom" })
        {
            (await app.Client.GetAsync("/extracts/observations.csv?encoding=" + encoding)).StatusCode.Should().Be(HttpStatusCode.OK);
        }
        disk.Fill(butBytes: 0);

        (await app.Client.GetAsync("/extracts/observations.csv?encoding=shift_jis")).StatusCode.Should().Be(HttpStatusCode.InsufficientStorage);
        (await app.Client.GetAsync("/extracts/observations.csv?encoding=shift_jis")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Room for one of <see cref="WriteLargeAsync"/> and part of another.</summary>
    private static ExtractCache SmallCache(WebApp app) => new(
        app.Services.GetRequiredService<IServiceScopeFactory>(),
        app.Store.Directory,
        app.Services.GetRequiredService<WebMeter>(),
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Yorozu:ExtractCacheMegabytes", "1")]).Build());

    private static async Task<ExtractSummary> WriteLargeAsync(Data.Store.YorozuDbContext db, string path, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(path, new byte[600_000], cancellationToken);
        return new ExtractSummary(1, []);
    }

    private static string[] Spooled(WebApp app)
    {
        var cache = Path.Combine(app.Store.Directory.Path, "cache");
        return Directory.Exists(cache) ? Directory.GetFiles(cache, "*", SearchOption.AllDirectories) : [];
    }
}
