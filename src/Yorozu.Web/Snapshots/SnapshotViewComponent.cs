using Microsoft.AspNetCore.Mvc;

namespace Yorozu.Web.Snapshots;

/// <summary>The version of the data a page shows, for the footer.</summary>
public sealed class SnapshotViewComponent(RequestSnapshot snapshot) : ViewComponent
{
    public IViewComponentResult Invoke() => snapshot.IsKnown ? View(snapshot.Current) : Content("");
}
