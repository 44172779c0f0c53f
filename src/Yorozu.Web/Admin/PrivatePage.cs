using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Yorozu.Web.Admin;

/// <summary>Keeps pages below <c>/admin</c> out of caches and search engines, and rejects forms without a valid antiforgery token.</summary>
internal sealed class PrivatePage : IAlwaysRunResultFilter, IPageFilter, IOrderedFilter
{
    // Before the filter of all pages, which answers 404 for an unknown handler.
    public int Order => -1;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Otherwise the page would be shown as if nothing had been sent.
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method)) context.Result = new BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-cache, no-store";
        context.HttpContext.Response.Headers.Pragma = "no-cache";
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
