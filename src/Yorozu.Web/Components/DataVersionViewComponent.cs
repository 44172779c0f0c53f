using Microsoft.AspNetCore.Mvc;
using Yorozu.Web.Setup;

namespace Yorozu.Web.Components;

/// <summary>The version of the data a page shows, for the footer.</summary>
public sealed class DataVersionViewComponent(RequestView view) : ViewComponent
{
    public IViewComponentResult Invoke() => view.IsKnown ? View(view.Current) : Content("");
}
