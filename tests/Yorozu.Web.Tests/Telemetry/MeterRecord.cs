using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Yorozu.Web.Tests.Telemetry;

/// <summary>What the meters of a host have counted since.</summary>
internal sealed class MeterRecord : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _lines = new();

    /// <param name="factory">Of the host, so that other hosts of the process are left out; null for what the whole process counts.</param>
    public MeterRecord(IMeterFactory? factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Yorozu" && instrument.Meter.Scope == factory) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _lines.Enqueue(string.Join(' ', [instrument.Name, .. tags.ToArray().Select(t => t.Value), value])));
        _listener.Start();
    }

    /// <summary>One line a measurement: name, values of the tags, value.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    public void ReadGauges() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();
}
