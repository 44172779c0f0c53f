using Yorozu.Data.Queries.Releases;

namespace Yorozu.Web.Figures.Block;

/// <summary>How many sums passed, of how many: a link to the part of the ledger that shows just these sums, in words, shape and colour.</summary>
public sealed record VerificationBadge(int Checked, int Failed, string Href)
{
    public bool Passed => Failed == 0;

    public int Holding => Checked - Failed;
}

public static class VerificationBadges
{
    /// <summary>The sums of one release, which its own page shows.</summary>
    public static VerificationBadge Badge(this ReleaseChanges release) => new(release.Checked, release.Failed, $"/releases/{release.Id}#failures");
}
