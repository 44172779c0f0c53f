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
    public const int MaxClasses = 5;

    // Two of 47 may be one too many, one too few.
    private const int Uneven = 2;

    // A tenth of a percent, the finest that is printed.
    private const double NoChange = 0.001;
    private readonly double[] _thresholds;
    private readonly Func<double, double> _printed;

    private ValueClasses(double[] sorted, double[] thresholds, ClassMethod method, Func<double, double> printed, bool isDiverging = false)
    {
        (_thresholds, _printed) = (thresholds, printed);
        (Method, IsDiverging) = (method, isDiverging);
        Classes = [.. sorted.GroupBy(Index).Select(g => new ValueClass(Step(g.Key), g.Min(), g.Max(), g.Count()))];
    }

    /// <summary>The non-empty classes, in ascending order.</summary>
    public IReadOnlyList<ValueClass> Classes { get; }

    public ClassMethod Method { get; }

    /// <summary>True for diverging colours around zero.</summary>
    public bool IsDiverging { get; }

    /// <summary>The limits of the classes of changes, on either side of zero.</summary>
    public (double Small, double Great) Limits => (_thresholds[2], _thresholds[3]);

    /// <summary>False where ties leave fewer classes, or classes of quite different numbers.</summary>
    public bool IsEven => Classes.Count == MaxClasses && Classes.Max(c => c.Members) - Classes.Min(c => c.Members) <= Uneven;

    /// <param name="printed">Rounds a figure as it is printed: figures that read the same are in one class.</param>
    public static ValueClasses Of(IEnumerable<double> values, ClassMethod method = ClassMethod.Quantile, Func<double, double>? printed = null)
    {
        var round = printed ?? (v => v);
        double[] sorted = [.. values.Select(round).Order()];
        if (sorted.Length == 0) return new ValueClasses(sorted, [], method, round);

        var limits = method == ClassMethod.Quantile
            ? QuantileLimits(sorted, MaxClasses)
            : Enumerable.Range(1, MaxClasses - 1).Select(i => Math.BitIncrement(sorted[0] + ((sorted[^1] - sorted[0]) * i / MaxClasses)));
        return new ValueClasses(sorted, [.. limits.Where(limit => limit > sorted[0]).Distinct()], method, round);
    }

    /// <summary>
    /// Changes: great and small losses (0 and 1), hardly any change (2), small and great gains (3 and 4), with the same limits on both sides.
    /// </summary>
    public static ValueClasses OfChanges(IEnumerable<double> values, ClassMethod method = ClassMethod.Quantile)
    {
        double[] sorted = [.. values.Select(PrintedChange).Order()];
        double[] sizes = [.. sorted.Where(v => v != 0).Select(Math.Abs).Order()];
        var (small, great) = (sizes, method) switch
        {
            ([], _) => (0, 0),
            (_, ClassMethod.Quantile) => (sizes[sizes.Length / 5], sizes[sizes.Length * 3 / 5]),
            _ => (sizes[^1] / 5, sizes[^1] * 3 / 5),
        };
        // Limits that can be read, and no change is always in the middle.
        (small, great) = (Math.Max(NoChange, Math.Round(small, 3)), Math.Max(NoChange, Math.Round(great, 3)));
        return new ValueClasses(sorted, [Math.BitIncrement(-great), Math.BitIncrement(-small), small, great], method, PrintedChange, isDiverging: true);
    }

    /// <summary>The colour step of a figure, 0 to 4.</summary>
    public int StepOf(double value) => Step(Index(value));

    /// <summary>The style of a figure: <c>q0</c> to <c>q4</c>, pale to deep, or <c>d0</c> to <c>d4</c>, loss to gain.</summary>
    public string CssClass(int step) => (IsDiverging ? "d" : "q") + step;

    // A smallest figure that fills more than a class (often zero) has its own class, and the rest share the others.
    private static IEnumerable<double> QuantileLimits(double[] sorted, int classes)
    {
        if (classes == 1) return [];
        if (sorted[sorted.Length / classes] > sorted[0]) return Enumerable.Range(1, classes - 1).Select(i => sorted[sorted.Length * i / classes]);

        double[] rest = [.. sorted.Where(v => v > sorted[0])];
        return rest.Length == 0 ? [] : QuantileLimits(rest, classes - 1).Prepend(rest[0]);
    }

    private static double PrintedChange(double change) => Math.Round(change, 3);

    // Figures are sorted as they are printed.
    private int Index(double value)
    {
        var shown = _printed(value);
        return _thresholds.Count(threshold => shown >= threshold);
    }

    // Fewer classes than five spread over the whole range of colours.
    private int Step(int index) => _thresholds.Length == 0 ? 0 : index * (MaxClasses - 1) / _thresholds.Length;
}
