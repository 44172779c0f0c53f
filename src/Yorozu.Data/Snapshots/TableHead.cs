using Yorozu.Statistics;

namespace Yorozu.Data.Snapshots;

/// <summary>What is printed with the figures of a metric and year, and where they come from.</summary>
/// <param name="Heading">The heading as printed, such as <c>3.課題解決件数(件)</c>.</param>
/// <param name="Definition">The definition as printed; empty where there is none.</param>
/// <param name="Notes">The notes as printed, one a line.</param>
/// <param name="HasCumulative">False when the page prints no 累計値 and only Yorozu's running total exists.</param>
public sealed record TableHead(string Heading, string Definition, string Notes, bool HasCumulative)
{
    /// <summary>Printed names of the sub-columns; one empty name where there are none.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Those of all current tables of the year.</summary>
    public IReadOnlyList<string> PartsOfAll { get; init; } = [];

    public required TableSource Source { get; init; }
}

/// <summary>The release of a table, and the number of checked and failed sums in it.</summary>
public sealed record TableSource(int ReleaseId, YearMonth AsOf, string FileName, int Checked, int Failed);
