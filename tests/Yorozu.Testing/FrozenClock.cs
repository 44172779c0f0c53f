namespace Yorozu.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FrozenClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    /// <summary>Friday 2026-05-15, 09:00 in Japan.</summary>
    public FrozenClock()
        : this(new DateTimeOffset(2026, 5, 15, 0, 0, 0, TimeSpan.Zero))
    {
    }

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>To nine in the morning in Japan of a day.</summary>
    public void AdvanceTo(int year, int month, int day) => _now = new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.FromHours(9)).ToUniversalTime();

    public override DateTimeOffset GetUtcNow() => _now;
}
