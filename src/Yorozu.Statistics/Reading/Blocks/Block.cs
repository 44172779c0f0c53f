using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Blocks;

/// <summary>A piece of a document in reading order, the same for text and HTML.</summary>
internal abstract record Block(SourcePosition Position);

/// <summary>One printed line outside a table.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Text">The line without markup and surrounding space; never empty.</param>
/// <param name="Style">What the markup says about it.</param>
/// <param name="StartsParagraph">False when it continues the previous line without a gap.</param>
internal sealed record Line(SourcePosition Position, string Text, LineStyle Style, bool StartsParagraph) : Block(Position)
{
    /// <summary>The level of a caption, below every heading.</summary>
    public const int CaptionLevel = 8;

    /// <summary>The level of a heading that has none of its own, such as a bold line.</summary>
    public const int BoldLevel = 7;

    /// <summary>1 to 6 for a heading of that level, <see cref="BoldLevel"/>, <see cref="CaptionLevel"/>, or 0 for plain text.</summary>
    public int Level { get; init; }

    /// <summary>True when digits of different elements are adjacent in it.</summary>
    public bool HasSeveralFigures { get; init; }
}

internal enum LineStyle
{
    Plain,
    Heading,

    /// <summary>Part of a menu or footer: not content of this page.</summary>
    Boilerplate,

    /// <summary>A link or button: a heading only for a table without any other.</summary>
    Control,

    /// <summary>The label of the tab or button that opens the panel beginning here.</summary>
    PanelLabel,
}

/// <summary>A table as printed, with spans expanded.</summary>
internal sealed record Grid(SourcePosition Position, IReadOnlyList<GridRow> Rows) : Block(Position);

internal sealed record GridRow(SourcePosition Position, Cell[] Cells)
{
    /// <summary>The text of a cell; empty beyond the last one.</summary>
    public string TextAt(int index) => index < Cells.Length ? Cells[index].Text : "";

    /// <summary>The text of a row with a single text, in its first cell or merged across several; otherwise null.</summary>
    public Cell? OnlyText()
    {
        var first = Cells[0];
        if (first.IsBlank) return null;
        foreach (var cell in Cells.AsSpan(1))
        {
            if (!cell.IsBlank && !(cell.IsSpanned && cell.Text == first.Text)) return null;
        }

        return first;
    }
}

/// <summary>One cell of a grid.</summary>
/// <param name="Text">The text without markup and surrounding space.</param>
/// <param name="Position">Where the cell, or in text its first character, stands.</param>
/// <param name="IsSpanned">True when the text belongs to a merged cell that begins further left or up.</param>
/// <param name="Style">What the markup says about the text.</param>
internal readonly record struct Cell(string Text, SourcePosition Position, bool IsSpanned = false, LineStyle Style = LineStyle.Plain)
{
    public static Cell None => new("", default);

    /// <summary>True when its digits come from different elements, so that the figure is ambiguous.</summary>
    public bool HasSeveralFigures { get; init; }

    public bool IsBlank => Text.Length == 0;
}
