using System.Text.RegularExpressions;
using AngleSharp.Html.Parser.Tokens;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>The open elements at a point of an HTML document, and what they say about the text there.</summary>
internal sealed partial class OpenElements
{
    private readonly List<Element> _open = [];
    private readonly HashSet<string> _controlled = new(StringComparer.Ordinal);
    private int _lastId;

    /// <summary>The tabs of the document that are radio buttons.</summary>
    public RadioTabs Tabs { get; private set; } = new();

    public int Depth => _open.Count;

    public string NameAt(int depth) => _open[depth].Name;

    private Element Innermost => _open.Count > 0 ? _open[^1] : default;

    /// <summary>True when text here is invisible.</summary>
    public bool IsHidden => Innermost.IsHidden;

    /// <summary>True in SVG and MathML, where any element may be self-closing.</summary>
    public bool IsForeign => Innermost.IsForeign;

    /// <summary>The level of the heading here; 0 outside a heading.</summary>
    public int HeadingLevel => Innermost.HeadingLevel;

    /// <summary>True in navigation and other boilerplate.</summary>
    public bool IsAside => Innermost.IsAside;

    /// <summary>True in a link, a button or a tab.</summary>
    public bool IsControl => Innermost.IsControl;

    public bool IsSuperscript => Innermost.IsSuperscript;

    public bool IsStruck => Innermost.IsStruck;

    /// <summary>True in text that is repeated for another kind of screen.</summary>
    public bool IsCopy => Innermost.IsCopy;

    /// <summary>Identifies the innermost element within the document.</summary>
    public int Id => Innermost.Id;

    /// <summary>Finds the panels that a reader can open: the targets of tabs, buttons and links.</summary>
    public void FindControls(string html)
    {
        Tabs = RadioTabs.In(html);
        foreach (Match match in Control().Matches(html)) _controlled.UnionWith(match.Groups["ids"].Value.Split(' ', '#'));
    }

    /// <summary>True for a hidden element that a reader cannot open.</summary>
    public bool Hides(HtmlTagToken tag) =>
        HtmlElements.IsHidden(tag) && !HtmlElements.IsPanel(tag)
        && !(tag.GetAttribute("id") is { Length: > 0 } id && _controlled.Contains(id)) && Tabs.RadioOfPanel(tag) is null;

    public void Open(HtmlTagToken tag)
    {
        if (HtmlElements.IsClosedByNext(tag.Name)) Close(tag.Name);
        else if (HtmlElements.IsBlock(tag.Name)) Close("p");
        var outer = Innermost;
        _open.Add(new Element(
            tag.Name,
            outer.IsHidden || HtmlElements.IsUnprinted(tag.Name) || Hides(tag) || (outer.IsRuby && tag.Name is "rt" or "rp"),
            outer.HeadingLevel > 0 ? outer.HeadingLevel : HtmlElements.HeadingLevel(tag),
            outer.IsAside || HtmlElements.IsAside(tag.Name),
            outer.IsControl || HtmlElements.IsControl(tag) || Tabs.RadioOfLabel(tag) is not null
                || (tag.Name == "a" && LeadsAway(tag.GetAttribute("href"), outer.HeadingLevel > 0)),
            outer.IsSuperscript || HtmlElements.IsRaised(tag),
            outer.IsStruck || HtmlElements.IsStruck(tag),
            outer.IsForeign || tag.Name is "svg" or "math",
            outer.IsRuby || tag.Name == "ruby",
            outer.IsCopy || HtmlElements.IsCopy(tag),
            ++_lastId));
    }

    /// <summary>A heading that links to its own section is still a heading.</summary>
    private static bool LeadsAway(string target, bool isInHeading) => target.Length > 0 && !(isInHeading && target[0] == '#');

    /// <summary>Opens a part of a table. Its content inherits neither heading nor link nor hiding from around the table.</summary>
    public void OpenTablePart(HtmlTagToken tag, bool isHidden) => _open.Add(new Element(
        tag.Name, isHidden, tag.Name == "caption" ? Line.CaptionLevel : 0, Innermost.IsAside, false, false, false, false, false, false, ++_lastId));

    /// <summary>The first element above a depth with invisible content; empty when there is none.</summary>
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

    private readonly record struct Element(
        string Name,
        bool IsHidden,
        int HeadingLevel,
        bool IsAside,
        bool IsControl,
        bool IsSuperscript,
        bool IsStruck,
        bool IsForeign,
        bool IsRuby,
        bool IsCopy,
        int Id);

    [GeneratedRegex(
        "(?:aria-controls|href|for|data-[a-z-]{1,40})\\s*=\\s*[\"']?#?(?<ids>[^\"'<>=]{1,200})[\"'>]",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Control();
}
