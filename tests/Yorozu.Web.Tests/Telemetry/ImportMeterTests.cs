using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Telemetry;

/// <summary>The meters of imports belong to the process.</summary>
[Collection(nameof(Alone))]
public sealed class ImportMeterTests
{
    [Fact]
    public async Task Imports_are_counted_by_outcome_and_what_they_found_by_kind()
    {
        await using var store = await TemporaryStore.CreateAsync();
        var document = PageBuilder.Consultations(2).Printed("2.相談実績件数", "岡山県", 0, "1").Build();
        using var meters = new MeterRecord(null);

        await store.PublishAsync(document);
        await store.PublishAsync(document);
        await store.PublishAsync(new DocumentFile("page.txt", "no page"u8.ToArray()));

        meters.Lines.Should().Equal(
            "yorozu.imports published 1",
            "yorozu.findings cumulative 1",
            "yorozu.findings national 1",
            "yorozu.imports unchanged 1",
            "yorozu.imports refused 1");
    }
}
