using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Yorozu.Data.Audit;
using Yorozu.Web.Admin.Actions;

namespace Yorozu.Web.Admin;

/// <summary>Rejects a too long request before its body is read, with an error page instead of a broken connection.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>A dozen of the largest documents.</summary>
    public const long MaxRequestBytes = 64 * 1024 * 1024;

    // Before antiforgery and the form limits, which read the body.
    public int Order => 100;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (http.Request.ContentLength is not > MaxRequestBytes) return;

        context.Result = new LocalRedirectResult("/admin/upload?refused=size");
        await http.RequestServices.GetRequiredService<ActionLog>().WriteAsync(http.Actor(), LogAction.Upload, "", LogOutcome.TooLarge);
    }
}
