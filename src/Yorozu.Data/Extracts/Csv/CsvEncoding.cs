using System.Text;
using Yorozu.Data.Extracts.Parameters;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>
/// Encodes text in one of the three encodings. Characters that Shift_JIS (Windows-31J) lacks become 〓, the typesetter's mark
/// for a missing letter, and are recorded so that they can be reported, instead of a silent <c>?</c>.
/// </summary>
public sealed class CsvEncoding
{
    // The same character with two code points: the left one is Unicode's for JIS X 0208, the right one Microsoft's.
    private static readonly Dictionary<char, char> Twins = new()
    {
        ['\u301C'] = '\uFF5E',
        ['\u2016'] = '\u2225',
        ['\u2212'] = '\uFF0D',
        ['\u2014'] = '\u2015',
        ['\u00A2'] = '\uFFE0',
        ['\u00A3'] = '\uFFE1',
        ['\u00AC'] = '\uFFE2',
        ['\u00A0'] = ' ',
    };

    private readonly Missing _missing = new();
    private readonly Encoding _encoding;

    public CsvEncoding(string name)
    {
        Name = name;
        _encoding = name == CsvFormat.ShiftJis
            ? CodePagesEncodingProvider.Instance.GetEncoding(932, _missing, DecoderFallback.ExceptionFallback)!
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    }

    public string Name { get; }

    /// <summary>The charset in a Content-Type.</summary>
    public string Charset => Name == CsvFormat.ShiftJis ? "Shift_JIS" : "utf-8";

    public ReadOnlySpan<byte> Preamble => Name == CsvFormat.Utf8Bom ? "\uFEFF"u8 : [];

    /// <summary>The characters replaced so far, as <c>U+20BB7</c>, sorted.</summary>
    public IReadOnlyList<string> Replaced => [.. _missing.Found.Select(rune => $"U+{rune:X4}")];

    public byte[] GetBytes(string text) => _encoding.GetBytes(
        Name == CsvFormat.ShiftJis && text.AsSpan().IndexOfAny([.. Twins.Keys]) >= 0 ? string.Concat(text.Select(c => Twins.GetValueOrDefault(c, c))) : text);

    private sealed class Missing : EncoderFallback
    {
        public SortedSet<int> Found { get; } = [];

        public override int MaxCharCount => 1;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer(Found);
    }

    private sealed class Buffer(SortedSet<int> found) : EncoderFallbackBuffer
    {
        private int _left;

        public override int Remaining => _left;

        public override bool Fallback(char charUnknown, int index) => Replace(charUnknown);

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Replace(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => _left-- > 0 ? '〓' : '\0';

        public override bool MovePrevious() => false;

        public override void Reset() => _left = 0;

        private bool Replace(int rune)
        {
            found.Add(rune);
            _left = 1;
            return true;
        }
    }
}
