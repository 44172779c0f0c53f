using Microsoft.AspNetCore.Mvc.Filters;

namespace Yorozu.Web.Tests.Caching;

/// <summary>Holds pages that are being made until a test lets them go on.</summary>
internal sealed class PageGate : IAsyncPageFilter
{
    private readonly TaskCompletionSource _entered = new();
    private readonly TaskCompletionSource _open = new();

    /// <summary>How many pages came here.</summary>
    public int Pages { get; private set; }

    /// <summary>When the first page has come here.</summary>
    public Task Entered => _entered.Task;

    public void Open() => _open.SetResult();

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Pages++;
        _entered.TrySetResult();
        await _open.Task;
        await next();
    }
}
