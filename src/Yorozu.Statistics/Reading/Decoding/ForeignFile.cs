using System.Buffers.Binary;
using System.Text;

namespace Yorozu.Statistics.Reading.Decoding;

/// <summary>A file that is neither text nor workbook: what it is, and how to save the page instead.</summary>
internal sealed record ForeignFile(Phrase Found, Phrase Advice)
{
    private const int MaxHeadLength = 2000;

    private static readonly Phrase PageAsShown =
        new Phrase("公表元のページをブラウザーで開き、「名前を付けて保存」でHTMLとして保存するか、本文を選択してコピーし、貼り付けてください");

    private static readonly byte[][] Pictures =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [0xFF, 0xD8, 0xFF],
        "GIF8"u8.ToArray(),
        "II*\0"u8.ToArray(),
        "MM\0*"u8.ToArray(),
    ];

    private static readonly byte[][] Archives = [[0x1F, 0x8B], [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], "Rar!"u8.ToArray()];

    // Brands of an ISO container: photographs of telephones.
    private static readonly byte[][] PhotoBrands = ["heic"u8.ToArray(), "heix"u8.ToArray(), "mif1"u8.ToArray(), "avif"u8.ToArray()];

    private static readonly Phrase Plain = new Phrase("Wordなどで開き、「書式なし」のテキストとして保存してください");
    private static readonly Phrase Workbook = new Phrase("Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」として保存してください");
    private static readonly Phrase Extracted = new Phrase("展開して、中のテキスト、HTMLまたはExcelブック（.xlsx）を選んでください");

    /// <summary>A file that only a password opens.</summary>
    public static ForeignFile Encrypted { get; } =
        new(new Phrase("パスワードで保護されたファイルです"), new Phrase("パスワードを外して保存し直してください"));

    /// <summary>A file without content.</summary>
    public static ForeignFile Empty { get; } = new(new Phrase("ファイルが空です"), PageAsShown);

    /// <summary>A file full of bytes that are no text, of no kind known here.</summary>
    public static ForeignFile Binary { get; } = new(new Phrase("テキストでもHTMLでもExcelブックでもないファイルです"), PageAsShown);

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>What the bytes are, told from their beginning; null when they may be text or a ZIP archive.</summary>
    public static ForeignFile? Of(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, MaxHeadLength)];
        // A PDF may begin with other bytes.
        if (head.IndexOf("%PDF-"u8) >= 0) return new ForeignFile(new Phrase("PDFのファイルです"), PageAsShown);
        if (IsPicture(bytes)) return new ForeignFile(new Phrase("画像のファイルです"), PageAsShown);
        if (bytes.StartsWith(CompoundFile)) return InCompoundFile(bytes);
        if (bytes.StartsWith("{\\rtf"u8)) return new ForeignFile(new Phrase("リッチテキスト（RTF）のファイルです"), Plain);
        if (StartsWithAny(bytes, Archives)) return new ForeignFile(new Phrase("圧縮されたファイルです"), Extracted);
        if (head.IndexOf("[InternetShortcut]"u8) >= 0) return new ForeignFile(new Phrase("Webページへのショートカットです"), PageAsShown);
        if (bytes.StartsWith("bplist00"u8))
        {
            return new ForeignFile(
                new Phrase("SafariのWebアーカイブです"), new Phrase("Safariの「別名で保存」で、フォーマットを「ページのソース」にして保存し直してください"));
        }

        return !bytes.StartsWith("MIME-Version:"u8) && head.IndexOf("\nMIME-Version:"u8) < 0 ? null : new ForeignFile(
            new Phrase("1つのファイルにまとめて保存したWebページ（MHTML）です"),
            new Phrase("ブラウザーの「名前を付けて保存」で、種類を「Webページ、HTMLのみ」か「Webページ、完全」にして保存し直してください"));
    }

    /// <summary>What a ZIP archive other than a workbook is, told from the names of its entries.</summary>
    public static ForeignFile InZip(IReadOnlyCollection<string> names)
    {
        if (names.Contains("xl/workbook.bin")) return new ForeignFile(new Phrase("Excelバイナリブック（.xlsb）です"), Workbook);
        if (names.Contains("word/document.xml")) return new ForeignFile(new Phrase("Wordの文書（.docx）です"), Plain);
        if (names.Contains("ppt/presentation.xml")) return new ForeignFile(new Phrase("PowerPointのファイルです"), PageAsShown);
        if (names.Contains("mimetype") && names.Contains("content.xml")) return new ForeignFile(new Phrase("OpenDocument形式のファイルです"), Workbook);
        return new ForeignFile(new Phrase("ZIP形式のファイルです"), Extracted);
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes)
    {
        if (StartsWithAny(bytes, Pictures)) return true;
        if (bytes.Length <= 12) return false;
        // "BM" alone may begin a text: the length of the file follows.
        return (bytes.StartsWith("BM"u8) && BinaryPrimitives.ReadInt32LittleEndian(bytes[2..]) == bytes.Length)
            || (bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            || (bytes[4..].StartsWith("ftyp"u8) && StartsWithAny(bytes[8..], PhotoBrands));
    }

    private static bool StartsWithAny(ReadOnlySpan<byte> bytes, byte[][] signs)
    {
        foreach (var sign in signs)
        {
            if (bytes.StartsWith(sign)) return true;
        }

        return false;
    }

    /// <summary>Office files before 2007, and encrypted ones of today, are compound files; the names of their streams are UTF-16.</summary>
    private static ForeignFile InCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (Names(bytes, "EncryptedPackage")) return Encrypted;
        if (Names(bytes, "WordDocument")) return new ForeignFile(new Phrase("古い形式のWordの文書（.doc）です"), Plain);
        if (Names(bytes, "Workbook")) return new ForeignFile(new Phrase("古い形式のExcelブック（.xls）です"), Workbook);
        return new ForeignFile(new Phrase("古い形式のExcelやWordのファイルです"), Workbook);
    }

    private static bool Names(ReadOnlySpan<byte> bytes, string stream) => bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
}
