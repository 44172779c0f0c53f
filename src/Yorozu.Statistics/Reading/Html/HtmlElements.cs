using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>What the reader needs to know about the elements of HTML.</summary>
internal static partial class HtmlElements
{
    private static readonly FrozenSet<string> Void = Set(
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param",
        "source", "track", "wbr");

    private static readonly FrozenSet<string> Block = Set(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "summary", "ul");

    private static readonly FrozenSet<string> Unprinted = Set(
        "head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea", "audio", "video", "canvas", "title");

    private static readonly FrozenSet<string> Headings = Set("legend", "dt", "strong", "b", "big");

    /// <summary>Common class names of invisible text. Style sheets are not read.</summary>
    private static readonly FrozenSet<string> HiddenClasses = Set(
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "d-none", "hidden", "is-hidden", "sortkey");

    /// <summary>Elements that the next element of the same kind closes.</summary>
    private static readonly FrozenSet<string> SelfClosedByNext = Set("a", "p", "li", "dt", "dd", "option", "rt", "rp");

    public static bool IsVoid(string name) => Void.Contains(name);

    public static bool IsBlock(string name) => Block.Contains(name);

    public static bool IsUnprinted(string name) => Unprinted.Contains(name);

    /// <summary>True for navigation and other boilerplate.</summary>
    public static bool IsAside(string name) => name is "nav" or "footer" or "aside";

    /// <summary>True for a button or a tab.</summary>
    public static bool IsControl(HtmlTagToken tag) => tag.Name == "button" || tag.GetAttribute("role") is "tab" or "button";

    public static bool IsClosedByNext(string name) => SelfClosedByNext.Contains(name);

    /// <summary>The level of an element that is a heading by its name or style; 0 for any other.</summary>
    public static int HeadingLevel(HtmlTagToken tag)
    {
        if (tag.Name is ['h', >= '1' and <= '6' and var level]) return level - '0';
        if (tag.Name is "caption" or "figcaption") return Line.CaptionLevel;
        return Headings.Contains(tag.Name) || HasHeadingStyle(tag) ? Line.BoldLevel : 0;
    }

    private static bool HasHeadingStyle(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0) return false;
        var style = Squeeze(tag.GetAttribute("style"));
        return style.Contains("font-weight:bold", StringComparison.Ordinal) || style.Contains("font-weight:7", StringComparison.Ordinal)
            || tag.GetAttribute("role") == "heading" || IsHeadingClass(tag.GetAttribute("class"));
    }

    public static bool IsHidden(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0) return false;
        var style = Squeeze(tag.GetAttribute("style"));
        return tag.Attributes.Exists(a => a.Name == "hidden")
            || style.Contains("display:none", StringComparison.Ordinal) || style.Contains("visibility:hidden", StringComparison.Ordinal)
            || HasHiddenClass(tag.GetAttribute("class").Split(' '));
    }

    /// <summary>True for a panel of tabs or an accordion, hidden until a reader opens it.</summary>
    public static bool IsPanel(HtmlTagToken tag) =>
        tag.GetAttribute("role") == "tabpanel" || tag.GetAttribute("hidden") == "until-found" || IsPanelClass(tag.GetAttribute("class"));

    /// <summary>True for the class of such a panel.</summary>
    public static bool IsPanelClass(string classes) => PanelClass().IsMatch(classes);

    /// <summary>True for text that is repeated for phones and for other screens.</summary>
    public static bool IsCopy(HtmlTagToken tag) => tag.Attributes.Count > 0 && CopyClass().IsMatch(tag.GetAttribute("class"));

    public static bool IsStruck(HtmlTagToken tag) =>
        tag.Name is "s" or "del" or "strike" || (tag.Attributes.Count > 0
            && (Squeeze(tag.GetAttribute("style")).Contains("line-through", StringComparison.Ordinal) || StruckClass().IsMatch(tag.GetAttribute("class"))));

    /// <summary>True for superscript or subscript, by its name or style.</summary>
    public static bool IsRaised(HtmlTagToken tag) =>
        tag.Name is "sup" or "sub" || (tag.Attributes.Count > 0 && Squeeze(tag.GetAttribute("style")) is var style
            && (style.Contains("vertical-align:su", StringComparison.Ordinal) || style.Contains("vertical-align:text-top", StringComparison.Ordinal)));

    /// <summary>The replacement text of an image or form field; empty for other elements.</summary>
    public static string Replacement(HtmlTagToken tag) => tag.Name switch
    {
        "img" => tag.GetAttribute("alt"),
        "input" when tag.GetAttribute("type") is not ("hidden" or "checkbox" or "radio") => tag.GetAttribute("value"),
        _ => "",
    };

    /// <summary>How many columns or rows a cell covers.</summary>
    public static int Span(HtmlTagToken tag, string name) =>
        int.TryParse(tag.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span > 0 ? span : 1;

    /// <summary>How the content of an element is tokenised: as markup, or as text up to its end tag.</summary>
    public static HtmlParseMode ContentMode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };

    /// <summary>Hidden, unless another class shows it on a wide screen.</summary>
    private static bool HasHiddenClass(string[] classes) => classes.Any(HiddenClasses.Contains) && !classes.Any(c => ShownOnWideScreens().IsMatch(c));

    [GeneratedRegex("^(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl|xxl)-)(?!none|hidden)", RegexOptions.CultureInvariant)]
    private static partial Regex ShownOnWideScreens();

    [GeneratedRegex(
        "(?:^|[\\s_-])(?:tabs?[_-]{0,2}(?:pane|panel|content|body|box|item)|panel|accordion|collapse|collapsible|toggle|js-tab)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PanelClass();

    [GeneratedRegex(
        "(?:^|[\\s_-])(?:pc|sp|sm?p|mobile|desktop|phone|tablet|visible-(?:xs|sm|md|lg)|hidden-(?:xs|sm|md|lg)|"
            + "d-(?:sm|md|lg|xl)-[a-z-]+|(?:sm|md|lg|xl):[a-z-]+)(?:$|[\\s_-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CopyClass();

    [GeneratedRegex(
        "(?:^|[\\s_-])(?:strike|strikethrough|struck|line-through|deleted|del|torikeshi)(?:$|[\\s_-])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StruckClass();

    private static bool IsHeadingClass(string classes) =>
        classes.Contains("heading", StringComparison.OrdinalIgnoreCase) || classes.Contains("title", StringComparison.OrdinalIgnoreCase)
            || classes.Contains("midashi", StringComparison.OrdinalIgnoreCase);

    private static string Squeeze(string style) => style.Length == 0 ? "" : string.Concat(style.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
