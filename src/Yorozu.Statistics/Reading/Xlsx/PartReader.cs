using System.Globalization;
using System.Text;
using System.Xml;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>
/// Reads an XML part, always UTF-8, element by element. Names are told without their namespaces, which differ between the two
/// forms of the format.
/// </summary>
internal sealed class PartReader(Stream stream) : IDisposable
{
    private const int MaxDepth = 32;

    private readonly XmlReader _xml = XmlReader.Create(new StreamReader(stream, Encoding.UTF8), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>The name of the current element.</summary>
    public string Name => _xml.LocalName;

    /// <summary>The number of elements around the current one.</summary>
    public int Depth => _xml.Depth;

    /// <summary>Goes to the next element; false at the end of the part, or when the next is outside of this depth.</summary>
    public bool MoveToElement(int within = 0)
    {
        while (_xml.Read())
        {
            if (_xml.Depth > MaxDepth) throw WorkbookException.Damaged();
            if (_xml.NodeType == XmlNodeType.Element) return true;
            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth < within) return false;
        }

        return false;
    }

    /// <summary>An attribute of the current element; empty when it has none of this name.</summary>
    public string Attribute(string name) => _xml.GetAttribute(name) ?? "";

    /// <summary>The attribute that refers to a relationship, whose name is unique only with its namespace.</summary>
    public string RelationshipId()
    {
        var id = "";
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.LocalName == "id" && _xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) id = _xml.Value;
        }

        _xml.MoveToElement();
        return id;
    }

    public int Number(string attribute, int otherwise = 0) => Attribute(attribute) is not { Length: > 0 } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw WorkbookException.Damaged();

    public bool Flag(string attribute) => Attribute(attribute) is "1" or "true";

    /// <summary>True unless the element says no: a font that has strike is struck, but for val="0".</summary>
    public bool IsOn() => Attribute("val") is not ("0" or "false");

    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>The text directly in the current element; goes to its end.</summary>
    public string Text()
    {
        if (_xml.IsEmptyElement) return "";
        var (text, depth) = (new StringBuilder(), _xml.Depth);
        while (_xml.Read() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.Depth > MaxDepth) throw WorkbookException.Damaged();
            if (_xml.Depth != depth + 1) continue;
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text.Append(_xml.Value);
        }

        return text.ToString();
    }

    public void Dispose() => _xml.Dispose();
}
