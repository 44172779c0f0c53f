namespace Yorozu.Data.Store.Entities;

/// <summary>Somebody who may publish (管理者). There is one kind of account: whoever has one may do everything below <c>/admin</c>.</summary>
public sealed class Account
{
    public int Id { get; set; }

    /// <summary>The name to sign in with. Nothing public shows it: who knows it can guess at the password.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is looked up: case does not matter.</summary>
    public string NormalizedName { get; set; } = "";

    /// <summary>How the account signs what it publishes, in public; null for 「管理者」.</summary>
    public string? DisplayName { get; set; }

    public string PasswordHash { get; set; } = "";

    /// <summary>Changes with the password and with "sign out everywhere"; a session or known device that carries another one is over.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Changes with every change of the row, so that of two changes at once the second is refused.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}
