using Microsoft.AspNetCore.Mvc;

namespace Yorozu.Web.Snapshots;

/// <summary>The thin line below the header: what is published up to when, and whether it all adds up.</summary>
public sealed class ReleaseLineViewComponent(RequestSnapshot snapshot) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (!snapshot.IsKnown) return Content("");
        return View(await snapshot.SummaryAsync());
    }
}
