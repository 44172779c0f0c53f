using System.Buffers;
using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>Collects the visible text of a page or a cell into lines.</summary>
internal sealed class HtmlFlow(ReadingLimits limits, bool isCell)
{
    private static readonly SearchValues<char> SpacesAndUnseen = SearchValues.Create(" \t\n\r\f" + Markup.UnseenCharacters);

    private readonly StringBuilder _line = new();
    private readonly StringBuilder _struck = new();
    private SourcePosition _position;
    private int _figureElement;
    private bool _hasSeveralFigures;
    private bool _startsParagraph = true;
    private int _level;
    private bool _isAside;
    private bool _isControl;
    private bool _spaceIsNewline;

    public List<Block> Blocks { get; } = [];

    public void Append(ReadOnlySpan<char> text, SourcePosition position, OpenElements elements)
    {
        if (elements.IsStruck)
        {
            _struck.Append(text);
            return;
        }

        if (elements.IsCopy && HasText && EndsWith(text.Trim())) return;
        if (!text.IsWhiteSpace())
        {
            if (!elements.IsSuperscript) CheckFigures(text, elements.Id);
            var isControl = elements.IsControl || elements.IsAside;
            (_level, _isAside, _isControl) = HasText
                ? (elements.HeadingLevel > 0 ? _level : 0, _isAside && elements.IsAside, _isControl && isControl)
                : (elements.HeadingLevel, elements.IsAside, isControl);
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

    /// <summary>Ends the line: at a line break, or at the edge of a paragraph.</summary>
    public void Break(bool isParagraph)
    {
        var text = _line.ToString().Trim();
        // Deleted text is not a figure; it is kept only where nothing replaces it.
        if (text.Length == 0 && _struck.ToString().Trim() is { Length: > 0 } struck) text = $"~~{struck}~~";
        _line.Clear();
        _struck.Clear();
        if (text.Length > 0)
        {
            // The first line of a cell is already counted as a cell.
            if (!isCell || Blocks.Count > 0) limits.CountLine(_position);
            var style = _isAside ? LineStyle.Boilerplate : _isControl ? LineStyle.Control : _level > 0 ? LineStyle.Heading : LineStyle.Plain;
            Blocks.Add(new Line(_position, text, style, _startsParagraph) { Level = _level, HasSeveralFigures = _hasSeveralFigures });
            _startsParagraph = false;
        }

        _startsParagraph |= isParagraph;
        (_figureElement, _hasSeveralFigures) = (0, false);
    }

    /// <summary>Adds the label of a panel that begins here.</summary>
    public void AddLabel(string label, SourcePosition position)
    {
        Break(true);
        limits.CountLine(position);
        Blocks.Add(new Line(position, label, LineStyle.PanelLabel, true) { Level = Line.BoldLevel });
    }

    public void Add(IEnumerable<Block> blocks)
    {
        Break(true);
        Blocks.AddRange(blocks);
    }

    /// <summary>Digits of adjacent elements without a separator make the figure ambiguous, unless they begin with a note mark.</summary>
    private void CheckFigures(ReadOnlySpan<char> text, int element)
    {
        if (HasText && text.TrimStart().TrimStart("(（") is ['※' or '＊' or '*' or '注' or '†' or '‡', ..]) return;
        var first = text.IndexOfAnyInRange('0', '9') is >= 0 and var half ? half : text.IndexOfAnyInRange('０', '９');
        if (first < 0) return;
        if (_figureElement > 0 && _figureElement != element)
        {
            var isJoined = (HasText && _line[^1] is ',' or '，') || text.TrimStart() is [',' or '，', ..];
            _hasSeveralFigures |= !isJoined;
        }

        _figureElement = element;
    }

    private bool EndsWith(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || _line.Length < text.Length) return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (_line[_line.Length - text.Length + i] != text[i]) return false;
        }

        return true;
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
        // A line break within Japanese text is not a space.
        if (_line.Length > 1 && _line[^1] == ' ' && _spaceIsNewline && IsJapanese(_line[^2]) && IsJapanese(text[0])) _line.Length--;
        _spaceIsNewline = false;
        if (!isSuperscript) _line.Append(text);
        foreach (var c in isSuperscript ? text : []) _line.Append(Superscript(c));
    }

    private static bool IsJapanese(char c) => c >= '\u3000';

    // A superscript note number is not part of the figure.
    private static char Superscript(char c) => c is >= '0' and <= '9' ? "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0'] : c;
}
