
namespace Yorozu.Web.Admin.Sessions;

/// <summary>A limit of attempts per time window. The window opens with the first attempt.</summary>
/// <param name="Key">What the attempts share. At most as long as a name and an address: keys are kept in memory.</param>
internal readonly record struct AttemptLimit(string Key, int Max, TimeSpan Window);

/// <summary>Counts attempts. Memory is bounded: at most <paramref name="maxKeys"/> counts.</summary>
internal sealed class AttemptWindows(TimeProvider clock, int maxKeys)
{
    private static readonly TimeSpan Full = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (DateTimeOffset Ends, int Count)> _counts = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep;

    /// <summary>The number of counts in memory.</summary>
    public int Size => _counts.Count;

    /// <summary>Counts an attempt under all limits, or under none when one is reached.</summary>
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

    /// <summary>Resets the count.</summary>
    public void Forget(string key)
    {
        lock (_counts) _counts.Remove(key);
    }

    // Remove closed windows at most once a minute, so that attempts do not scan a full table.
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
