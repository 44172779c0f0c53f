using Microsoft.AspNetCore.Mvc;

namespace Yorozu.Web.Snapshots;

/// <summary>The line below the header: the last published month and the state of verification.</summary>
public sealed class ReleaseLineViewComponent(RequestSnapshot snapshot) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        if (!snapshot.IsKnown) return Content("");
        return View(await snapshot.SummaryAsync());
    }
}
