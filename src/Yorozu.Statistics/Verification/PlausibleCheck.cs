namespace Yorozu.Statistics.Verification;

/// <summary>A month lies within the range of its own history.</summary>
internal static class PlausibleCheck
{
    public static IEnumerable<Finding> Run(PublishedTable table, FigureHistory history) => [];
}
