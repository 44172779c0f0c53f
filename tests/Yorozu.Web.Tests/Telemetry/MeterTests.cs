using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Testing;
using Yorozu.Web.Tests.Admin;

namespace Yorozu.Web.Tests.Telemetry;

public sealed class MeterTests
{
    [Fact]
    public async Task The_data_version_and_the_use_of_the_caches_are_measured()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1).Build());
        using var meters = new MeterRecord(host.Factory.Services.GetRequiredService<IMeterFactory>());
        var browser = host.Open();

        await browser.OpenAsync("/about");
        await browser.OpenAsync("/about");
        await browser.GetAsync("/extracts/metrics.csv");
        await browser.GetAsync("/extracts/metrics.csv");
        meters.ReadGauges();
        await host.Store.PublishAsync(PageBuilder.Consultations(2).Build());
        meters.ReadGauges();

        meters.Lines
            .Where(l => l.Contains("pages", StringComparison.Ordinal))
            .Should().Equal("yorozu.cache.lookups pages False 1", "yorozu.cache.lookups pages True 1");
        meters.Lines
            .Where(l => l.Contains("files", StringComparison.Ordinal))
            .Should().StartWith("yorozu.cache.lookups files False 1")
            .And.EndWith("yorozu.cache.lookups files True 1");
        meters.Lines.Where(l => l.Contains("version", StringComparison.Ordinal)).Should().Equal("yorozu.data.version 1", "yorozu.data.version 2");
    }
}
