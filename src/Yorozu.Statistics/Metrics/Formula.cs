using Yorozu.Statistics.References;

namespace Yorozu.Statistics.Metrics;

/// <summary>How this site computes the figures of a ratio: a metric divided by another metric or by a reference table.</summary>
/// <param name="Numerator">The metric that is divided.</param>
/// <param name="Denominator">The metric that it is divided by; null for a reference table.</param>
/// <param name="Reference">The table that it is divided by; null for a metric.</param>
/// <param name="Scale">What the quotient is multiplied by.</param>
/// <param name="Decimals">How many decimals a page prints; of all but percentages as many as their size asks for.</param>
public sealed record Formula(Metric Numerator, Metric? Denominator, ReferenceTable? Reference, int Scale, int Decimals)
{
    /// <summary>The section that indicators are listed in; marks them wherever a metric is named with its section.</summary>
    public const string Section = "本サイトの計算";

    /// <summary>What a reader may take it for and it is not; empty for figures per head.</summary>
    public string Caution { get; init; } = "";

    /// <summary>The same in English.</summary>
    public string EnglishCaution { get; init; } = "";

    /// <summary>A metric per head: its figures divided by those of a reference table.</summary>
    public static Metric PerHead(Metric metric, ReferenceTable reference) => metric with
    {
        Unit = $"{metric.Unit}/{reference.Unit}",
        EnglishUnit = $"{EnglishUnitOf(metric)}/{reference.EnglishPer}",
        Related = [],
        Parts = [],
        Formula = new Formula(metric, null, reference, reference.Per, 1),
    };

    private static string EnglishUnitOf(Metric metric) => metric.EnglishUnit.Length > 0
        ? metric.EnglishUnit
        : MetricCatalogue.Default.EnglishUnit(metric.Key, metric.Unit) ?? metric.Unit;
}
