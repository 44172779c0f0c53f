using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Xunit.Abstractions;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Reliability;

/// <summary>Many read while another program publishes and withdraws: every answer is one state of the data, whole.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int Publications = 4;
    private const int Readers = 4;

    private static readonly string[] Addresses = ["/", "/metrics/one-stop-consultations", "/prefectures/33", "/extracts/observations.csv"];

    /// <summary>YOROZU_LOAD_SECONDS sets how long it goes on when the few publications are not enough.</summary>
    private static readonly TimeSpan MinDuration = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("YOROZU_LOAD_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    private readonly ConcurrentDictionary<Seen, int> _seen = new();
    private int _reads;

    [Fact]
    public async Task A_reader_sees_one_state_while_another_program_publishes()
    {
        // Asked only while nobody publishes, and a program of its own: what it answers is what a state looks like.
        await using var quiet = await WebApp.StartAsync(Release(1));
        await using var busy = new WebProcess(quiet.Store.Directory.Path);
        using var client = new HttpClient { BaseAddress = await busy.Address };
        // Makes every page anew, also in the very moment of a publication.
        await using var uncached = new WebProcess(quiet.Store.Directory.Path, "env", "Yorozu__PageCacheMegabytes=0");
        using var fresh = new HttpClient { BaseAddress = await uncached.Address };
        var states = new HashSet<Seen>(await StateAsync(quiet.Client));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(i => ReadAsync(i % 2 == 0 ? fresh : client, i, stop.Token)).ToList();

        var clock = Stopwatch.StartNew();
        var publications = 0;
        for (var release = 2; publications < Publications || clock.Elapsed < MinDuration; release++)
        {
            await File.WriteAllBytesAsync(Path.Combine(quiet.Store.Directory.Path, "next.txt"), Release(release).Bytes.ToArray());
            foreach (var command in (string[][])[["import", "--accept-date", Path.Combine(quiet.Store.Directory.Path, "next.txt")], ["withdraw", $"{release}"]])
            {
                await CommandLine.DoAsync([.. command, "--data", quiet.Store.Directory.Path]);
                publications++;
                states.UnionWith(await StateAsync(quiet.Client));
                for (var enough = _reads + (2 * Readers * Addresses.Length); _reads < enough && !readers.Exists(r => r.IsCompleted);) await Task.Delay(1);
            }
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        output.WriteLine($"{publications} publications, {_reads} reads in {clock.Elapsed.TotalSeconds:0.0} s, {_seen.Count} different answers");
        _seen.Keys.Where(s => s.Status != HttpStatusCode.OK).Should().BeEmpty();
        _seen.Keys.Except(states).Should().BeEmpty("every answer shows one state");
        _seen.Count.Should().BeGreaterThan(publications / 2 * Addresses.Length, "each state was read");
    }

    // Every figure is another one in every release.
    private static DocumentFile Release(int number) => new PageBuilder(new FiscalYear(2026), 4)
        .Metric("(1)ワンストップ相談窓口", "2.相談実績件数", (prefecture, month) => (number * 10_000) + (prefecture.Number * 100) + month.Month)
        .Build($"{number}.txt");

    private async Task ReadAsync(HttpClient client, int reader, CancellationToken stop)
    {
        for (var i = reader; !stop.IsCancellationRequested; i++)
        {
            _seen.AddOrUpdate(await AskAsync(client, Addresses[i % Addresses.Length]), 1, (_, count) => count + 1);
            Interlocked.Increment(ref _reads);
        }
    }

    private static async Task<IReadOnlyList<Seen>> StateAsync(HttpClient client)
    {
        var seen = new List<Seen>();
        foreach (var address in Addresses) seen.Add(await AskAsync(client, address));
        return seen;
    }

    private static async Task<Seen> AskAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "localhost";
        request.Headers.TryAddWithoutValidation("Accept-Language", "ja");
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return new Seen(
            address, response.StatusCode, response.IsSuccessStatusCode ? Convert.ToHexStringLower(SHA256.HashData(body)) : Encoding.UTF8.GetString(body));
    }

    private sealed record Seen(string Address, HttpStatusCode Status, string Content);
}
