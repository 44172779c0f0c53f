using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Decoding;

/// <summary>The text of a document and the encoding of its bytes.</summary>
internal sealed record DocumentText(string Text, string EncodingName)
{
    // More of them, and more than one in a hundred characters, are no slip in a text: the place of the first says nothing.
    private const int MaxStray = 10;

    private const char Escape = '\u001B';

    private const char Undecodable = '\uFFFD';

    private static readonly Phrase Supported = new Phrase("UTF-8、UTF-16、Shift_JIS、EUC-JPのどれかで保存したテキストまたはHTML、またはExcelブック（.xlsx）");

    private static readonly (string Name, Encoding Encoding)[] Marked =
        [("utf-8", Encoding.UTF8), ("utf-16le", Encoding.Unicode), ("utf-16be", Encoding.BigEndianUnicode)];

    private static readonly SearchValues<char> NoText =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Except("\t\n\r\v\f"), Undecodable]);

    /// <summary>Decodes the bytes. Adds a problem and returns null when they are not text.</summary>
    public static DocumentText? Decode(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (ForeignFile.Of(bytes) is { } foreign)
        {
            Refuse(ProblemKind.ForeignFile, foreign, problems);
            return null;
        }

        var text = Decode(bytes);
        return text.Check(problems) ? text : null;
    }

    /// <summary>True for a file of a kind that is never read, whatever its size.</summary>
    public static bool IsForeign(ReadOnlySpan<byte> bytes) => ForeignFile.Of(bytes) is not null;

    private static DocumentText Decode(ReadOnlySpan<byte> bytes)
    {
        foreach (var (name, encoding) in Marked)
        {
            if (bytes.StartsWith(encoding.Preamble)) return new DocumentText(encoding.GetString(bytes[encoding.Preamble.Length..]), name);
        }

        return Utf8.IsValid(bytes) ? new DocumentText(Encoding.UTF8.GetString(bytes), "utf-8") : JapaneseEncoding.Detect(bytes);
    }

    private bool Check(ProblemList problems)
    {
        if (Text.AsSpan().IsWhiteSpace())
        {
            Refuse(ProblemKind.Empty, ForeignFile.Empty, problems);
            return false;
        }

        var found = Text.AsSpan().IndexOfAny(NoText);
        // DOS editors end a file with Ctrl-Z.
        if (found < 0 || (Text[found] == '\u001A' && found == Text.Length - 1)) return true;
        // A text in ISO-2022-JP is full of ESC.
        if (Text[found] != Escape && Text.Skip(found).Count(NoText.Contains) is var stray && stray > MaxStray && stray > Text.Length / 100)
        {
            Refuse(ProblemKind.ForeignFile, ForeignFile.Binary, problems);
            return false;
        }

        problems.Add(ProblemKind.NotText, Place(found), Phrase.None, Describe(Text[found]), Supported);
        return false;
    }

    private static void Refuse(ProblemKind kind, ForeignFile file, ProblemList problems) =>
        problems.Add(kind, SourcePosition.Nowhere, Phrase.None, file.Found, file.Advice);

    private static Phrase Describe(char c) => c switch
    {
        '\0' => new Phrase("文字ではないデータ（NUL）があります"),
        Escape => new Phrase("文字ではないデータ（ESC）があります。ISO-2022-JPのファイルかもしれません"),
        Undecodable => new Phrase("文字として読めないバイトがあります（文字化け）"),
        _ => new Phrase("文字ではないデータ（制御文字）があります"),
    };

    private SourcePosition Place(int index)
    {
        var before = Text.AsSpan(0, index);
        return SourcePosition.InText(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }
}
