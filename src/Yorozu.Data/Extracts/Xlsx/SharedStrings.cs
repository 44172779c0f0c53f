extern alias OpenXmlSdk;

using System.Globalization;
using System.Text;
using System.Xml;
using OpenXmlSdk::DocumentFormat.OpenXml;
using OpenXmlSdk::DocumentFormat.OpenXml.Spreadsheet;

namespace Yorozu.Data.Extracts.Xlsx;

/// <summary>The texts of a workbook, each written once; cells refer to them by number. A text can never run as a formula.</summary>
internal sealed class SharedStrings
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly EncodedTexts _cells;

    public SharedStrings() => _cells = new EncodedTexts(text => Encoding.UTF8.GetBytes(Cell(text, "")));

    /// <summary>The cell that refers to a text, as XML.</summary>
    public ReadOnlySpan<byte> this[int column, string text] => _cells[column, text];

    public byte[] Heading(string text) => Encoding.UTF8.GetBytes(Cell(text, " s=\"1\""));

    public SharedStringTable ToPart() => new(_numbers.Keys.Select(text =>
        new SharedStringItem(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve })));

    private string Cell(string text, string style)
    {
        if (!_numbers.TryGetValue(text, out var number)) _numbers.Add(text, number = _numbers.Count);
        return string.Create(CultureInfo.InvariantCulture, $"<c t=\"s\"{style}><v>{number}</v></c>");
    }

    // XML cannot represent most control characters.
    private static string Printable(string text) => text.All(IsPrintable) ? text : string.Concat(text.Select(c => IsPrintable(c) ? c : '\uFFFD'));

    private static bool IsPrintable(char c) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c);
}
