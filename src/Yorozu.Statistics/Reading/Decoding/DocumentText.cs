using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Reading.Decoding;

/// <summary>The text of a document and the encoding of its bytes.</summary>
internal sealed record DocumentText(string Text, string EncodingName)
{
    public const int MaxBytes = 5 * 1024 * 1024;

    private const char Undecodable = '\uFFFD';
    private const int MaxHeadLength = 2000;

    private static readonly Phrase Supported = new Phrase("UTF-8、Shift_JIS、EUC-JPのどれかで保存したテキストまたはHTML");

    private static readonly SearchValues<char> NoText =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Except("\t\n\r\v\f"), Undecodable]);

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Decodes the bytes. Adds a problem and returns null when they are not text.</summary>
    public static DocumentText? Decode(ReadOnlySpan<byte> bytes, ProblemList problems)
    {
        if (bytes.Length > MaxBytes)
        {
            problems.Add(ProblemKind.TooLarge, SourcePosition.InText(1, 1), Phrase.None, new Phrase("ファイルが大きすぎます"), new Phrase("5 MiBまで"));
            return null;
        }

        if (OtherFormat(bytes) is { } format)
        {
            problems.Add(ProblemKind.NotText, SourcePosition.InText(1, 1), Phrase.None, format, Supported);
            return null;
        }

        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = hasMark || Utf8.IsValid(bytes) ? new DocumentText(Encoding.UTF8.GetString(bytes), "utf-8") : JapaneseEncoding.Detect(bytes);
        return text.Check(problems) ? text : null;
    }

    private bool Check(ProblemList problems)
    {
        if (Text.AsSpan().IsWhiteSpace())
        {
            problems.Add(ProblemKind.Empty, SourcePosition.InText(1, 1), Phrase.None, new Phrase("ファイルが空です"), new Phrase("公表資料の本文"));
            return false;
        }

        var found = Text.AsSpan().IndexOfAny(NoText);
        // DOS editors end a file with Ctrl-Z.
        if (found < 0 || (Text[found] == '\u001A' && found == Text.Length - 1)) return true;
        problems.Add(ProblemKind.NotText, Place(found), Phrase.None, Describe(Text[found]), Supported);
        return false;
    }

    private static Phrase Describe(char c) => c switch
    {
        '\0' => new Phrase("文字ではないデータ（NUL）があります"),
        '\u001B' => new Phrase("文字ではないデータ（ESC）があります。ISO-2022-JPのファイルかもしれません"),
        Undecodable => new Phrase("文字として読めないバイトがあります（文字化け）"),
        _ => new Phrase("文字ではないデータ（制御文字）があります"),
    };

    private SourcePosition Place(int index)
    {
        var before = Text.AsSpan(0, index);
        return SourcePosition.InText(before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    private static Phrase? OtherFormat(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF"u8)) return new Phrase("PDFのファイルです");
        if (bytes.StartsWith(Png) || bytes.StartsWith("GIF8"u8) || bytes.StartsWith(Jpeg)) return new Phrase("画像のファイルです");
        if (bytes.StartsWith(CompoundFile)) return new Phrase("古い形式のExcelやWordのファイルです");
        if (bytes.StartsWith("{\\rtf"u8)) return new Phrase("リッチテキスト（RTF）のファイルです");
        if (bytes[..Math.Min(bytes.Length, MaxHeadLength)].IndexOf("\nMIME-Version:"u8) >= 0) return new Phrase("1つのファイルにまとめて保存したWebページ（MHTML）です");
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return new Phrase("ExcelなどのZIP形式のファイルです");
        var isUtf16 = bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble);
        return isUtf16 ? new Phrase("UTF-16で保存されたファイルです") : null;
    }
}
