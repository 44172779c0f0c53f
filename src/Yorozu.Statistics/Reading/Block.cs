namespace Yorozu.Statistics.Reading;

/// <summary>A piece of a document in reading order, the same for text and HTML.</summary>
internal abstract record Block(SourcePosition Position);

/// <summary>One printed line outside a table.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Text">The line without markup and surrounding space.</param>
/// <param name="Style">What the markup says about it.</param>
/// <param name="StartsParagraph">False when it goes on the line before without a gap.</param>
internal sealed record Line(SourcePosition Position, string Text, LineStyle Style, bool StartsParagraph) : Block(Position);

internal enum LineStyle
{
    Plain,
    Heading,

    /// <summary>All of it is a link: a way to another page, so it says nothing about this one.</summary>
    Link,
}

/// <summary>A table as printed, spans expanded.</summary>
internal sealed record Grid(SourcePosition Position, IReadOnlyList<GridRow> Rows) : Block(Position);

internal sealed record GridRow(SourcePosition Position, Cell[] Cells);

/// <summary>One cell of a grid.</summary>
/// <param name="Text">The text without markup and surrounding space.</param>
/// <param name="Position">Where the cell, or in text its first character, stands.</param>
/// <param name="IsSpanned">True when the text belongs to a merged cell that begins further left or up.</param>
internal readonly record struct Cell(string Text, SourcePosition Position, bool IsSpanned = false)
{
    public bool IsBlank => Text.Length == 0;
}
