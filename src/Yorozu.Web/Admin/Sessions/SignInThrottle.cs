using System.Net;
using System.Threading.RateLimiting;

namespace Yorozu.Web.Admin.Sessions;

/// <summary>
/// Throttles password guessing without locking out admins. A device that has signed in to the account before has its own
/// attempts. Other devices are counted by network and name, whether or not the account exists. Under a distributed attack on a
/// name, each wide network still has a few attempts per hour: an admin with a new device can sign in, and an attacker needs
/// another network for every few guesses.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock) : IDisposable
{
    // No account has a longer name, and keys are kept in memory.
    private const int MaxNameLength = 50;
    private const int MaxKeys = 100_000;

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly AttemptWindows _attempts = new(clock, MaxKeys);

    // Separate counts: only signed-in admins add to these, and unauthenticated attempts cannot evict them.
    private readonly AttemptWindows _known = new(clock, MaxKeys);

    // Hashing is expensive: unauthenticated attempts share one processor, the rest is for readers and admins.
    private readonly ConcurrencyLimiter _hashing =
        new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 16, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>The number of counts of unauthenticated attempts.</summary>
    public int Size => _attempts.Size;

    /// <summary>Counts a sign-in attempt. The password must not be checked unless the wait is zero.</summary>
    /// <param name="name">The entered name, normalized.</param>
    /// <param name="device">The device, if the account knows it.</param>
    /// <returns>How long to wait; zero when the password may be checked.</returns>
    public TimeSpan Take(IPAddress? address, string name, string? device)
    {
        if (device is not null && _known.Take(OfDevice(device)) == TimeSpan.Zero) return TimeSpan.Zero;

        if (name.Length > MaxNameLength) name = "";
        var everybody = new AttemptLimit($"name {name}", 100, Hour);
        var own = OfNetwork(address, name);
        var any = new AttemptLimit($"network {Network.Of(address)}", 30, Short);
        if (!_attempts.IsReached(everybody)) return _attempts.Take(own, any, everybody);
        return _attempts.Take(own, any, new AttemptLimit($"wide {Network.Wide(address)} {name}", 3, Hour));
    }

    /// <summary>Counts an attempt to confirm the password within a session.</summary>
    public TimeSpan TakeInSession(string session) => _known.Take(OfSession(session));

    /// <summary>Resets the failed attempts of this device after the right password. Those of its network stay.</summary>
    public void Forget(IPAddress? address, string name, string? device)
    {
        if (device is not null) _known.Forget(OfDevice(device).Key);
        else _attempts.Forget(OfNetwork(address, name).Key);
    }

    public void ForgetInSession(string session) => _known.Forget(OfSession(session).Key);

    /// <summary>Waits in the queue to check a password from an unknown device; not acquired when the queue is full.</summary>
    public ValueTask<RateLimitLease> TurnAsync(CancellationToken cancellationToken) => _hashing.AcquireAsync(1, cancellationToken);

    public void Dispose() => _hashing.Dispose();

    private static AttemptLimit OfDevice(string device) => new($"device {device}", 10, TimeSpan.FromMinutes(15));

    private static AttemptLimit OfNetwork(IPAddress? address, string name) => new($"guess {Network.Of(address)} {name}", 10, Short);

    private static AttemptLimit OfSession(string session) => new($"session {session}", 5, TimeSpan.FromMinutes(15));
}
