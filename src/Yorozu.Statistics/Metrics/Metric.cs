using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Metrics;

/// <summary>
/// What a table counts (指標). A metric is identified by its section and name, never by the number printed before it.
/// </summary>
/// <param name="Key">Stable key used in addresses, CSV and API, such as <c>one-stop-consultations</c>.</param>
/// <param name="Section">The section's name without its printed number (区分); empty where the page has no sections.</param>
/// <param name="Name">The name from the catalogue or the page, such as 相談対応件数.</param>
/// <param name="Unit">件, 者 or 人; empty when neither page nor catalogue gives one.</param>
public sealed record Metric(string Key, string Section, string Name, string Unit)
{
    /// <summary>The heading over lettered metrics (指標群), or empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>An English label; empty for a metric the catalogue does not know.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>An English unit of its own; empty where that of the term is meant.</summary>
    public string EnglishUnit { get; init; } = "";

    /// <summary>How this site computes the figures; null for published counts.</summary>
    public Formula? Formula { get; init; }

    /// <summary>
    /// True for a metric divided by another. Its single months mislead: the year to date is shown unless they are asked for.
    /// </summary>
    public bool IsIndicator => Formula?.Denominator is not null;

    /// <summary>The sub-columns of one month (内訳) in printed order; empty where a month is one column.</summary>
    public IReadOnlyList<MetricPart> Parts { get; init; } = [];

    /// <summary>Keys of similar metrics with another definition: shown side by side, never joined into one series.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>The metric's index in the catalogue; <see cref="int.MaxValue"/> for an unknown metric.</summary>
    public int Order { get; init; } = int.MaxValue;

    /// <summary>True for a percentage: it changes by points, not by percent of itself.</summary>
    public bool IsPercentage => Unit == "%";

    /// <summary>The metric counted in this unit, or in its own if that is empty. An English unit is that of the catalogue's unit.</summary>
    public Metric In(string unit) => unit.Length == 0 || unit == Unit ? this : this with { Unit = unit, EnglishUnit = "" };

    /// <summary>True when the catalogue lists the metric; false for a new one (新しい指標) under a generated key.</summary>
    public bool IsCatalogued => Order != int.MaxValue;
}

/// <summary>A sub-column of one month (内訳).</summary>
/// <param name="Key">Stable key, such as <c>trainee</c>.</param>
/// <param name="Name">The printed name, such as トレーニー.</param>
public sealed partial record MetricPart(string Key, string Name)
{
    /// <summary>An English label; empty for a part the catalogue does not know.</summary>
    public string EnglishName { get; init; } = "";

    /// <summary>True for the printed name of the total sub-column: 合計 or 計 with any spacing or marks.</summary>
    public static bool IsTotal(string name) => Label.Plain(name) is "合計" or "計";

    /// <summary>True for a part that others already include (内数): うちオンライン, オンライン（再掲）. It is not added to a total.</summary>
    public static bool IsOfWhich(string name) => OfWhich().IsMatch(Label.Plain(name));

    /// <summary>The main one of a table's parts: the total, or without one the last that no other part includes.</summary>
    /// <param name="names">The printed names, at least one.</param>
    public static string MainOf(IReadOnlyList<string> names) => names.FirstOrDefault(IsTotal) ?? names.LastOrDefault(n => !IsOfWhich(n)) ?? names[^1];

    [GeneratedRegex(@"^[(\[]?(?:うち|内数|再掲|内、)|[(\[](?:うち[^()\[\]]*|内数|再掲)[)\]]$", RegexOptions.CultureInvariant)]
    private static partial Regex OfWhich();
}
