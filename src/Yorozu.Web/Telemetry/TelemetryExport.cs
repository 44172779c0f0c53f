using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Yorozu.Data.Publishing;

namespace Yorozu.Web.Telemetry;

/// <summary>Chooses whether the meters are sent to an OpenTelemetry collector.</summary>
public static class Telemetry
{
    /// <summary>
    /// Exports when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; then the other standard <c>OTEL_</c> settings apply
    /// too. Otherwise the libraries are not even loaded.
    /// </summary>
    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) services.AddHostedService<TelemetryExport>();
    }
}

internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService
{
    private static readonly string[] Meters =
        [StoreMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private MeterProvider? _exporting;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _exporting = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource => resource.AddService("yorozu", serviceVersion: ProgramVersion.OfThisProgram.Text))
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Flushes once.
        Interlocked.Exchange(ref _exporting, null)?.Dispose();
        return Task.CompletedTask;
    }
}
