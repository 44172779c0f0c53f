namespace Yorozu.Statistics.Metrics;

/// <summary>A person's decision that a printed name means a known one.</summary>
/// <param name="Kind">A section, metric or part.</param>
/// <param name="MetricKey">The key of the metric it is printed with, a generated one for a metric; empty for a section.</param>
/// <param name="Name">The printed name.</param>
/// <param name="Known">The name of the known section or part, or the key of the known metric.</param>
public sealed record NameDecision(TermKind Kind, string MetricKey, string Name, string Known);

/// <summary>The kinds of names on a page.</summary>
public enum TermKind
{
    /// <summary>区分.</summary>
    Section,

    /// <summary>指標.</summary>
    Metric,

    /// <summary>内訳.</summary>
    Part,

    /// <summary>件, 者, 人 and the like.</summary>
    Unit,
}
