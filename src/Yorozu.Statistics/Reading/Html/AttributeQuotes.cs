using AngleSharp.Html.Parser.Tokens;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>
/// Finds tags with a missing quotation mark, which turns everything up to the next one into an attribute: cells are lost. The mark
/// that then ends the value is the first one of another attribute, so the value ends with its equals sign, or a name has a mark.
/// A value may hold tags of its own, such as a tooltip or an SVG image.
/// </summary>
internal static class AttributeQuotes
{
    /// <summary>The text that became an attribute; null when the quotation marks are complete.</summary>
    public static string? Swallowed(HtmlTagToken tag)
    {
        var nameIsBroken = false;
        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Name.Contains('<')) return attribute.Value;
            nameIsBroken |= attribute.Name.AsSpan().ContainsAny('"', '\'');
        }

        foreach (var attribute in tag.Attributes)
        {
            if (attribute.Value.AsSpan().ContainsAny('<', '>') && (nameIsBroken || attribute.Value.AsSpan().TrimEnd().EndsWith('='))) return attribute.Value;
        }

        return null;
    }
}
