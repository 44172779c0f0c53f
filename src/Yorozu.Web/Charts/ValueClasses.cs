namespace Yorozu.Web.Charts;

/// <summary>How the limits of map classes are found.</summary>
public enum ClassMethod
{
    /// <summary>As many prefectures in each class as ties allow (分位).</summary>
    Quantile,

    /// <summary>Steps of equal width from the least to the greatest (等間隔).</summary>
    EqualSteps,
}

/// <summary>One class of a map: its colour step (0 to 4), the least and greatest figure in it, and how many have it.</summary>
public sealed record ValueClass(int Step, long Least, long Greatest, int Members);

/// <summary>Sorts figures into at most five classes; equal figures are always in the same class.</summary>
public sealed class ValueClasses
{
    private const int MostClasses = 5;
    private readonly long[] _thresholds;

    private ValueClasses(long[] sorted, long[] thresholds)
    {
        _thresholds = thresholds;
        Classes = [.. sorted.GroupBy(Index).Select(g => new ValueClass(Step(g.Key), g.Min(), g.Max(), g.Count()))];
    }

    /// <summary>The classes that have members, from the least figures to the greatest.</summary>
    public IReadOnlyList<ValueClass> Classes { get; }

    public static ValueClasses Of(IEnumerable<long> values, ClassMethod method = ClassMethod.Quantile)
    {
        long[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return new ValueClasses(sorted, []);

        var limits = method == ClassMethod.Quantile
            ? QuantileLimits(sorted, MostClasses)
            : Enumerable.Range(1, MostClasses - 1).Select(i => sorted[0] + ((sorted[^1] - sorted[0]) * i / MostClasses) + 1);
        return new ValueClasses(sorted, [.. limits.Where(limit => limit > sorted[0]).Distinct()]);
    }

    /// <summary>The colour step of a figure, 0 (pale) to 4 (deep).</summary>
    public int StepOf(long value) => Step(Index(value));

    // Where the least figure fills more than a class (often zero), it has one of its own and the rest share the others.
    private static IEnumerable<long> QuantileLimits(long[] sorted, int classes)
    {
        if (classes == 1) return [];
        if (sorted[sorted.Length / classes] > sorted[0]) return Enumerable.Range(1, classes - 1).Select(i => sorted[sorted.Length * i / classes]);

        long[] rest = [.. sorted.Where(v => v > sorted[0])];
        return rest.Length == 0 ? [] : QuantileLimits(rest, classes - 1).Prepend(rest[0]);
    }

    private int Index(long value) => _thresholds.Count(threshold => value >= threshold);

    // Fewer classes than five spread over the whole range of colours.
    private int Step(int index) => _thresholds.Length == 0 ? 0 : index * (MostClasses - 1) / _thresholds.Length;
}
