using System.Threading.RateLimiting;

namespace Yorozu.Web.Admin;

/// <summary>
/// Slows down guessing, by address and by name, whether or not there is an account of that name. The lockout of an
/// account comes on top of it; this is also what bounds guesses made at the same moment.
/// </summary>
public sealed class SignInThrottle : IDisposable
{
    private const int PerName = 10;
    private const int PerAddress = 30;

    // No account has a longer one, and keys are kept in memory.
    private const int LongestName = 50;

    private readonly PartitionedRateLimiter<(string Address, string Name)> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Name), string>(attempt => Window(attempt.Name.Length > LongestName ? "" : attempt.Name, PerName)),
        PartitionedRateLimiter.Create<(string Address, string Name), string>(attempt => Window(attempt.Address, PerAddress)));

    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(5);

    public bool Allows(string address, string name)
    {
        using var lease = _limiter.AttemptAcquire((address, name));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<string> Window(string key, int limit) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Pause });
}
