using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Reading.Decoding;

/// <summary>Detects the encoding of bytes that are not UTF-8: the most plausible one.</summary>
internal static partial class JapaneseEncoding
{
    private const int DeclarationLength = 4096;
    private const char Undecodable = '\uFFFD';

    private static readonly (string Name, Encoding Encoding)[] Candidates =
    [
        ("shift_jis", CodePage(932)),
        ("euc-jp", CodePage(51932)),
        ("utf-8", new UTF8Encoding(false)),
    ];

    public static DocumentText Detect(ReadOnlySpan<byte> bytes)
    {
        var declared = Declared(bytes);
        var best = new DocumentText("", "");
        var least = int.MaxValue;
        foreach (var (name, encoding) in Candidates.OrderBy(c => c.Name == declared ? 0 : 1))
        {
            var text = encoding.GetString(bytes);
            var nonsense = Nonsense(text);
            if (nonsense >= least) continue;
            (best, least) = (new DocumentText(text, name), nonsense);
        }

        return best;
    }

    /// <summary>Wrongly decoded Japanese contains half-width katakana, private use characters and invalid bytes.</summary>
    private static int Nonsense(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c == Undecodable) count += 20;
            else if (c is (>= '\uFF61' and <= '\uFF9F') or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and <= '\u009F')) count++;
        }

        return count;
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        return Declaration().Match(head).Groups["name"].Value.ToLowerInvariant() switch
        {
            "shift_jis" or "shift-jis" or "sjis" or "x-sjis" or "windows-31j" or "cp932" or "ms932" => "shift_jis",
            "euc-jp" or "x-euc-jp" or "eucjp" => "euc-jp",
            _ => null,
        };
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    [GeneratedRegex("(?:charset|encoding)\\s*=\\s*[\"']?\\s*(?<name>[A-Za-z0-9_-]+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
