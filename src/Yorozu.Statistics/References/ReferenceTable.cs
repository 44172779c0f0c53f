using System.Globalization;

namespace Yorozu.Statistics.References;

/// <summary>A figure of each prefecture from another source, to relate metrics to its size (参照表): the population, for example.</summary>
/// <param name="Key">Stable key used in addresses and files, such as <c>population</c>.</param>
/// <param name="About">What it is, and where it comes from.</param>
/// <param name="Values">47 figures above zero, in code order.</param>
public sealed record ReferenceTable(string Key, ReferenceDescription About, IReadOnlyList<long> Values)
{
    /// <summary>How many a rate refers to: 100,000.</summary>
    public int Per => About.Per;

    /// <summary>10万人: how many a rate refers to, with the unit.</summary>
    public string Unit => (Per % 10_000 == 0 ? $"{Text(Per / 10_000)}万" : Text(Per)) + About.Unit;

    /// <summary>100,000: how many a rate refers to.</summary>
    public string EnglishPer => Text(Per);

    /// <summary>100,000 inhabitants.</summary>
    public string EnglishUnit => $"{EnglishPer} {About.EnglishName.ToLowerInvariant()}";

    /// <summary>The figure of a prefecture; that of 全国 is the sum of the 47.</summary>
    public long Of(Area area) => area.IsNation ? Values.Sum() : Values[area.Number - 1];

    private static string Text(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
