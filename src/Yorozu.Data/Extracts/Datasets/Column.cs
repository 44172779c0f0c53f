namespace Yorozu.Data.Extracts.Datasets;

/// <summary>What kind of value a column holds.</summary>
public enum ColumnType
{
    Text,
    Count,
    Month,
    Time,
    Flag,
}

/// <summary>A column of an extract: the one place its heading, type and meaning are written down.</summary>
/// <param name="Name">The heading, and the name in schemas: lower case, a contract.</param>
/// <param name="JapaneseName">The heading with <c>lang=ja</c>.</param>
/// <param name="Description">What it means, in Japanese, for the data dictionary.</param>
public sealed record Column(string Name, string JapaneseName, ColumnType Type, string Description)
{
    /// <summary>True when no row leaves it empty.</summary>
    public bool Required { get; init; }
}
