using System.Text.Json.Serialization;

namespace Yorozu.Statistics.References;

/// <summary>What a reference table is: the content of the JSON file beside its figures.</summary>
/// <param name="Name">Its name, such as 人口.</param>
/// <param name="EnglishName">Its name in English.</param>
/// <param name="Unit">The unit of its figures, such as 人.</param>
/// <param name="Per">How many a rate refers to, 1 to 1,000,000.</param>
/// <param name="Date">The day the figures refer to.</param>
/// <param name="Source">Who published them, and in what.</param>
/// <param name="Licence">Under which terms.</param>
public sealed record ReferenceDescription(string Name, string EnglishName, string Unit, int Per, DateOnly Date, string Source, string Licence)
{
    /// <summary>The largest <see cref="Per"/>.</summary>
    public const int MaxPer = 1_000_000;

    /// <summary>No text is longer.</summary>
    public const int MaxLength = 200;

    /// <summary>The source in English; empty where there is none.</summary>
    public string EnglishSource { get; init; } = "";

    /// <summary>The texts that no description leaves out, by their names in the file.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, string Text)> Texts =>
        [("name", Name), ("englishName", EnglishName), ("unit", Unit), ("source", Source), ("licence", Licence)];
}
