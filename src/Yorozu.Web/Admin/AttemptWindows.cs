namespace Yorozu.Web.Admin;

/// <summary>How often something may be tried within a window of time, which opens with the first attempt.</summary>
/// <param name="Key">What the attempts have in common. Never longer than a name and an address: keys are kept in memory.</param>
internal readonly record struct AttemptLimit(string Key, int Max, TimeSpan Window);

/// <summary>Counts attempts. What it keeps is bounded whatever visitors send: at most <paramref name="maxKeys"/> counts.</summary>
internal sealed class AttemptWindows(TimeProvider clock, int maxKeys)
{
    private static readonly TimeSpan Full = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (DateTimeOffset Ends, int Count)> _counts = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep;

    /// <summary>How many counts are kept.</summary>
    public int Size => _counts.Count;

    /// <summary>Counts an attempt under every one of the limits, or under none where one is reached.</summary>
    /// <returns>How long to wait; zero when the attempt may be made.</returns>
    public TimeSpan Take(params ReadOnlySpan<AttemptLimit> limits)
    {
        lock (_counts)
        {
            var now = clock.GetUtcNow();
            var wait = TimeSpan.Zero;
            foreach (var limit in limits)
            {
                var isReached = _counts.TryGetValue(limit.Key, out var count) && count.Ends > now && count.Count >= limit.Max;
                if (isReached && count.Ends - now > wait) wait = count.Ends - now;
            }

            if (wait > TimeSpan.Zero) return wait;
            if (!HasRoom(limits.Length, now)) return Full;
            foreach (var limit in limits)
            {
                var isOpen = _counts.TryGetValue(limit.Key, out var count) && count.Ends > now;
                _counts[limit.Key] = isOpen ? (count.Ends, count.Count + 1) : (now + limit.Window, 1);
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>True when no more attempts are allowed under this limit.</summary>
    public bool IsReached(AttemptLimit limit)
    {
        lock (_counts) return _counts.TryGetValue(limit.Key, out var count) && count.Ends > clock.GetUtcNow() && count.Count >= limit.Max;
    }

    /// <summary>Counts from zero again.</summary>
    public void Forget(string key)
    {
        lock (_counts) _counts.Remove(key);
    }

    // Closed windows go once a minute at most, so that a full table does not make every attempt a walk through it.
    private bool HasRoom(int needed, DateTimeOffset now)
    {
        if (_counts.Count + needed <= maxKeys) return true;
        if (now < _nextSweep) return false;
        _nextSweep = now + Full;
        foreach (var (key, count) in _counts)
        {
            if (count.Ends <= now) _counts.Remove(key);
        }

        return _counts.Count + needed <= maxKeys;
    }
}
