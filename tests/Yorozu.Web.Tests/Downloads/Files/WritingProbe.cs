using System.Collections.Concurrent;
using System.Threading.Channels;
using Yorozu.Data.Extracts;
using Yorozu.Web.Downloads.Files;

namespace Yorozu.Web.Tests.Downloads.Files;

/// <summary>Files whose writing goes on until the test lets it end, and that tell when it starts and stops.</summary>
internal sealed class WritingProbe(ExtractCache cache)
{
    /// <summary>Upper bound of any wait here.</summary>
    public static readonly TimeSpan Never = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _stopped = new();
    private readonly Channel<string> _started = Channel.CreateUnbounded<string>();
    private readonly Lock _counting = new();
    private int _running;
    private int _maxRunning;

    public ConcurrentQueue<string> Started { get; } = [];

    public int MaxRunning => _maxRunning;

    /// <summary>True for files made from others.</summary>
    public bool UsesFiles { get; init; }

    public void End() => _end.SetResult();

    public Task<(CachedExtract Extract, FileStream Content)> OpenAsync(string key, CancellationToken cancellationToken = default) =>
        cache.OpenAsync(key, (_, path, token) => WriteAsync(key, path, token), cancellationToken, UsesFiles);

    /// <summary>Waits until one more has started.</summary>
    public Task StartedAsync() => _started.Reader.ReadAsync().AsTask().WaitAsync(Never);

    /// <summary>Waits until the writing of a file has been given up.</summary>
    public Task StoppedAsync(string key) => Stopped(key).Task.WaitAsync(Never);

    private TaskCompletionSource Stopped(string key) =>
        _stopped.GetOrAdd(key, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task<ExtractSummary> WriteAsync(string key, string path, CancellationToken cancellationToken)
    {
        lock (_counting) _maxRunning = Math.Max(_maxRunning, ++_running);
        Started.Enqueue(key);
        _started.Writer.TryWrite(key);
        try
        {
            await File.WriteAllTextAsync(path, key, cancellationToken);
            await _end.Task.WaitAsync(cancellationToken);
            return new ExtractSummary(1, []);
        }
        catch (OperationCanceledException)
        {
            Stopped(key).TrySetResult();
            throw;
        }
        finally
        {
            lock (_counting) _running--;
        }
    }
}
