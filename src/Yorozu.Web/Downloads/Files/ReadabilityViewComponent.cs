using Microsoft.AspNetCore.Mvc;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Snapshots;

namespace Yorozu.Web.Downloads.Files;

/// <summary>The rules of machine readability and what became of them on the file of the day.</summary>
public sealed class ReadabilityViewComponent(YorozuDbContext db, RequestView view, ReadabilityReport report) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var latest = view.Current.Latest;
        try
        {
            return View(new ReadabilityAnswer(await report.ForAsync(db, new DataState(new StoreView(latest.Number, latest, null), latest.ChangedAt), HttpContext.RequestAborted)));
        }
        catch (Exception exception) when (ExtractCache.CannotSpool(exception))
        {
            // To be tried again, hence not kept.
            HttpContext.Response.Headers.CacheControl = "no-store";
            return View(new ReadabilityAnswer([]));
        }
    }
}
