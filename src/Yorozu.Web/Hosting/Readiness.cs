using Yorozu.Data.Maintenance;
using Yorozu.Data.Store;

namespace Yorozu.Web.Hosting;

/// <summary>
/// <c>/healthz</c>: the program runs. <c>/readyz</c>: it can answer from its store, with 503 otherwise. The file itself is
/// checked by the first request and then once an hour, because that reads all of it.
/// </summary>
internal sealed class Readiness(TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromHours(1);

    private DateTimeOffset _intactUntil;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/readyz", async (YorozuDbContext db, Readiness readiness, HttpResponse response, CancellationToken token) =>
        {
            response.Headers.CacheControl = "no-store";
            var health = await readiness.CheckAsync(db, token);
            return Results.Json(
                new { Ready = health.IsReady, health.Database, health.Migrations, health.Integrity, health.DataVersion, Sqlite = StoreDatabase.SqliteVersion },
                statusCode: health.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }

    private async Task<StoreHealth> CheckAsync(YorozuDbContext db, CancellationToken cancellationToken)
    {
        var health = await StoreHealth.CheckAsync(db, clock.GetUtcNow() < _intactUntil, cancellationToken);
        if (!health.IsReady) _intactUntil = default;
        else if (_intactUntil < clock.GetUtcNow()) _intactUntil = clock.GetUtcNow() + Trust;
        return health;
    }
}
