using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Yorozu.Web.Admin;

/// <summary>Pages below <c>/admin</c> stay in no cache and no search engine, and take no form they did not send out.</summary>
internal sealed class PrivatePage : IAlwaysRunResultFilter, IPageFilter, IOrderedFilter
{
    // Before the filter of all pages, to which a handler that is not there is an address that is not there.
    public int Order => -1;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Without this the page would be shown as if nothing had been sent.
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
