using System.Globalization;

namespace Yorozu.Statistics.Documents;

/// <summary>
/// The problems of a refused document, short enough to read: up to <see cref="MaxSingle"/> of one kind one by one, more of them
/// as one line with their number and the first places.
/// </summary>
/// <param name="Total">The number of problems.</param>
/// <param name="Groups">Single problems or groups of them, in document order.</param>
public sealed record ProblemSummary(int Total, IReadOnlyList<ProblemGroup> Groups)
{
    /// <summary>The largest number of problems of one kind listed one by one.</summary>
    public const int MaxSingle = 3;

    /// <summary>Summarises problems given in document order. Problems that are said in the same words are of one kind.</summary>
    public static ProblemSummary Of(IReadOnlyList<Problem> problems) => new(problems.Count, [.. problems
        .Index()
        .GroupBy(p => (p.Item.Kind, p.Item.Found.Format))
        .SelectMany(g => g.Count() > MaxSingle ? [g.ToList()] : g.Select(p => new List<(int Index, Problem Item)> { p }))
        .OrderBy(g => g[0].Index)
        .Select(g => new ProblemGroup(g[0].Item, [.. g.Skip(1).Select(p => p.Item)]))]);
}

/// <summary>Problems of one kind in one line.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Others">The others, in document order.</param>
public sealed record ProblemGroup(Problem First, IReadOnlyList<Problem> Others)
{
    private const int MaxPlaces = 2;

    /// <summary>The message of the first, and the number and places of the others: … 同じ問題がほかに46件（7行目3文字目など）.</summary>
    public Phrase Message => Others.Count == 0 ? First.Message : new Phrase(
        "{0} 同じ問題がほかに{1}件（{2}など）",
        First.Message,
        Others.Count.ToString("N0", CultureInfo.InvariantCulture),
        Phrase.List("、", Others.Take(MaxPlaces).Select(p => p.Position.Concerned)));
}
