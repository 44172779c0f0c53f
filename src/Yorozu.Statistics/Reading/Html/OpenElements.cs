using AngleSharp.Html.Parser.Tokens;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>The elements that are open at a point of an HTML document, and what they mean for text found there.</summary>
internal sealed class OpenElements
{
    private readonly List<Element> _open = [];

    public int Depth => _open.Count;

    public string NameAt(int depth) => _open[depth].Name;

    private Element Innermost => _open.Count > 0 ? _open[^1] : default;

    /// <summary>True when text here is not printed at all.</summary>
    public bool IsHidden => Innermost.IsHidden;

    /// <summary>True in SVG and MathML, where any element may close itself.</summary>
    public bool IsForeign => Innermost.IsForeign;

    public bool IsHeading => Innermost.IsHeading;

    /// <summary>True in a link, and in a part of the page that is about other pages.</summary>
    public bool IsFurniture => Innermost.IsAside || Innermost.IsLink;

    public bool IsSuperscript => Innermost.IsSuperscript;

    public bool IsStruck => Innermost.IsStruck;

    public void Open(HtmlTagToken tag)
    {
        if (HtmlElements.IsClosedByNext(tag.Name)) Close(tag.Name);
        else if (HtmlElements.IsBlock(tag.Name)) Close("p");
        var outer = Innermost;
        _open.Add(new Element(
            tag.Name,
            outer.IsHidden || HtmlElements.IsUnprinted(tag.Name) || HtmlElements.IsHidden(tag) || (outer.IsRuby && tag.Name is "rt" or "rp"),
            outer.IsHeading || HtmlElements.IsHeading(tag),
            outer.IsAside || HtmlElements.IsAside(tag.Name),
            outer.IsLink || (tag.Name == "a" && LeadsAway(tag.GetAttribute("href"), outer.IsHeading)),
            outer.IsSuperscript || HtmlElements.IsRaised(tag),
            outer.IsStruck || tag.Name is "s" or "del" or "strike",
            outer.IsForeign || tag.Name is "svg" or "math",
            outer.IsRuby || tag.Name == "ruby"));
    }

    /// <summary>A heading that opens its own section leads nowhere else.</summary>
    private static bool LeadsAway(string target, bool isInHeading) => target.Length > 0 && !(isInHeading && target[0] == '#');

    /// <summary>Opens a part of a table: what is inside is neither heading nor link because the table stands in one.</summary>
    public void OpenTablePart(HtmlTagToken tag, bool isHidden) =>
        _open.Add(new Element(tag.Name, isHidden || HtmlElements.IsHidden(tag), tag.Name == "caption", Innermost.IsAside, false, false, false, false, false));

    /// <summary>The first element above a depth whose content is not printed; empty when there is none.</summary>
    public string UnprintedAbove(int depth)
    {
        for (var i = depth; i < _open.Count; i++)
        {
            if (_open[i].IsHidden && HtmlElements.IsUnprinted(_open[i].Name)) return _open[i].Name;
        }

        return "";
    }

    /// <summary>Closes the innermost element of this name; false when there is none, or a part of a table lies between.</summary>
    public bool Close(string name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                CloseTo(i);
                return true;
            }

            if (_open[i].Name is "table" or "td" or "th" or "caption") return false;
        }

        return false;
    }

    /// <summary>Closes all elements above a depth.</summary>
    public void CloseTo(int depth)
    {
        if (depth < _open.Count) _open.RemoveRange(depth, _open.Count - depth);
    }

    private readonly record struct Element(string Name, bool IsHidden, bool IsHeading, bool IsAside, bool IsLink, bool IsSuperscript, bool IsStruck, bool IsForeign, bool IsRuby);
}
