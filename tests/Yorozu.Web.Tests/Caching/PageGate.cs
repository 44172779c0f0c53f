using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Yorozu.Web.Tests.Caching;

/// <summary>Holds pages that are being made until a test lets them go on.</summary>
/// <param name="requests">How many requests <see cref="Arrived"/> waits for.</param>
internal sealed class PageGate(int requests = 1) : IAsyncPageFilter, IStartupFilter
{
    private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _entered = new();
    private readonly TaskCompletionSource _open = new();
    private int _requests;

    /// <summary>How many pages came here.</summary>
    public int Pages { get; private set; }

    /// <summary>When that many requests have reached the host.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>When the first page has come here.</summary>
    public Task Entered => _entered.Task;

    public void Open() => _open.SetResult();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((_, following) =>
        {
            if (Interlocked.Increment(ref _requests) == requests) _arrived.SetResult();
            return following();
        });
        next(app);
    };

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Pages++;
        _entered.TrySetResult();
        await _open.Task;
        await next();
    }
}
