namespace Yorozu.Web.Figures.Views;

/// <summary>The method of class limits.</summary>
public enum ClassMethod
{
    /// <summary>As many members in each class as ties allow (分位).</summary>
    Quantile,

    /// <summary>Steps of equal width from the smallest to the greatest figure (等間隔).</summary>
    EqualSteps,
}

/// <summary>One class: its colour step (0 to 4), the least and greatest figure in it, and how many have it.</summary>
public sealed record ValueClass(int Step, double Least, double Greatest, int Members);

/// <summary>Sorts figures into at most five classes; equal figures are always in the same class.</summary>
public sealed class ValueClasses
{
    private const int MaxClasses = 5;
    private readonly double[] _thresholds;

    private ValueClasses(double[] sorted, double[] thresholds, ClassMethod method, bool isDiverging = false)
    {
        _thresholds = thresholds;
        (Method, IsDiverging) = (method, isDiverging);
        Classes = [.. sorted.GroupBy(Index).Select(g => new ValueClass(Step(g.Key), g.Min(), g.Max(), g.Count()))];
    }

    /// <summary>The non-empty classes, in ascending order.</summary>
    public IReadOnlyList<ValueClass> Classes { get; }

    public ClassMethod Method { get; }

    /// <summary>True for diverging colours around zero.</summary>
    public bool IsDiverging { get; }

    public static ValueClasses Of(IEnumerable<double> values, ClassMethod method = ClassMethod.Quantile)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return new ValueClasses(sorted, [], method);

        var limits = method == ClassMethod.Quantile
            ? QuantileLimits(sorted, MaxClasses)
            : Enumerable.Range(1, MaxClasses - 1).Select(i => Math.BitIncrement(sorted[0] + ((sorted[^1] - sorted[0]) * i / MaxClasses)));
        return new ValueClasses(sorted, [.. limits.Where(limit => limit > sorted[0]).Distinct()], method);
    }

    /// <summary>Changes: two classes of losses (0 and 1), no change (2), two of gains (3 and 4).</summary>
    public static ValueClasses OfChanges(IEnumerable<double> values, ClassMethod method = ClassMethod.Quantile)
    {
        double[] sorted = [.. values.Order()];
        var greatest = sorted.Select(Math.Abs).DefaultIfEmpty(0).Max();
        var (losses, gains) = method == ClassMethod.Quantile
            ? (UpperHalf([.. sorted.Where(v => v < 0)]) ?? double.MinValue, UpperHalf([.. sorted.Where(v => v > 0)]) ?? double.MaxValue)
            : (-greatest / 2, greatest / 2);
        return new ValueClasses(sorted, [losses, 0, double.Epsilon, gains], method, isDiverging: true);
    }

    /// <summary>The colour step of a figure, 0 to 4.</summary>
    public int StepOf(double value) => Step(Index(value));

    /// <summary>The style of a figure: <c>q0</c> to <c>q4</c>, pale to deep, or <c>d0</c> to <c>d4</c>, loss to gain.</summary>
    public string CssClass(int step) => (IsDiverging ? "d" : "q") + step;

    private static double? UpperHalf(double[] side) => side.Length > 1 && side[side.Length / 2] > side[0] ? side[side.Length / 2] : null;

    // A smallest figure that fills more than a class (often zero) has its own class, and the rest share the others.
    private static IEnumerable<double> QuantileLimits(double[] sorted, int classes)
    {
        if (classes == 1) return [];
        if (sorted[sorted.Length / classes] > sorted[0]) return Enumerable.Range(1, classes - 1).Select(i => sorted[sorted.Length * i / classes]);

        double[] rest = [.. sorted.Where(v => v > sorted[0])];
        return rest.Length == 0 ? [] : QuantileLimits(rest, classes - 1).Prepend(rest[0]);
    }

    private int Index(double value) => _thresholds.Count(threshold => value >= threshold);

    // Fewer classes than five spread over the whole range of colours.
    private int Step(int index) => _thresholds.Length == 0 ? 0 : index * (MaxClasses - 1) / _thresholds.Length;
}
