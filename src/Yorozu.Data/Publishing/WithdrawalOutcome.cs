using Yorozu.Data.Audit;

namespace Yorozu.Data.Publishing;

/// <summary>The outcome of an attempt to withdraw a release. Only <see cref="Withdrawn"/> changed the public data.</summary>
public abstract record WithdrawalOutcome
{
    private WithdrawalOutcome(LogOutcome logged) => Logged = logged;

    public LogOutcome Logged { get; }

    /// <summary>The release is withdrawn.</summary>
    public sealed record Withdrawn(long DataVersion) : WithdrawalOutcome(LogOutcome.Withdrawn);

    /// <summary>Something else was published or withdrawn since the plan: review the changes again.</summary>
    public sealed record Conflict() : WithdrawalOutcome(LogOutcome.Conflict);

    /// <summary>The note is missing.</summary>
    public sealed record NoteMissing() : WithdrawalOutcome(LogOutcome.NoteMissing);

    /// <summary>The note is longer than <see cref="PublicNote.MaxLength"/>.</summary>
    public sealed record NoteTooLong() : WithdrawalOutcome(LogOutcome.Refused);

    /// <summary>The release does not exist or is already withdrawn.</summary>
    public sealed record Gone() : WithdrawalOutcome(LogOutcome.Gone);
}
