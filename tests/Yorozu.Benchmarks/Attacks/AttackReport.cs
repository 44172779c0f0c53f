using System.Diagnostics;
using System.Text;

namespace Yorozu.Benchmarks.Attacks;

/// <summary>
/// What anonymous readers can do to a published program, in figures. Bounded in count and time, against the loopback
/// address alone: <c>-- attacks PATH/Yorozu.Web.dll</c>, and after it part of a name for some of the attacks alone.
/// </summary>
internal static class AttackReport
{
    private const int Readers = 16;

    /// <summary>Requests until the code is compiled, the connections to the store are open and the buffers have grown: that happens once.</summary>
    private const int Warm = 10_000;

    /// <summary>As many letters as fit into a request line.</summary>
    private static readonly string Letters = new('a', 7900);

    public static async Task WriteAsync(string program, string name)
    {
        (string Name, Func<AttackedServer, Task<string>> Attack)[] attacks =
        [
            ("20,000 made-up values of 8 KB for /revisions?part=", server => RequestsAsync(server, 20_000, i => $"/revisions?part={i}{Letters}")),
            ("30,000 made-up addresses and parameters of 8 KB", server => RequestsAsync(server, 30_000, Mixed)),
            ("12 bodies of 28 MB sent to / at once", BodiesAsync),
            ("months, methods and releases at their extremes", ExtremesAsync),
            ("3,000 requests for / with a made-up parameter each", server => CostAsync(server, 3000, i => ($"/?made-up={i}", ""))),
            ("3,000 requests for / with a made-up cookie each", server => CostAsync(server, 3000, i => ("/", $"Cookie: __Host-yorozu-admin={i}\r\n"))),
            ("3,000 requests for / with a language chosen", server => CostAsync(server, 3000, _ => ("/?lang=en", ""))),
            ("200 requests at once for a page just invalidated", AtOnceAsync),
            ("400 connections that send half a request", HalfAsync),
        ];
        foreach (var (title, attack) in attacks.Where(a => a.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
        {
            await using var server = await AttackedServer.StartAsync(program);
            Console.WriteLine($"| {title} | {await attack(server)} |");
        }
    }

    private static string Mixed(int i) => (i % 6) switch
    {
        0 => $"/{i}{Letters}",
        1 => $"/metrics/{i}{Letters}",
        2 => $"/openapi/{i}{Letters}.json",
        3 => $"/extracts/observations.csv?metric={i}{Letters}",
        4 => $"/about?{i}={Letters}",
        _ => $"/prefectures/33?csv={i}{Letters}",
    };

    private static async Task<string> RequestsAsync(AttackedServer server, int count, Func<int, string> address)
    {
        var failed = 0;
        async Task AskAsync(int i)
        {
            if (await server.StatusAsync(address(i)) is 0 or >= 500) Interlocked.Increment(ref failed);
        }

        await EachAsync(Warm, i => AskAsync(count + i));
        var before = server.IsAlive ? server.Megabytes() : 0;
        await EachAsync(count, AskAsync);
        return $"{before} → {(server.IsAlive ? server.Megabytes() : 0)} MB, {failed} failed";
    }

    private static async Task<string> BodiesAsync(AttackedServer server)
    {
        var before = server.Megabytes();
        // A form of 448 fields, each no longer than one may be.
        var body = Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 448).Select(i => $"f{i}={new string('a', 62_500)}")));
        var head = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n";
        var statuses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => server.SendAsync(head, body))));
        return $"{before} → {server.Megabytes("VmHWM")} MB, answered {string.Join(", ", statuses.Distinct())}";
    }

    private static async Task<string> ExtremesAsync(AttackedServer server)
    {
        string[] months = ["0001-01", "1989-03", "9999-12"];
        var addresses = months
            .SelectMany(m => new[] { $"/scatter?month={m}", $"/metrics/consultations?month={m}", $"/provenance?metric=consultations&area=33&month={m}" })
            .Append("/releases/1/none")
            .Append("/?handler=none");
        var statuses = new List<int>();
        foreach (var address in addresses) statuses.Add(await server.StatusAsync(address));
        foreach (var address in new[] { "/", "/metrics/consultations", "/releases/1", "/compare" })
        {
            statuses.Add(await server.SendAsync($"TRACE {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", []));
        }
        return $"{statuses.Count(s => s >= 500)} of {statuses.Count} answered 500";
    }

    private static async Task<string> CostAsync(AttackedServer server, int count, Func<int, (string Address, string Headers)> request)
    {
        for (var i = 0; i < 300; i++) await server.StatusAsync(request(-i - 1).Address, request(-i - 1).Headers);
        var before = server.Processor();
        await EachAsync(count, async i => await server.StatusAsync(request(i).Address, request(i).Headers));
        return $"{(server.Processor() - before).TotalMilliseconds / count:0.00} ms of processor each";
    }

    // A page that nobody has asked for yet is what every page is right after a publication.
    private static async Task<string> AtOnceAsync(AttackedServer server)
    {
        var costs = new List<double>();
        foreach (var area in Enumerable.Range(1, 10))
        {
            var before = server.Processor();
            await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => server.StatusAsync($"/metrics/consultations?area={area:00}"))));
            costs.Add((server.Processor() - before).TotalMilliseconds);
        }

        return $"{costs.Order().ElementAt(costs.Count / 2):0} ms of processor";
    }

    private static async Task<string> HalfAsync(AttackedServer server)
    {
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 400).Select(async _ =>
        {
            using var connection = await server.ConnectAsync();
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: loc"));
            try
            {
                while (await connection.GetStream().ReadAsync(new byte[512]) > 0)
                {
                    // Until it is closed.
                }
            }
            catch (IOException)
            {
                // Closed as well.
            }
        }));
        return $"closed after {clock.Elapsed.TotalSeconds:0} s";
    }

    private static Task EachAsync(int count, Func<int, Task> action) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = Readers }, async (i, _) => await action(i));
}
