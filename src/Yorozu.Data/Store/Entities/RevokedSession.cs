namespace Yorozu.Data.Store.Entities;

/// <summary>A session that was signed out: its cookie may be kept somewhere, and is good for nothing.</summary>
public sealed class RevokedSession
{
    public required string Id { get; set; }

    /// <summary>When the session would have ended by itself: after that nothing needs to be remembered.</summary>
    public DateTimeOffset Until { get; set; }
}
