using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Yorozu.Web.Figures.Block;

/// <summary>Answers <c>csv=ID</c> and <c>svg=ID</c> on any page with the file of the figure block of that id.</summary>
public sealed class FigureFileFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        if (FigureFile.ParameterOf(request) is null || context.Result is not PageResult || response.StatusCode != StatusCodes.Status200OK)
        {
            await next();
            return;
        }

        // The page is rendered only for its block and discarded.
        var body = response.Body;
        response.Body = Stream.Null;
        var executed = await next();
        response.Body = body;
        // The error page answers.
        if (executed.Exception is not null) return;
        if (FigureFile.Asked(context.HttpContext) is not { } file)
        {
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var bytes = await file.WriteAsync(context.HttpContext.RequestAborted);
        response.ContentType = file.MediaType;
        response.ContentLength = bytes.Length;
        var plain = $"yorozu-{Uri.EscapeDataString(file.Block.Id)}.{file.Extension}";
        response.Headers.ContentDisposition = $"{file.Disposition}; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        await response.Body.WriteAsync(bytes, context.HttpContext.RequestAborted);
    }
}
