using Yorozu.Data.Audit;

namespace Yorozu.Data.Publishing;

/// <summary>How an attempt to withdraw a release ended. Only <see cref="Withdrawn"/> changed the public data.</summary>
public abstract record WithdrawalOutcome
{
    private WithdrawalOutcome(LogOutcome logged) => Logged = logged;

    public LogOutcome Logged { get; }

    /// <summary>The release no longer counts.</summary>
    public sealed record Withdrawn(long DataVersion) : WithdrawalOutcome(LogOutcome.Withdrawn);

    /// <summary>Something else was published or withdrawn since: look at what would change again.</summary>
    public sealed record Conflict() : WithdrawalOutcome(LogOutcome.Conflict);

    /// <summary>Nobody said why.</summary>
    public sealed record NoteMissing() : WithdrawalOutcome(LogOutcome.NoteMissing);

    /// <summary>The note is longer than <see cref="PublicNote.MaxLength"/>.</summary>
    public sealed record NoteTooLong() : WithdrawalOutcome(LogOutcome.Refused);

    /// <summary>There is no such release, or it is withdrawn already.</summary>
    public sealed record Gone() : WithdrawalOutcome(LogOutcome.Gone);
}
