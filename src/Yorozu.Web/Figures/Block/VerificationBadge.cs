using Yorozu.Data.Queries.Releases;

namespace Yorozu.Web.Figures.Block;

/// <summary>The number of passed sums and of all sums, in words, shape and colour: a link to the ledger with these sums.</summary>
public sealed record VerificationBadge(int Checked, int Failed, string Href)
{
    public bool Passed => Failed == 0;

    public int PassedCount => Checked - Failed;
}

public static class VerificationBadges
{
    /// <summary>The sums of one release, linked to its page.</summary>
    public static VerificationBadge Badge(this ReleaseChanges release) => new(release.Checked, release.Failed, $"/releases/{release.Id}#failures");
}
