using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Yorozu.Web.Figures.Block;

/// <summary>Answers <c>csv=ID</c> on any page with the table of the figure block of that id.</summary>
public sealed class FigureFileFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (request.Query[FigureFile.Parameter].Count == 0 || context.Result is not PageResult || response.StatusCode != StatusCodes.Status200OK)
        {
            await next();
            return;
        }

        // The page is rendered only for its block and discarded.
        var body = response.Body;
        response.Body = Stream.Null;
        await next();
        response.Body = body;
        if (FigureFile.Asked(context.HttpContext) is not { } file)
        {
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var csv = await file.ToCsvAsync(context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.ContentLength = csv.Length;
        response.Headers.ContentDisposition =
            $"attachment; filename=\"yorozu-{Uri.EscapeDataString(file.Block.Id)}.csv\"; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await response.Body.WriteAsync(csv, context.HttpContext.RequestAborted);
    }
}
