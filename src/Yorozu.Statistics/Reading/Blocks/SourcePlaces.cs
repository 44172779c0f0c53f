using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Blocks;

/// <summary>Line and column of places in a text that are asked for from front to back.</summary>
internal sealed class SourcePlaces(string text)
{
    private int _line = 1;
    private int _lineStart;
    private int _seen;

    /// <summary>The place of the character at this index.</summary>
    public SourcePosition At(int index)
    {
        index = Math.Clamp(index, _seen, text.Length);
        while (text.AsSpan(_seen, index - _seen).IndexOf('\n') is >= 0 and var newline)
        {
            _line++;
            _seen += newline + 1;
            _lineStart = _seen;
        }

        _seen = index;
        return SourcePosition.InText(_line, index - _lineStart + 1);
    }
}
