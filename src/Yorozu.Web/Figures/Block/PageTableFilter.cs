using System.Text;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Yorozu.Web.Figures.Block;

/// <summary>Answers <c>csv=ID</c> on any page with the table of the figure block of that id, made from the page itself.</summary>
public sealed class PageTableFilter : IAsyncAlwaysRunResultFilter
{
    public const string Parameter = "csv";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var response = context.HttpContext.Response;
        var id = context.HttpContext.Request.Query[Parameter].ToString();
        if (id.Length == 0 || context.Result is not PageResult || response.StatusCode != StatusCodes.Status200OK)
        {
            await next();
            return;
        }

        var body = response.Body;
        using var page = new MemoryStream();
        response.Body = page;
        await next();
        response.Body = body;

        if (PageTable.Find(Encoding.UTF8.GetString(page.ToArray()), id) is not { } table)
        {
            response.ContentType = null;
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var csv = await table.ToCsvAsync(context.HttpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.ContentLength = csv.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"yorozu-{Uri.EscapeDataString(id)}.csv\"; filename*=UTF-8''{Uri.EscapeDataString(table.Title)}.csv";
        await response.Body.WriteAsync(csv, context.HttpContext.RequestAborted);
    }
}
