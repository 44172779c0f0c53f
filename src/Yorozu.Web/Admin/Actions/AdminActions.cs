using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Audit;

namespace Yorozu.Web.Admin.Actions;

/// <summary>The actions of the handlers of the admin pages.</summary>
public static class AdminActions
{
    /// <summary>The path of all admin pages.</summary>
    public const string Root = "/admin";

    private static readonly Dictionary<string, LogAction> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/Admin/Accounts/SignIn"] = LogAction.SignIn,
        ["/Admin/Accounts/SignIn Passkey"] = LogAction.SignIn,
        ["/Admin/Accounts/SignOut"] = LogAction.SignOut,
        ["/Admin/Uploads/Upload"] = LogAction.Upload,
        ["/Admin/Uploads/Review Publish"] = LogAction.Publish,
        ["/Admin/Uploads/Review Decide"] = LogAction.Decide,
        ["/Admin/Uploads/Review Undecide"] = LogAction.Decide,
        ["/Admin/Uploads/Review Acknowledge"] = LogAction.Acknowledge,
        ["/Admin/Uploads/Review Retract"] = LogAction.Acknowledge,
        ["/Admin/Uploads/Review Discard"] = LogAction.Discard,
        ["/Admin/Uploads/Review Original"] = LogAction.Download,
        ["/Admin/Releases/Withdraw"] = LogAction.Withdraw,
        ["/Admin/Reference Preview"] = LogAction.SetReference,
        ["/Admin/Reference Set"] = LogAction.SetReference,
        ["/Admin/Reference Remove"] = LogAction.RemoveReference,
        ["/Admin/Accounts/Users Add"] = LogAction.AddAccount,
        ["/Admin/Accounts/Users Password"] = LogAction.ChangePassword,
        ["/Admin/Accounts/Users Remove"] = LogAction.RemoveAccount,
        ["/Admin/Accounts/Account DisplayName"] = LogAction.ChangeDisplayName,
        ["/Admin/Accounts/Account Password"] = LogAction.ChangePassword,
        ["/Admin/Accounts/Passkeys Add"] = LogAction.AddPasskey,
        ["/Admin/Accounts/Passkeys Remove"] = LogAction.RemovePasskey,
        ["/Admin/Accounts/Account Everywhere"] = LogAction.SignOutEverywhere,
        ["/Admin/Log Csv"] = LogAction.ExportLog,
    };

    /// <summary>The action of a handler; null when it is not declared.</summary>
    /// <param name="page">Such as <c>/Admin/Uploads/Upload</c>.</param>
    /// <param name="handler">The handler's name in the address; empty for the default handler.</param>
    public static LogAction? Named(string page, string? handler) => Actions.GetValueOrDefault($"{page} {handler}".TrimEnd());

    /// <summary>The action of a request, or null when it only reads.</summary>
    public static LogAction? Of(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(Root)) return null;
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return null;

        var handler = http.Request.Query["handler"].ToString();
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        // A named handler of a read-only page is a download: closed to unauthenticated requests, which are no action.
        if (looks && (handler.Length == 0 || http.User.Identity is not { IsAuthenticated: true })) return null;
        return Named(page.ViewEnginePath, handler) ?? LogAction.Other;
    }
}
