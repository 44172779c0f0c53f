using Yorozu.Data.Maintenance;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Caching;

/// <summary>Whoever changes the data, the next request of anybody sees it.</summary>
public sealed class FreshnessTests
{
    private const string Address = "/metrics/one-stop-consultations?fy=2026";
    private const string Heading = "2.相談実績件数";
    private const string April = "112,988";
    private const string May = "113,035";

    [Fact]
    public async Task A_page_is_made_once_for_a_data_version()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());

        var first = await host.TextAsync(Address);
        var second = await host.TextAsync(Address);

        second.Should().Be(first).And.Contain(April);
        (host.Misses, host.Hits).Should().Be((1, 1));
    }

    [Fact]
    public async Task Publications_and_withdrawals_show_at_once()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var admin = await host.Host.SignInAsync();
        (await host.TextAsync(Address)).Should().NotContain(May);

        await admin.UploadAsync(PageBuilder.Consultations(2).Build());
        await admin.SubmitAsync("/admin/uploads/1", "Publish", ("note", "test"), ("acceptDate", "true"));
        (await host.TextAsync(Address)).Should().Contain(May);
        (await host.TextAsync(Address)).Should().Contain(May);

        await admin.SubmitAsync("/admin/releases/2/withdraw", "", ("note", "誤り"));
        (await host.TextAsync(Address)).Should().NotContain(May);
        (host.Misses, host.Hits).Should().Be((3, 1));
    }

    [Fact]
    public async Task Publications_by_another_process_show_at_once()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        await host.TextAsync(Address);
        var file = Path.Combine(host.Host.Store.Directory.Path, "may.txt");
        await File.WriteAllBytesAsync(file, PageBuilder.Consultations(2).Build().Bytes.ToArray());

        await CommandLine.DoAsync("import", file, "--data", host.Host.Store.Directory.Path);

        (await host.TextAsync(Address)).Should().Contain(May);
    }

    [Fact]
    public async Task A_restored_backup_shows_at_once()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var store = host.Host.Store;
        var backup = Path.Combine(store.Directory.Path, "backup.db");
        await StoreBackup.WriteAsync(store.Directory.DatabasePath, backup);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.PublishAsync(PageBuilder.Consultations(2).Build());
        (await host.TextAsync(Address)).Should().Contain(May);

        await StoreBackup.RestoreAsync(backup, store.Directory.DatabasePath);

        (await host.TextAsync(Address)).Should().NotContain(May);
    }

    [Theory]
    [InlineData("/metrics", "5月分まで", "6月分まで")]
    [InlineData("/prefectures/13", "77,777", "88,888")]
    [InlineData("/extracts/observations.csv", ",77777,", ",88888,")]
    public async Task Versions_that_are_counted_anew_after_a_restored_backup_are_others(string address, string may, string june)
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var store = host.Host.Store;
        var backup = Path.Combine(store.Directory.Path, "backup.db");
        await StoreBackup.WriteAsync(store.Directory.DatabasePath, backup);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.PublishAsync(PageBuilder.Consultations(2).Figure(Heading, "東京都", 5, 77_777).Build());
        (await host.TextAsync(address)).Should().Contain(may);

        await StoreBackup.RestoreAsync(backup, store.Directory.DatabasePath);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.PublishAsync(PageBuilder.Consultations(3).Figure(Heading, "東京都", 6, 88_888).Build());

        (await host.TextAsync(address)).Should().Contain(june).And.NotContain(may);
    }

    [Fact]
    public async Task An_earlier_state_tells_that_there_is_a_newer_one_as_soon_as_there_is()
    {
        await using var host = await CacheHost.StartAsync(PageBuilder.Consultations(1).Build());
        var asOf = await host.TextAsync(Address + "&asof=1");

        await host.Host.Store.PublishAsync(PageBuilder.Consultations(2).Build());

        asOf.Should().NotContain("これより新しい値があります");
        (await host.TextAsync(Address + "&asof=1")).Should().Contain("これより新しい値があります").And.NotContain(May);
        (await host.TextAsync(Address)).Should().NotContain("これより新しい値があります").And.Contain(May);
    }
}
