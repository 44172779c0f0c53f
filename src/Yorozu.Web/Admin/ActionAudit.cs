using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;

namespace Yorozu.Web.Admin;

/// <summary>
/// No action without an entry in the log: what the program turned away before it came to a page, or what a page did not
/// write down itself, is written down here by how it ended.
/// </summary>
public sealed class ActionAudit(RequestDelegate next, StrangerLog strangers)
{
    public async Task InvokeAsync(HttpContext http, YorozuDbContext db, ActionLog log)
    {
        if (AdminActions.Of(http) is not { } action)
        {
            await next(http);
            return;
        }

        var logged = false;
        db.SavingChanges += (_, _) => logged |= db.ChangeTracker.Entries<LogEntryEntity>().Any(e => e.State == EntityState.Added);
        try
        {
            await next(http);
        }
        catch (Exception exception) when (StoreFault.KindOf(exception) is null)
        {
            // Even when it was written down as done: the transaction that said so may be gone.
            db.ChangeTracker.Clear();
            await WriteAsync(http, log, action, "error");
            throw;
        }

        if (!logged) await WriteAsync(http, log, action, Outcome(http));
    }

    private Task WriteAsync(HttpContext http, ActionLog log, string action, string outcome) => http.User.Identity is { IsAuthenticated: true }
        ? log.WriteAsync(http.Actor(), action, http.Request.Path, outcome)
        : strangers.WriteAsync(log, http.Actor() with { Name = StrangerLog.NoSession }, action, http.Request.Path, outcome);

    private static string Outcome(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => "rejected",
        >= 500 => "error",
        _ when http.User.Identity is not { IsAuthenticated: true } && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null => "denied",
        >= 400 => "refused",
        // A form that is answered with its page again was refused; one that was taken leads on.
        >= 300 => "done",
        _ => HttpMethods.IsPost(http.Request.Method) ? "refused" : "done",
    };
}
