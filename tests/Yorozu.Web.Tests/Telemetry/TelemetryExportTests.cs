using System.Net;
using System.Text;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Telemetry;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task The_meters_arrive_at_the_collector_that_is_named()
    {
        using var collector = new Collector();
        await using var host = (await AdminHost.StartAsync(PageBuilder.Consultations(1).Build()))
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address)
            .With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .With("OTEL_METRIC_EXPORT_INTERVAL", "200");
        await host.RestartAsync();
        await host.Open().OpenAsync("/about");

        var text = await collector.ReceiveAsync("yorozu.data.version", "yorozu.cache.lookups", "http.server.request.duration", "service.version");

        text.Should().NotContain(host.Store.Directory.Path).And.NotContain("192.0.2.10");
    }

    /// <summary>Takes what comes to /v1/metrics.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Collector()
        {
            // HttpListener takes no port 0: try some until one is free.
            for (var port = Random.Shared.Next(20_000, 60_000); ; port++)
            {
                Address = $"http://localhost:{port}/";
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add(Address);
                try
                {
                    _listener.Start();
                    break;
                }
                catch (HttpListenerException)
                {
                    // Taken.
                }
            }
        }

        public string Address { get; }

        public void Dispose() => _listener.Close();

        /// <summary>Everything that has come when all these names have.</summary>
        public async Task<string> ReceiveAsync(params string[] names)
        {
            var text = "";
            while (!Array.TrueForAll(names, name => text.Contains(name, StringComparison.Ordinal)))
            {
                var context = await _listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(60));
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url!.AbsolutePath == "/v1/metrics") text += Encoding.Latin1.GetString(body.ToArray());
                context.Response.Close();
            }

            return text;
        }
    }
}
