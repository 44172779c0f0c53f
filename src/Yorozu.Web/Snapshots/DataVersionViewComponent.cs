using Microsoft.AspNetCore.Mvc;

namespace Yorozu.Web.Snapshots;

/// <summary>The version of the data a page shows, for the footer.</summary>
public sealed class DataVersionViewComponent(RequestView view) : ViewComponent
{
    public IViewComponentResult Invoke() => view.IsKnown ? View(view.Current) : Content("");
}
