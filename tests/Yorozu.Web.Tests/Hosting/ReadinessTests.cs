using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Hosting;

public sealed class ReadinessTests
{
    [Fact]
    public async Task A_sound_store_is_ready_and_tells_its_versions()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());

        using var response = await app.Client.GetAsync("/readyz");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.ToString().Should().Be("no-store");
        var report = await ReportAsync(response);
        report.Should().Equal(
            ("ready", "true"), ("database", "true"), ("migrations", "true"), ("integrity", "true"), ("dataVersion", "1"), ("sqlite", "3.50.4"));
    }

    [Theory]
    [InlineData("192.0.2.10", "")]
    [InlineData("::ffff:192.0.2.10", "")]
    [InlineData("127.0.0.1", "X-Forwarded-For")]
    [InlineData("::1", "Forwarded")]
    public async Task Remote_requests_get_only_the_status(string address, string header)
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());
        app.RemoteAddress = address;
        if (header.Length > 0) app.Client.DefaultRequestHeaders.Add(header, "192.0.2.10");

        (await app.Client.GetStringAsync("/readyz")).Should().Be("ready");

        await app.Store.QueryAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE store_state RENAME TO gone"));
        using var response = await app.Client.GetAsync("/readyz");
        (response.StatusCode, await response.Content.ReadAsStringAsync()).Should().Be((HttpStatusCode.ServiceUnavailable, "not ready"));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_not_ready()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(1).Build());
        (await app.Client.GetAsync("/readyz")).EnsureSuccessStatusCode();
        await app.Store.QueryAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE store_state RENAME TO gone"));

        using var response = await app.Client.GetAsync("/readyz");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ReportAsync(response)).Should().Contain(("ready", "false")).And.Contain(("database", "false"));
        (await app.Client.GetAsync("/healthz")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_store_of_another_program_version_is_not_ready()
    {
        await using var app = await WebApp.StartAsync();
        (await app.Client.GetAsync("/readyz")).EnsureSuccessStatusCode();
        await app.Store.QueryAsync(db => db.Database.ExecuteSqlRawAsync(
            "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)"));

        using var response = await app.Client.GetAsync("/readyz");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ReportAsync(response)).Should().Contain(("database", "true")).And.Contain(("migrations", "false"));
    }

    [Fact]
    public async Task A_damaged_file_is_found_within_the_hour()
    {
        await using var app = await WebApp.StartAsync(PageBuilder.Consultations(12).Build());
        (await app.Client.GetAsync("/readyz")).EnsureSuccessStatusCode();
        await DamageAsync(app);

        (await app.Client.GetAsync("/readyz")).StatusCode.Should().Be(HttpStatusCode.OK, "the file is not read every time");
        app.Store.Clock.Advance(TimeSpan.FromHours(1));

        using var response = await app.Client.GetAsync("/readyz");
        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ReportAsync(response)).Should().Contain(("database", "true")).And.Contain(("integrity", "false"));
    }

    /// <summary>An index that points into another table.</summary>
    private static Task<int> DamageAsync(WebApp app) => app.Store.QueryAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA writable_schema=ON");
        return await db.Database.ExecuteSqlRawAsync("""
            UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'observations') WHERE name = 'sqlite_autoindex_metrics_1';
            PRAGMA schema_version=999
            """);
    });

    private static async Task<List<(string, string)>> ReportAsync(HttpResponseMessage response)
    {
        using var report = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return [.. report.RootElement.EnumerateObject().Select(p => (p.Name, p.Value.ToString().ToLowerInvariant()))];
    }
}
