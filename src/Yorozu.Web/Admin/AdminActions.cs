using Microsoft.AspNetCore.Mvc.RazorPages;
using Yorozu.Data.Audit;

namespace Yorozu.Web.Admin;

/// <summary>What the handlers of the admin pages do.</summary>
public static class AdminActions
{
    private static readonly Dictionary<string, LogAction> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/Admin/SignIn"] = LogAction.SignIn,
        ["/Admin/SignOut"] = LogAction.SignOut,
        ["/Admin/Upload"] = LogAction.Upload,
        ["/Admin/Uploads/Review Publish"] = LogAction.Publish,
        ["/Admin/Uploads/Review Discard"] = LogAction.Discard,
        ["/Admin/Uploads/Review Original"] = LogAction.Download,
        ["/Admin/Releases/Withdraw"] = LogAction.Withdraw,
        ["/Admin/Users Add"] = LogAction.AddAccount,
        ["/Admin/Users Password"] = LogAction.ChangePassword,
        ["/Admin/Users Remove"] = LogAction.RemoveAccount,
        ["/Admin/Account DisplayName"] = LogAction.ChangeDisplayName,
        ["/Admin/Account Password"] = LogAction.ChangePassword,
        ["/Admin/Account Everywhere"] = LogAction.SignOutEverywhere,
        ["/Admin/Log Csv"] = LogAction.ExportLog,
    };

    /// <summary>What a handler does; null when nobody has said so yet.</summary>
    /// <param name="page">Such as <c>/Admin/Upload</c>.</param>
    /// <param name="handler">What its address calls it; empty for the page's only one.</param>
    public static LogAction? Named(string page, string? handler) => Actions.GetValueOrDefault($"{page} {handler}".TrimEnd());

    /// <summary>What a request wants to do, or null when it only looks.</summary>
    public static LogAction? Of(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(AdminSession.Root)) return null;
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return null;

        var handler = http.Request.Query["handler"].ToString();
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        // A handler of its own on a page that is only looked at hands something out: to a stranger it is closed, and asking is no action.
        if (looks && (handler.Length == 0 || http.User.Identity is not { IsAuthenticated: true })) return null;
        return Named(page.ViewEnginePath, handler) ?? LogAction.Other;
    }
}
