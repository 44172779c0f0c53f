using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Blocks;

/// <summary>Converts character indexes of a text, in ascending order, to line and column.</summary>
internal sealed class SourcePlaces(string text)
{
    private int _line = 1;
    private int _lineStart;
    private int _seen;

    /// <summary>The position of the character at this index.</summary>
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

    /// <summary>The rest of the line from the character at this index.</summary>
    public string LineAt(int index) => text[index..].Split('\n', 2)[0].TrimEnd('\r');
}
