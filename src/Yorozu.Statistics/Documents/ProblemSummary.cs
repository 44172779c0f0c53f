using System.Globalization;

namespace Yorozu.Statistics.Documents;

/// <summary>
/// The problems of a refused document, short enough to read: each one when there are at most
/// <see cref="MaxSingle"/>, otherwise one line with a count for each kind of problem in each table.
/// </summary>
/// <param name="Total">The number of problems.</param>
/// <param name="Groups">Single problems or groups of them, in document order.</param>
public sealed record ProblemSummary(int Total, IReadOnlyList<ProblemGroup> Groups)
{
    /// <summary>The largest number of problems listed one by one.</summary>
    public const int MaxSingle = 50;

    /// <summary>Summarises problems given in document order.</summary>
    public static ProblemSummary Of(IReadOnlyList<Problem> problems)
    {
        if (problems.Count <= MaxSingle) return new ProblemSummary(problems.Count, [.. problems.Select(p => new ProblemGroup(p, 1))]);
        var groups = problems.GroupBy(p => (p.Kind, p.Table)).Select(g => new ProblemGroup(g.First(), g.Count())).ToList();

        // A page of two hundred broken tables would still be too long.
        if (groups.Count > MaxSingle) groups = [.. problems.GroupBy(p => p.Kind).Select(g => new ProblemGroup(g.First(), g.Count()))];
        return new ProblemSummary(problems.Count, groups);
    }
}

/// <summary>Problems of one kind in one line.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are, including the first.</param>
public sealed record ProblemGroup(Problem First, int Count)
{
    /// <summary>The message of the first, and the number of others: … ほか46件.</summary>
    public Phrase Message => Count == 1 ? First.Message : new Phrase("{0} ほか{1}件", First.Message, (Count - 1).ToString("N0", CultureInfo.InvariantCulture));
}
