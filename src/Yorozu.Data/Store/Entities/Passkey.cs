namespace Yorozu.Data.Store.Entities;

/// <summary>A passkey: signs in to its account instead of the password. The private key never leaves the admin's device.</summary>
public sealed class Passkey
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    /// <summary>Chosen by the device; unique.</summary>
    public required byte[] CredentialId { get; set; }

    /// <summary>What the admin calls it, such as the device it is on.</summary>
    public required string Name { get; set; }

    /// <summary>In the format of COSE.</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>Counts the uses, if the device counts: a lower number than before tells of a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>How a browser reaches the device, such as <c>internal</c>, with a blank between; may be empty.</summary>
    public required string Transports { get; set; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}
