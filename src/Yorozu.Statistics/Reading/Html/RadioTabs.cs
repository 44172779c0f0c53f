using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser.Tokens;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>
/// Tabs made of radio buttons, whose labels open panels by a style such as <c>#tab1:checked ~ #panel1</c>. Where the style sheet is
/// not part of the page, as many panels of one class as there are radio buttons are theirs, in order.
/// </summary>
internal sealed partial class RadioTabs
{
    private const int MaxTabs = 100;
    private const int MaxTags = 20_000;
    private const int MaxSelectors = 10;
    private const int MaxClassLength = 1000;
    private static readonly FrozenSet<string> Attributes = new[] { "id", "class", "for", "type", "name" }.ToFrozenSet(StringComparer.Ordinal);
    private readonly HashSet<string> _radios = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _radioByPanel = [];

    /// <summary>Finds the radio buttons of a document and their panels.</summary>
    public static RadioTabs In(string html)
    {
        var tabs = new RadioTabs();
        if (RadioType().IsMatch(html)) tabs.Find(html, [.. HtmlTags.StartTags(html, Attributes).Where(t => t.Attributes.Count > 0).Take(MaxTags)]);
        return tabs;
    }

    /// <summary>The id of the radio button that has this label; null for any other element.</summary>
    public string? RadioOfLabel(HtmlTagToken tag) => tag.Name == "label" && tag.GetAttribute("for") is var id && _radios.Contains(id) ? id : null;

    /// <summary>The id of the radio button that opens this panel; null for any other element.</summary>
    public string? RadioOfPanel(HtmlTagToken tag) => _radioByPanel.GetValueOrDefault(IndexOf(tag));

    private void Find(string html, List<HtmlTagToken> tags)
    {
        var groups = tags.Where(t => IsRadio(t) && t.GetAttribute("id").Length > 0)
            .Take(MaxTabs)
            .GroupBy(t => t.GetAttribute("name"), t => t.GetAttribute("id"), (_, radios) => radios.Distinct().ToList())
            .ToList();
        foreach (var radios in groups) _radios.UnionWith(radios);
        FindByStyle(html, tags, groups);

        var panelClasses = tags.Index()
            .Where(t => HtmlElements.IsBlock(t.Item.Name))
            .SelectMany(t => ClassesOf(t.Item).Where(HtmlElements.IsPanelClass).Select(c => (Class: c, Tag: t.Index)))
            .GroupBy(t => t.Class, t => t.Tag, (_, panels) => panels.ToList())
            .ToList();
        var open = groups.Select(g => g.FindAll(r => !_radioByPanel.ContainsValue(r))).Where(g => g.Count > 0).ToList();
        foreach (var radios in open) FindInOrder(tags, panelClasses, radios);
    }

    /// <summary>The panels that a style sheet of the page names.</summary>
    private void FindByStyle(string html, List<HtmlTagToken> tags, List<List<string>> groups)
    {
        var elements = tags.Where(t => t.Name != "label")
            .SelectMany(t => SelectorsOf(t).Select(s => (Selector: s, Tag: t)))
            .ToLookup(t => t.Selector, t => t.Tag);
        var rules = Checked().Matches(html).Take(MaxTabs).Select(Rule).Distinct().ToLookup(r => r.Number > 0);
        foreach (var rule in rules[false]) Add([.. elements[rule.Selector]], [rule.Radio]);
        // The number counts the other elements beside the panels too, so only its order tells.
        // A shared style sheet may have rules for more tabs than the page.
        var onPage = rules[true].Where(r => elements.Contains($"#{r.Radio}")).DistinctBy(r => (r.Radio, r.Selector));
        foreach (var numbered in onPage.GroupBy(r => r.Selector))
        {
            var inOrder = numbered.OrderBy(r => groups.FindIndex(g => g.Contains(r.Radio))).ThenBy(r => r.Number);
            Add([.. elements[numbered.Key]], [.. inOrder.Select(r => r.Radio)]);
        }
    }

    /// <summary>The panels of one class behind the labels, as many as there are radio buttons.</summary>
    private void FindInOrder(List<HtmlTagToken> tags, List<List<int>> panelClasses, List<string> radios)
    {
        var last = tags.FindLastIndex(t => t.Name == "label" && radios.Contains(t.GetAttribute("for")));
        var panels = panelClasses.Select(p => p.FindAll(t => t > last)).Where(p => p.Count == radios.Count).MinBy(p => p[0]);
        if (last >= 0 && panels is not null) Add(panels.ConvertAll(t => tags[t]), radios);
    }

    private void Add(List<HtmlTagToken> panels, List<string> radios)
    {
        foreach (var (panel, radio) in panels.Count == radios.Count ? panels.Zip(radios) : []) _radioByPanel.TryAdd(IndexOf(panel), radio);
    }

    private static (string Radio, string Selector, int Number) Rule(Match match) => (
        match.Groups["radio"].Value,
        match.Groups["selector"].Value,
        match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0);

    private static bool IsRadio(HtmlTagToken tag) => tag.Name == "input" && tag.GetAttribute("type").Equals("radio", StringComparison.OrdinalIgnoreCase);

    /// <summary>How a style sheet names the element: #id and .class.</summary>
    private static IEnumerable<string> SelectorsOf(HtmlTagToken tag) =>
        ClassesOf(tag).Select(c => $".{c}").Concat(tag.GetAttribute("id") is { Length: > 0 } id ? [$"#{id}"] : []);

    private static IEnumerable<string> ClassesOf(HtmlTagToken tag) => tag.GetAttribute("class") is { Length: <= MaxClassLength } classes
        ? classes.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxSelectors)
        : [];

    private static int IndexOf(HtmlTagToken tag) => tag.Position.Position - 1;

    [GeneratedRegex("type\\s*=\\s*[\"']?radio", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RadioType();

    /// <summary>A selector with a checked radio button and its last name: #tab1:checked ~ .panels .panel:nth-child(1).</summary>
    [GeneratedRegex(
        "#(?<radio>[\\w-]{1,100}):checked\\s*[~+][^{},]{0,200}?(?<selector>[#.][\\w-]{1,100})(?::nth-(?:child|of-type)\\((?<number>[1-9][0-9]?)\\))?\\s*[{,]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Checked();
}
