using System.Net;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Store;

namespace Yorozu.Web.Hosting;

/// <summary>
/// <c>/healthz</c>: the program runs. <c>/readyz</c>: it can answer from its store, with 503 otherwise. The file itself is
/// checked by the first request and then once an hour, by one request at a time, because that reads all of it.
/// </summary>
internal sealed class Readiness(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Trust = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _checking = new(1);
    private DateTimeOffset _intactUntil;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (YorozuDbContext db, Readiness readiness, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var health = await readiness.CheckAsync(db, http.RequestAborted);
            var status = health.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            if (!IsLocal(http)) return Results.Text(health.IsReady ? "ready" : "not ready", statusCode: status);
            return Results.Json(
                new { Ready = health.IsReady, health.Database, health.Migrations, health.Integrity, health.DataVersion, Sqlite = StoreDatabase.SqliteVersion },
                statusCode: status);
        });
    }

    public void Dispose() => _checking.Dispose();

    // A loopback request that was not forwarded by an unconfigured local proxy.
    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");

    private async Task<StoreHealth> CheckAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        await _checking.WaitAsync(cancellationToken);
        try
        {
            var isTrusted = clock.GetUtcNow() < _intactUntil;
            var health = await StoreHealth.CheckAsync(db, isTrusted, cancellationToken);
            if (!health.IsReady) _intactUntil = default;
            else if (!isTrusted) _intactUntil = clock.GetUtcNow() + Trust;
            return health;
        }
        finally
        {
            _checking.Release();
        }
    }
}
