using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Publishing;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Web.Telemetry;

namespace Yorozu.Web.Previews;

/// <summary>
/// A copy of the store with an upload published in it, and the services of the program on that copy: caches of their own, so that
/// no figure of a preview gets to the public. One copy at a time, made anew after any action of an admin.
/// </summary>
/// <param name="services">Those of the program.</param>
/// <param name="host">Made of them.</param>
public sealed class PreviewStore(IServiceCollection services, IServiceProvider host, DataDirectory directory) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly string _folder = Path.Combine(directory.Path, "preview");
    private Copy? _current;

    /// <summary>Runs a request on the copy, one at a time.</summary>
    /// <param name="answer">Gets the preview and the services of the request.</param>
    /// <returns>False when the upload is no longer staged or cannot be published.</returns>
    public async Task<bool> UseAsync(int upload, Func<Preview, IServiceProvider, Task> answer, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await OpenAsync(upload, cancellationToken) is not { } copy) return false;
            await using var scope = copy.Services.CreateAsyncScope();
            await answer(copy.Preview, scope.ServiceProvider);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        Remove();
        _turn.Dispose();
    }

    private async Task<Copy?> OpenAsync(int upload, CancellationToken cancellationToken)
    {
        var state = await StateAsync(cancellationToken);
        if (_current is { } kept && kept.Preview.Upload.Id == upload && kept.State == state && File.Exists(kept.Directory.DatabasePath)) return kept;

        Remove();
        var copy = new DataDirectory(Path.Combine(_folder, Guid.NewGuid().ToString("N")));
        Directory.CreateDirectory(copy.Path);
        await StoreBackup.WriteAsync(directory.DatabasePath, copy.DatabasePath);
        var own = ServicesOn(copy);
        if (await PublishAsync(own, upload, cancellationToken) is { } preview) return _current = new Copy(preview, state, copy, own);
        await own.DisposeAsync();
        return null;
    }

    /// <summary>What every action of an admin and every publication changes.</summary>
    private async Task<(Snapshot Snapshot, long Actions)> StateAsync(CancellationToken cancellationToken)
    {
        await using var scope = host.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YorozuDbContext>();
        return (await db.LatestSnapshotAsync(cancellationToken), await db.LogEntries.MaxAsync(l => (long?)l.Id, cancellationToken) ?? 0);
    }

    private static async Task<Preview?> PublishAsync(ServiceProvider own, int upload, CancellationToken cancellationToken)
    {
        await using var scope = own.CreateAsyncScope();
        var review = await scope.ServiceProvider.GetRequiredService<StagingArea>().ReviewAsync(upload, cancellationToken);
        if (review?.Proposal.Page is not { } page) return null;
        var outcome = await scope.ServiceProvider.GetRequiredService<Importer>().RehearseAsync(review.Proposal, review.Upload.PublishedOn, cancellationToken);
        return outcome is PublishOutcome.Published ? new Preview(review.Upload, page.FiscalYear, page.AsOf) : null;
    }

    private ServiceProvider ServicesOn(DataDirectory copy)
    {
        var own = new ServiceCollection();
        // Nothing runs by itself on a copy.
        foreach (var service in services.Where(s => s.ServiceType != typeof(IHostedService))) own.Add(service);
        own.Replace(ServiceDescriptor.Singleton(copy));
        // They write and count for the program as a whole.
        own.Replace(ServiceDescriptor.Singleton(host.GetRequiredService<ILoggerFactory>()));
        own.Replace(ServiceDescriptor.Singleton(host.GetRequiredService<WebMeter>()));
        return own.BuildServiceProvider();
    }

    private void Remove()
    {
        _current?.Services.Dispose();
        _current = null;
        // With what a killed process left.
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private sealed record Copy(Preview Preview, (Snapshot Snapshot, long Actions) State, DataDirectory Directory, ServiceProvider Services);
}
