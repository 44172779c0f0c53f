using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Yorozu.Web.Admin;

/// <summary>What the handlers of the admin pages do, by the codes of the log.</summary>
public static class AdminActions
{
    private const string Other = "request";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/Admin/SignIn"] = "sign-in",
        ["/Admin/SignOut"] = "sign-out",
        ["/Admin/Upload"] = "upload",
        ["/Admin/Uploads/Review Publish"] = "import",
        ["/Admin/Uploads/Review Discard"] = "discard",
        ["/Admin/Uploads/Review Original"] = "download",
        ["/Admin/Releases/Withdraw"] = "withdraw",
        ["/Admin/Users Add"] = "account-add",
        ["/Admin/Users Password"] = "account-password",
        ["/Admin/Users Remove"] = "account-remove",
        ["/Admin/Account Password"] = "account-password",
        ["/Admin/Account Everywhere"] = "sign-out-everywhere",
        ["/Admin/Log Csv"] = "log-export",
    };

    /// <summary>What a handler does; null when nobody has said so yet.</summary>
    /// <param name="page">Such as <c>/Admin/Upload</c>.</param>
    /// <param name="handler">What its address calls it; empty for the page's only one.</param>
    public static string? Named(string page, string? handler) => Codes.GetValueOrDefault($"{page} {handler}".TrimEnd());

    /// <summary>What a request wants to do, or null when it only looks.</summary>
    public static string? Of(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not { } page || !http.Request.Path.StartsWithSegments(AdminSession.Root)) return null;

        var handler = http.Request.Query["handler"].ToString();
        var looks = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        // A handler of its own on a page that is only looked at hands something out: to a stranger it is closed, and asking is no action.
        if (looks && (handler.Length == 0 || http.User.Identity is not { IsAuthenticated: true })) return null;
        return Named(page.ViewEnginePath, handler) ?? Other;
    }
}
