using System.Diagnostics;
using System.Globalization;

namespace Yorozu.Benchmarks;

/// <summary>
/// The first requests of <see cref="ExtractFormats"/> in processor time, which other programs on the machine change less than the time
/// that passes: each in turn, so that all have the same neighbours.
/// </summary>
internal static class ExtractProcessorTime
{
    private const int WarmUps = 2;
    private const int Rounds = 15;
    private const string OfMetric = "metric=one-stop-consultations";

    // A first request of a metric is shorter than what the system counts in.
    private const int RequestsOfMetric = 20;

    private static readonly (string Address, int Requests)[] Whole =
    [
        ("/extracts/observations.csv", 1), ("/extracts/yorozu.xlsx", 1), ("/extracts/yorozu.sqlite", 1), ("/extracts/vintages.csv", 1),
    ];

    private static readonly (string Address, int Requests)[] Metric =
    [
        ($"/extracts/observations.csv?{OfMetric}", RequestsOfMetric), ($"/extracts/vintages.csv?{OfMetric}", RequestsOfMetric),
        ($"/extracts/observations.csv?{OfMetric}&shape=pivot&columns=month", RequestsOfMetric),
    ];

    public static async Task WriteAsync()
    {
        await using var server = await ExtractServer.StartAsync(2022, 5);
        foreach (var group in new[] { Whole, Metric }) await WriteAsync(server, group);
    }

    private static async Task WriteAsync(ExtractServer server, (string Address, int Requests)[] group)
    {
        var times = group.Select(_ => new List<double>()).ToList();
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var (place, (address, requests)) in group.Index())
            {
                GC.Collect();
                var time = TimeSpan.Zero;
                for (var i = 0; i < requests; i++)
                {
                    server.Forget();
                    var before = Process.GetCurrentProcess().TotalProcessorTime;
                    await server.GetAsync(address, Stream.Null);
                    time += Process.GetCurrentProcess().TotalProcessorTime - before;
                }

                if (round >= 0) times[place].Add(time.TotalMilliseconds / requests);
            }
        }

        foreach (var (place, (address, _)) in group.Index())
        {
            var ratios = times[place].Zip(times[0], (own, baseline) => own / baseline);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Median(times[place]),8:0.0} ms  {Median(ratios),5:0.00} ×  least {times[place].Min(),8:0.0} ms  {address}"));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
