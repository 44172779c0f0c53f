using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Yorozu.Web.Embedding;

/// <summary>Answers 404 when the page has no block of the id that was asked for.</summary>
public sealed class EmbeddedBlockFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var response = context.HttpContext.Response;
        if (EmbeddedBlock.Of(context.HttpContext) is not { } embedded || context.Result is not PageResult || response.StatusCode != StatusCodes.Status200OK)
        {
            await next();
            return;
        }

        var body = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        var executed = await next();
        response.Body = body;
        // The error page answers.
        if (executed.Exception is not null) return;
        if (embedded.Html is null)
        {
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        page.Position = 0;
        await page.CopyToAsync(body, context.HttpContext.RequestAborted);
    }
}
