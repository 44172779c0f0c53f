namespace Yorozu.Web.Figures.Block;

/// <summary>How many sums hold, of how many: a link to the ledger in words, shape and colour.</summary>
public sealed record VerificationBadge(int Checked, int Failed, string Href)
{
    public bool Holds => Failed == 0;

    public int Holding => Checked - Failed;
}
