using System.Text;

namespace Yorozu.Statistics.Reading;

/// <summary>Collects the text of a page or of one cell, as printed, into lines.</summary>
internal sealed class HtmlFlow(ReadingLimits limits, bool isCell)
{
    private readonly StringBuilder _line = new();
    private SourcePosition _position;
    private bool _startsParagraph = true;
    private bool _isHeading;
    private bool _isFurniture;
    private bool _spaceIsNewline;

    public List<Block> Blocks { get; private set; } = [];

    public void Append(ReadOnlySpan<char> text, SourcePosition position, OpenElements elements)
    {
        if (!text.IsWhiteSpace())
        {
            (_isHeading, _isFurniture) = HasText ? (_isHeading && elements.IsHeading, _isFurniture && elements.IsFurniture) : (elements.IsHeading, elements.IsFurniture);
            if (!HasText) _position = position;
        }

        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f') AppendSpace(c == '\n');
            else if (!Markup.IsUnseen(c)) AppendPrinted(elements.IsSuperscript ? Superscript(c) : c);
        }
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

    /// <summary>Hands over the blocks and begins anew.</summary>
    public List<Block> Take()
    {
        Break(true);
        var blocks = Blocks;
        if (blocks.Count > 0) Blocks = [];
        return blocks;
    }

    private bool HasText => _line.Length > 0 && !(_line.Length == 1 && _line[0] == ' ');

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

    private void AppendPrinted(char c)
    {
        // The source is wrapped in the middle of Japanese text, where a line break is no space.
        if (_line.Length > 1 && _line[^1] == ' ' && _spaceIsNewline && IsJapanese(_line[^2]) && IsJapanese(c)) _line.Length--;
        _line.Append(c);
        _spaceIsNewline = false;
    }

    private static bool IsJapanese(char c) => c >= '\u3000';

    // A note number set above a figure is not part of it.
    private static char Superscript(char c) => c is >= '0' and <= '9' ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'] : c;
}
