using System.Net;
using System.Text;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Observability;

public sealed class TelemetryExportTests
{
    [Fact]
    public async Task The_meters_arrive_at_the_collector_that_is_named()
    {
        using var collector = new Collector();
        var host = (await AdminHost.StartAsync(PageBuilder.Consultations(1).Build()))
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address).With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        await using (host)
        {
            await host.RestartAsync();
            await host.Open().OpenAsync("/about");
        }

        var (path, body) = await collector.Received.WaitAsync(TimeSpan.FromSeconds(60));
        path.Should().Be("/v1/metrics");
        body.Should().Contain("yorozu.data.version").And.Contain("yorozu.cache.lookups").And.Contain("http.server.request.duration").And.Contain("service.version");
        body.Should().NotContain(host.Store.Directory.Path).And.NotContain("192.0.2.10");
    }

    /// <summary>Takes the first request that comes and answers it.</summary>
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

            Received = ReceiveAsync();
        }

        public string Address { get; }

        public Task<(string Path, string Body)> Received { get; }

        public void Dispose() => _listener.Close();

        private async Task<(string Path, string Body)> ReceiveAsync()
        {
            var context = await _listener.GetContextAsync();
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            context.Response.Close();
            return (context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray()));
        }
    }
}
