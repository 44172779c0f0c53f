using Microsoft.AspNetCore.Authorization;
using Yorozu.Data.Audit;
using Yorozu.Data.Store;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Admin.Actions;

/// <summary>
/// Ensures that every action is logged: logs the requests that were rejected before they reached a page, and those that a
/// page did not log itself, with their outcome.
/// </summary>
public sealed class ActionAudit(RequestDelegate next, UnauthenticatedAttempts attempts)
{
    /// <summary>Marks the request as logged, even when the hourly limit suppressed the entry.</summary>
    public static void Suppress(HttpContext http) => http.Items[typeof(ActionAudit)] = true;

    public async Task InvokeAsync(HttpContext http, YorozuDbContext db, ActionLog log)
    {
        if (AdminActions.Of(http) is not { } action)
        {
            await next(http);
            return;
        }

        // Contexts are pooled: this one may have logged for other requests.
        var before = db.LoggedActions;
        try
        {
            await next(http);
        }
        catch (Exception exception) when (StoreFault.KindOf(exception) is null)
        {
            // Even when it was logged as done: that transaction may have been rolled back.
            db.ChangeTracker.Clear();
            await WriteAsync(http, log, action, LogOutcome.Error);
            throw;
        }

        if (db.LoggedActions == before && !http.Items.ContainsKey(typeof(ActionAudit))) await WriteAsync(http, log, action, Outcome(http));
    }

    private Task WriteAsync(HttpContext http, ActionLog log, LogAction action, LogOutcome outcome) => http.User.Identity is { IsAuthenticated: true }
        ? log.WriteAsync(http.Actor(), action, http.Request.Path, outcome)
        : attempts.WriteAsync(http, http.Actor() with { Name = UnauthenticatedAttempts.NoSession }, action, http.Request.Path, outcome);

    private static LogOutcome Outcome(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => LogOutcome.Rejected,
        >= 500 => LogOutcome.Error,
        _ when http.User.Identity is not { IsAuthenticated: true } && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null => LogOutcome.Denied,
        >= 400 => LogOutcome.Refused,
        // A rejected form shows its page again; an accepted one redirects.
        >= 300 => LogOutcome.Done,
        _ => HttpMethods.IsPost(http.Request.Method) ? LogOutcome.Refused : LogOutcome.Done,
    };
}
