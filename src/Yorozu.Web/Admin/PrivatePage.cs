using Microsoft.AspNetCore.Mvc.Filters;

namespace Yorozu.Web.Admin;

/// <summary>Pages below <c>/admin</c> stay in no cache and no search engine.</summary>
internal sealed class PrivatePage : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
