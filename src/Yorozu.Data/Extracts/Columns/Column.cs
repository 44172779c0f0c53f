using System.Globalization;
using System.Text.Json.Nodes;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Columns;

/// <summary>The type of a column's values.</summary>
public enum ColumnType
{
    Text,
    Count,
    Ratio,
    Month,
    Date,
    Time,
    Flag,
}

/// <summary>A foreign key: the values of a column are those of another dataset's column.</summary>
public sealed record ColumnReference(string Dataset, string Column);

/// <summary>The description of a column in schemas and dictionaries.</summary>
/// <param name="Name">The heading and the name in schemas: lower case, a contract.</param>
/// <param name="JapaneseName">The heading with <c>lang=ja</c>.</param>
/// <param name="Description">What it means, in Japanese.</param>
/// <param name="EnglishDescription">The same in English.</param>
public abstract record Column(string Name, string JapaneseName, ColumnType Type, string Description, string EnglishDescription)
{
    /// <summary>True when no row leaves it empty.</summary>
    public bool IsRequired { get; init; }

    public ColumnReference? References { get; init; }

    /// <summary>True for a number that names something, such as a year: written without separators.</summary>
    public bool IsIdentifier { get; init; }

    /// <summary>The name in databases, where some names would need quotes.</summary>
    public string SqlName { get; init; } = Name;

    /// <summary>How wide it is on a sheet, in characters; null for the width of its type.</summary>
    public int? Width { get; init; }

    /// <summary>All values it can have; empty when there is no short list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A choice as a JSON value.</summary>
    public JsonNode ChoiceValue(string choice) => Type == ColumnType.Flag ? int.Parse(choice, CultureInfo.InvariantCulture) : choice;

    public static Column<TRow> Text<TRow>(string name, string japaneseName, Func<TRow, string> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Text, description, english, (row, writer) => writer.WriteText(value(row)));

    public static Column<TRow> Count<TRow>(string name, string japaneseName, Func<TRow, long?> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Count, description, english, (row, writer) => writer.WriteNumber(value(row)));

    public static Column<TRow> Ratio<TRow>(string name, string japaneseName, Func<TRow, double?> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Ratio, description, english, (row, writer) => writer.WriteRatio(value(row)));

    public static Column<TRow> Month<TRow>(string name, string japaneseName, Func<TRow, YearMonth?> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Month, description, english, (row, writer) => writer.WriteMonth(value(row)));

    public static Column<TRow> Date<TRow>(string name, string japaneseName, Func<TRow, DateOnly> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Date, description, english, (row, writer) => writer.WriteDate(value(row)));

    public static Column<TRow> Time<TRow>(string name, string japaneseName, Func<TRow, DateTimeOffset> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Time, description, english, (row, writer) => writer.WriteText(value(row).ToUtcText()));

    public static Column<TRow> Flag<TRow>(string name, string japaneseName, Func<TRow, bool> value, string description, string english) =>
        new(name, japaneseName, ColumnType.Flag, description, english, (row, writer) => writer.WriteNumber(value(row) ? 1 : 0)) { Choices = ["0", "1"] };
}

/// <summary>A column with its value: the only declaration for every format, schema and dictionary.</summary>
/// <param name="Write">Writes the column's value of a row.</param>
public sealed record Column<TRow>(
    string Name, string JapaneseName, ColumnType Type, string Description, string EnglishDescription, Action<TRow, IRowWriter> Write)
    : Column(Name, JapaneseName, Type, Description, EnglishDescription)
{
    /// <summary>The text in English; null where it is the same in every language. What has no English stays as published.</summary>
    public Func<TRow, string>? English { get; init; }

    /// <summary>The column with its texts in English.</summary>
    public Column<TRow> ToEnglish() => English is { } english ? this with { Write = (row, writer) => writer.WriteText(english(row)) } : this;

    /// <summary>The same column for a row type that contains this one.</summary>
    public Column<TOuter> Of<TOuter>(Func<TOuter, TRow> inner) =>
        new(Name, JapaneseName, Type, Description, EnglishDescription, (outer, writer) => Write(inner(outer), writer))
        {
            IsRequired = IsRequired,
            References = References,
            IsIdentifier = IsIdentifier,
            SqlName = SqlName,
            Width = Width,
            English = English is { } english ? outer => english(inner(outer)) : null,
            Choices = Choices,
        };
}

internal static class ColumnLanguage
{
    /// <summary>The columns with their texts in English, if that is asked for.</summary>
    public static IReadOnlyList<Column<TRow>> In<TRow>(this IReadOnlyList<Column<TRow>> columns, bool english) =>
        english ? [.. columns.Select(c => c.ToEnglish())] : columns;
}
