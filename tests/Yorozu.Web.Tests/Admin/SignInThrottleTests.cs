using System.Net;
using Yorozu.Testing;
using Yorozu.Web.Admin.Sessions;

namespace Yorozu.Web.Tests.Admin;

public sealed class SignInThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");

    private readonly FrozenClock _clock = new();

    [Fact]
    public void Every_name_and_network_is_counted_by_itself_and_all_impossible_names_as_one()
    {
        using var throttle = new SignInThrottle(_clock);

        Count(12, _ => throttle.Take(Here, "A", null)).Should().Be(10);
        throttle.Take(Here, "B", null).Should().Be(TimeSpan.Zero);
        Count(40, i => throttle.Take(IPAddress.Parse("192.0.2.2"), $"N{i}", null)).Should().Be(30);
        Count(40, i => throttle.Take(IPAddress.Parse("192.0.2.3"), i + new string('N', 50), null)).Should().Be(10);
        throttle.Take(IPAddress.Parse("::ffff:192.0.2.1"), "A", null).Should().BePositive("it is the same address");
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.255", "203.0.112.1")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:ffff::1", "2001:db8:2:2::1")]
    public void Once_a_name_is_guessed_from_everywhere_a_wide_network_counts_as_one(string address, string neighbour, string elsewhere)
    {
        using var throttle = new SignInThrottle(_clock);
        Count(100, i => throttle.Take(IPAddress.Parse($"198.51.{i}.1"), "SATO", null)).Should().Be(100);

        Count(3, i => throttle.Take(IPAddress.Parse(i % 2 == 0 ? address : neighbour), "SATO", null)).Should().Be(3);

        throttle.Take(IPAddress.Parse(neighbour), "SATO", null).Should().BePositive();
        throttle.Take(IPAddress.Parse(elsewhere), "SATO", null).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void At_five_guesses_per_second_for_an_hour_a_hundred_are_checked_and_a_known_device_can_sign_in()
    {
        using var throttle = new SignInThrottle(_clock);
        var looked = 0;
        for (var second = 0; second < 3600; second++)
        {
            looked += Count(5, _ => throttle.Take(Here, "SATO", null));
            throttle.Take(Here, "SATO", "laptop").Should().Be(TimeSpan.Zero, "of second {0}", second);
            throttle.Forget(Here, "SATO", "laptop");
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        looked.Should().Be(100 + 3, "a hundred an hour for a name, then three for a wide network");
        throttle.Take(IPAddress.Parse("198.51.100.1"), "SATO", null).Should().Be(TimeSpan.Zero, "of a new device elsewhere");
    }

    [Fact]
    public void Memory_is_bounded_and_a_known_device_does_not_compete_with_unauthenticated_attempts()
    {
        using var throttle = new SignInThrottle(_clock);
        for (var i = 0; i < 200_000; i++) throttle.Take(new IPAddress(0x20_01_00_00L + i), $"N{i}", null);

        throttle.Size.Should().BeLessThanOrEqualTo(100_000);
        throttle.Take(Here, "SATO", "laptop").Should().Be(TimeSpan.Zero);
        throttle.Take(Here, "SUZUKI", null).Should().Be(TimeSpan.FromMinutes(1), "there is no room for another unauthenticated attempt");
        _clock.Advance(TimeSpan.FromHours(1));
        throttle.Take(Here, "SUZUKI", null).Should().Be(TimeSpan.Zero);
        throttle.Size.Should().Be(3);
    }

    [Fact]
    public async Task Unauthenticated_passwords_are_hashed_one_at_a_time_and_few_wait()
    {
        using var throttle = new SignInThrottle(_clock);

        var first = await throttle.TurnAsync(default);
        var waiting = Enumerable.Range(0, 16).Select(_ => throttle.TurnAsync(default).AsTask()).ToList();
        var turnedAway = throttle.TurnAsync(default);

        first.IsAcquired.Should().BeTrue();
        waiting.Should().OnlyContain(w => !w.IsCompleted);
        turnedAway.IsCompleted.Should().BeTrue();
        (await turnedAway).IsAcquired.Should().BeFalse();
        first.Dispose();
        (await waiting[0]).IsAcquired.Should().BeTrue();
        waiting[1].IsCompleted.Should().BeFalse();
    }

    private static int Count(int attempts, Func<int, TimeSpan> take) => Enumerable.Range(0, attempts).Count(i => take(i) == TimeSpan.Zero);
}
