namespace Yorozu.Data.Store.Entities;

/// <summary>An admin (管理者), who may publish. There are no roles: every account may do everything below <c>/admin</c>.</summary>
public sealed class Account
{
    public int Id { get; set; }

    /// <summary>The sign-in name. Never public, because it allows guessing the password.</summary>
    public required string Name { get; set; }

    /// <summary>The name for case-insensitive lookup.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>The public display name for publications; null for 「管理者」.</summary>
    public string? DisplayName { get; set; }

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with the password and with "sign out everywhere", which invalidates sessions and known devices with another stamp.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Changes with every update of the row, so that the second of two concurrent updates is refused.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
