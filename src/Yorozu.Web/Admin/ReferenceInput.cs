using System.Globalization;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.References;

namespace Yorozu.Web.Admin;

/// <summary>The fields of the form for a reference table.</summary>
public sealed record ReferenceInput
{
    public string? Key { get; init; }

    public string? Name { get; init; }

    public string? EnglishName { get; init; }

    public string? Unit { get; init; }

    public string? Per { get; init; }

    public string? Date { get; init; }

    public string? Source { get; init; }

    public string? EnglishSource { get; init; }

    public string? Licence { get; init; }

    /// <summary>The CSV.</summary>
    public string? Figures { get; init; }

    /// <summary>The language of the CSV; null while there is none.</summary>
    public string? Language => Figures is null ? null : "ja";

    /// <summary>Every field with its name in the form.</summary>
    public IEnumerable<(string Name, string? Value)> Fields =>
    [
        ("key", Key), ("name", Name), ("englishName", EnglishName), ("unit", Unit), ("per", Per), ("date", Date),
        ("source", Source), ("englishSource", EnglishSource), ("licence", Licence), ("figures", Figures),
    ];

    /// <summary>The fields as the file beside the figures would have them; what is missing or malformed is for the reader to refuse.</summary>
    public ReferenceDescription ToDescription()
    {
        _ = int.TryParse(Per, NumberStyles.None, CultureInfo.InvariantCulture, out var per);
        _ = IsoDate.TryParse(Date, out var date);
        return new(Name ?? "", EnglishName ?? "", Unit ?? "", per, date, Source ?? "", Licence ?? "") { EnglishSource = EnglishSource ?? "" };
    }
}

/// <summary>A reference table before it is set: its 47 figures beside those that stand.</summary>
/// <param name="Before">Null for a new table.</param>
public sealed record ReferencePreview(ReferenceTable Table, ReferenceTable? Before, IReadOnlyList<ReferencePreviewLine> Lines)
{
    public static ReferencePreview Of(ReferenceTable table, ReferenceTable? before) => new(
        table,
        before,
        [.. Area.All.Skip(1).Append(Area.Nation)
            .Select(a => new ReferencePreviewLine(a, before?.Of(a), table.Of(a), Ratio.Change(table.Of(a), before?.Of(a))))]);
}

/// <summary>An area of the table.</summary>
public sealed record ReferencePreviewLine(Area Area, long? Before, long After, double? Change);
