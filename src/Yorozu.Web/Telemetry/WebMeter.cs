using System.Diagnostics.Metrics;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;

namespace Yorozu.Web.Telemetry;

/// <summary>Counters of the site, besides those of ASP.NET Core (requests, connections).</summary>
public sealed class WebMeter
{
    private readonly Counter<long> _lookups;

    public WebMeter(IMeterFactory meters, SnapshotWatch snapshots)
    {
        var meter = meters.Create(StoreMeter.Name);
        _lookups = meter.CreateCounter<long>("yorozu.cache.lookups", "{lookup}", "Pages and files asked for, by cache and whether they were there.");
        meter.CreateObservableGauge("yorozu.data.version", () => Version(snapshots), "{version}", "The data version that is public.");
    }

    public void Lookup(string cache, bool found) =>
        _lookups.Add(1, new KeyValuePair<string, object?>("cache", cache), new KeyValuePair<string, object?>("found", found));

    private static IEnumerable<Measurement<long>> Version(SnapshotWatch snapshots)
    {
        try
        {
            return [new(snapshots.Read().Version)];
        }
        catch (SqliteException)
        {
            // A store that cannot be read has no version; /readyz says why.
            return [];
        }
    }
}
