using System.Buffers;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>Collects the text of a page or of one cell, as printed, into lines.</summary>
internal sealed class HtmlFlow(ReadingLimits limits, bool isCell)
{
    private static readonly SearchValues<char> SpacesAndUnseen = SearchValues.Create(" \t\n\r\f" + Markup.UnseenCharacters);

    private readonly StringBuilder _line = new();
    private SourcePosition _position;
    private bool _startsParagraph = true;
    private bool _isHeading;
    private bool _isFurniture;
    private bool _spaceIsNewline;

    public List<Block> Blocks { get; } = [];

    public void Append(ReadOnlySpan<char> text, SourcePosition position, OpenElements elements)
    {
        if (!text.IsWhiteSpace())
        {
            (_isHeading, _isFurniture) = HasText ? (_isHeading && elements.IsHeading, _isFurniture && elements.IsFurniture) : (elements.IsHeading, elements.IsFurniture);
            if (!HasText) _position = position;
        }

        while (text.IndexOfAny(SpacesAndUnseen) is >= 0 and var length)
        {
            AppendPrinted(text[..length], elements.IsSuperscript);
            if (!Markup.IsUnseen(text[length])) AppendSpace(text[length] == '\n');
            text = text[(length + 1)..];
        }

        AppendPrinted(text, elements.IsSuperscript);
    }

    /// <summary>Marks text that is struck out: it is printed, but a figure in it is no figure.</summary>
    public void AppendMark(string mark) => _line.Append(mark);

    /// <summary>Ends the line: at a line break, or at the edge of a paragraph.</summary>
    public void Break(bool isParagraph)
    {
        var text = _line.ToString().Trim();
        _line.Clear();
        if (text.Length > 0)
        {
            // A cell of one line is counted as a cell.
            if (!isCell || Blocks.Count > 0) limits.CountLine(_position);
            Blocks.Add(new Line(_position, text, _isFurniture ? LineStyle.Furniture : _isHeading ? LineStyle.Heading : LineStyle.Plain, _startsParagraph));
            _startsParagraph = false;
        }

        _startsParagraph |= isParagraph;
    }

    public void Add(IEnumerable<Block> blocks)
    {
        Break(true);
        Blocks.AddRange(blocks);
    }

    // No line begins with a space.
    private bool HasText => _line.Length > 0;

    private void AppendSpace(bool isNewline)
    {
        if (_line.Length == 0 || _line[^1] == ' ')
        {
            _spaceIsNewline |= isNewline;
            return;
        }

        _line.Append(' ');
        _spaceIsNewline = isNewline;
    }

    private void AppendPrinted(ReadOnlySpan<char> text, bool isSuperscript)
    {
        if (text.IsEmpty) return;
        // The source is wrapped in the middle of Japanese text, where a line break is no space.
        if (_line.Length > 1 && _line[^1] == ' ' && _spaceIsNewline && IsJapanese(_line[^2]) && IsJapanese(text[0])) _line.Length--;
        _spaceIsNewline = false;
        if (!isSuperscript) _line.Append(text);
        foreach (var c in isSuperscript ? text : []) _line.Append(Superscript(c));
    }

    private static bool IsJapanese(char c) => c >= '\u3000';

    // A note number set above a figure is not part of it.
    private static char Superscript(char c) => c is >= '0' and <= '9' ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'] : c;
}
