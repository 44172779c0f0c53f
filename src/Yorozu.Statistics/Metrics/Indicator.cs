using System.Collections.Immutable;
using System.Text.Json;

namespace Yorozu.Statistics.Metrics;

/// <summary>A ratio of two published metrics that this site computes (本サイトの計算).</summary>
/// <param name="Key">Stable key used in addresses, CSV and API, such as <c>one-stop-phase2-share</c>; never that of a metric.</param>
/// <param name="Name">The name in Japanese.</param>
/// <param name="EnglishName">The name in English.</param>
/// <param name="Numerator">The key of the metric that is divided.</param>
/// <param name="Denominator">The key of the metric that it is divided by.</param>
/// <param name="Unit">% for percent, otherwise the units of both metrics, such as 件/者.</param>
/// <param name="Caution">What a reader may take it for and it is not.</param>
/// <param name="EnglishCaution">The same in English.</param>
public sealed record Indicator(
    string Key, string Name, string EnglishName, string Numerator, string Denominator, string Unit, string Caution, string EnglishCaution)
{
    private static readonly Lazy<ImmutableArray<Indicator>> BuiltIn = new(Load);

    /// <summary>The unit in English; empty where it is the same.</summary>
    public string EnglishUnit { get; init; } = "";

    /// <summary>What the quotient is multiplied by.</summary>
    public int Scale => Unit == "%" ? 100 : 1;

    /// <summary>All indicators, in the order of pages and files.</summary>
    public static ImmutableArray<Indicator> All => BuiltIn.Value;

    /// <summary>The indicator with this key, or null.</summary>
    public static Indicator? Find(string key) => All.FirstOrDefault(i => i.Key == key);

    /// <summary>The ratio as a metric, so that it is shown like one.</summary>
    /// <param name="numerator">The metric that is divided, as published.</param>
    /// <param name="denominator">The metric that it is divided by, as published.</param>
    public Metric Of(Metric numerator, Metric denominator) => new(Key, Formula.Section, Name, Unit)
    {
        EnglishName = EnglishName,
        EnglishUnit = EnglishUnit,
        Formula = new Formula(numerator, denominator, null, Scale, Unit == "%" ? 1 : 2) { Caution = Caution, EnglishCaution = EnglishCaution },
    };

    /// <summary>The same of the metrics as the catalogue has them, for an indicator that is not published.</summary>
    public Metric OfCatalogue() => Of(MetricCatalogue.Default.Find(Numerator)!, MetricCatalogue.Default.Find(Denominator)!);

    private static ImmutableArray<Indicator> Load()
    {
        using var stream = typeof(Indicator).Assembly.GetManifestResourceStream("Yorozu.Statistics.indicators.json")!;
        return [.. JsonSerializer.Deserialize<Indicator[]>(stream, JsonSerializerOptions.Web)!];
    }
}
