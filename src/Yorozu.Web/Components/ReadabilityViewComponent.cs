using Microsoft.AspNetCore.Mvc;
using Yorozu.Data;
using Yorozu.Data.Extracts;
using Yorozu.Web.Extracts;

namespace Yorozu.Web.Components;

/// <summary>The rules of machine readability and what became of them on the file of the day.</summary>
public sealed class ReadabilityViewComponent(YorozuDbContext db, ReadabilityReport report) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        try
        {
            return View(await report.ForAsync(db, HttpContext.RequestAborted));
        }
        catch (Exception exception) when (ExtractCache.CannotSpool(exception))
        {
            return View(Array.Empty<ReadabilityResult>());
        }
    }
}
