using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser.Tokens;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>The labels of panels: what is printed on the tabs, buttons and links that open them.</summary>
internal sealed partial class PanelLabels
{
    private const int MaxLength = 100;
    private const int MaxIdsLength = 200;
    private readonly Dictionary<string, string> _byPanel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byRadio = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byTab = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private List<string> _panels = [];
    private string _tab = "";
    private string _radio = "";
    private int _depth = int.MaxValue;

    /// <summary>Begins a label when the element opens a panel.</summary>
    /// <param name="tag">The element.</param>
    /// <param name="depth">The number of open elements around it.</param>
    /// <param name="tabs">The tabs that are radio buttons.</param>
    public void Open(HtmlTagToken tag, int depth, RadioTabs tabs)
    {
        if (_depth < int.MaxValue || tag.Attributes.Count == 0) return;
        var panels = PanelsOf(tag);
        var radio = tabs.RadioOfLabel(tag) ?? "";
        if (panels.Count == 0 && radio.Length == 0 && tag.GetAttribute("role") != "tab") return;
        (_panels, _tab, _radio, _depth) = (panels, tag.GetAttribute("id"), radio, depth);
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (_depth < int.MaxValue && _text.Length < MaxLength) _text.Append(text);
    }

    /// <summary>Ends the label when its element is closed.</summary>
    public void Close(int depth)
    {
        if (_depth == int.MaxValue || depth > _depth) return;
        var label = Spaces().Replace(_text.ToString(), " ").Trim();
        // The first control is the tab; later ones lead back to it.
        foreach (var panel in label.Length > 0 ? _panels : []) _byPanel.TryAdd(panel, label);
        if (label.Length > 0 && _tab.Length > 0) _byTab.TryAdd(_tab, label);
        if (label.Length > 0 && _radio.Length > 0) _byRadio.TryAdd(_radio, label);
        _text.Clear();
        _depth = int.MaxValue;
    }

    /// <summary>The label of the panel that this element is; empty when it is none.</summary>
    public string Of(HtmlTagToken tag, RadioTabs tabs) =>
        tag.GetAttribute("id") is { Length: > 0 } id && _byPanel.TryGetValue(id, out var label) ? label
        : tag.GetAttribute("aria-labelledby") is { Length: > 0 } tab && _byTab.TryGetValue(tab, out label) ? label
        : tabs.RadioOfPanel(tag) is { } radio && _byRadio.TryGetValue(radio, out label) ? label
        : "";

    private static List<string> PanelsOf(HtmlTagToken tag) =>
    [
        .. tag.Attributes
            .Where(a => a.Name is "aria-controls" || a.Name.StartsWith("data-", StringComparison.Ordinal) || (a.Name == "href" && a.Value.StartsWith('#')))
            .Where(a => a.Value.Length <= MaxIdsLength)
            .SelectMany(a => a.Value.Split(' '))
            .Where(v => Id().IsMatch(v))
            .Select(v => v.TrimStart('#')),
    ];

    [GeneratedRegex("^#?[^\\s#\"'<>=]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
