namespace Yorozu.Data.Store.Entities;

/// <summary>A revoked session: its cookie is no longer valid.</summary>
public sealed class RevokedSession
{
    public required string Id { get; set; }

    /// <summary>When the session would have expired; the row can be deleted then.</summary>
    public DateTimeOffset Until { get; set; }
}
