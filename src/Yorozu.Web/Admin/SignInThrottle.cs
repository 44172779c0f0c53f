using System.Net;
using System.Threading.RateLimiting;

namespace Yorozu.Web.Admin;

/// <summary>
/// Slows down whoever guesses, and nobody else. A device that has signed in to the account before has attempts of its own.
/// Other devices are counted by network and name, whether or not there is an account of that name. Once a name is guessed
/// at from everywhere, each wide network still has a few attempts an hour: somebody with a new device can sign in whatever
/// others do, and an attacker needs a network for every few guesses.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock) : IDisposable
{
    // No account has a longer one, and keys are kept in memory.
    private const int MaxNameLength = 50;
    private const int MaxKeys = 100_000;

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly AttemptWindows _attempts = new(clock, MaxKeys);

    // Apart from the others: only who has signed in can add to these, and strangers who fill theirs leave them alone.
    private readonly AttemptWindows _known = new(clock, MaxKeys);

    // Hashing is dear: strangers together get one processor, the rest is for readers and admins.
    private readonly ConcurrencyLimiter _hashing =
        new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 16, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>How many counts of strangers are kept.</summary>
    public int Size => _attempts.Size;

    /// <summary>Counts an attempt to sign in. An attempt that is not zero must not look at the password.</summary>
    /// <param name="name">Normalized, as it was typed.</param>
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

    /// <summary>Counts an attempt to confirm one's password within a session.</summary>
    public TimeSpan TakeInSession(string session) => _known.Take(OfSession(session));

    /// <summary>The right password was given: what this device mistyped before does not count. Others of its network stay counted.</summary>
    public void Forget(IPAddress? address, string name, string? device)
    {
        if (device is not null) _known.Forget(OfDevice(device).Key);
        else _attempts.Forget(OfNetwork(address, name).Key);
    }

    public void ForgetInSession(string session) => _known.Forget(OfSession(session).Key);

    /// <summary>Waits for the turn to check a password from an unknown device; not acquired when too many wait already.</summary>
    public ValueTask<RateLimitLease> TurnAsync(CancellationToken cancellationToken) => _hashing.AcquireAsync(1, cancellationToken);

    public void Dispose() => _hashing.Dispose();

    private static AttemptLimit OfDevice(string device) => new($"device {device}", 10, TimeSpan.FromMinutes(15));

    private static AttemptLimit OfNetwork(IPAddress? address, string name) => new($"guess {Network.Of(address)} {name}", 10, Short);

    private static AttemptLimit OfSession(string session) => new($"session {session}", 5, TimeSpan.FromMinutes(15));
}
