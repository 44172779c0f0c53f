namespace Yorozu.Data.Publishing;

/// <summary>How an attempt to withdraw a release ended.</summary>
public abstract record WithdrawalOutcome
{
    private WithdrawalOutcome()
    {
    }

    /// <summary>The release no longer counts.</summary>
    public sealed record Withdrawn(long DataVersion) : WithdrawalOutcome;

    /// <summary>Something else was published or withdrawn since: look at what would change again.</summary>
    public sealed record BaseMoved(long DataVersion) : WithdrawalOutcome;
}
