using System.Globalization;
using System.Text.RegularExpressions;

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
    private readonly HashSet<string> _radios = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _radioByPanel = [];

    /// <summary>Finds the radio buttons of a document and their panels.</summary>
    public static RadioTabs In(string html)
    {
        var tabs = new RadioTabs();
        if (html.Contains("radio", StringComparison.OrdinalIgnoreCase)) tabs.Find(html, [.. StartTag().Matches(html).Take(MaxTags).Select(m => new Tag(m))]);
        return tabs;
    }

    /// <summary>True for the id of a radio button.</summary>
    public bool IsTab(string id) => id.Length > 0 && _radios.Contains(id);

    /// <summary>The id of the radio button that opens the element whose tag begins at this index; null for any other element.</summary>
    public string? RadioOf(int index) => _radioByPanel.GetValueOrDefault(index);

    private void Find(string html, List<Tag> tags)
    {
        var buttons = tags.Where(t => t is { IsRadio: true, Id.Length: > 0 }).Take(MaxTabs).ToList();
        _radios.UnionWith(buttons.Select(t => t.Id));
        var elements = tags.Where(t => t.Name != "label")
            .SelectMany(t => t.Selectors.Select(s => (Selector: s, t.Index)))
            .ToLookup(t => t.Selector, t => t.Index);
        foreach (Match rule in Checked().Matches(html).Take(MaxTabs))
        {
            var panels = elements[rule.Groups["selector"].Value].ToList();
            var number = rule.Groups["number"].Success ? int.Parse(rule.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : panels.Count == 1 ? 1 : 0;
            if (number >= 1 && number <= panels.Count) _radioByPanel.TryAdd(panels[number - 1], rule.Groups["radio"].Value);
        }

        var panelClasses = tags.Index()
            .Where(t => HtmlElements.IsBlock(t.Item.Name))
            .SelectMany(t => t.Item.Selectors
                .Where(s => s[0] == '.' && HtmlElements.IsPanelClass(s[1..]))
                .Select(s => (Selector: s, Tag: t.Index)))
            .ToList();
        foreach (var group in buttons.Where(b => !_radioByPanel.ContainsValue(b.Id)).GroupBy(b => b.Group, b => b.Id))
        {
            FindInOrder(tags, panelClasses, [.. group.Distinct()]);
        }
    }

    /// <summary>The panels of one class behind the labels, as many as there are radio buttons.</summary>
    private void FindInOrder(List<Tag> tags, List<(string Selector, int Tag)> panelClasses, List<string> radios)
    {
        var last = tags.FindLastIndex(t => t.Name == "label" && radios.Contains(t.For));
        var panels = panelClasses
            .Where(p => p.Tag > last)
            .GroupBy(p => p.Selector, p => tags[p.Tag].Index)
            .FirstOrDefault(g => g.Count() == radios.Count);
        foreach (var (panel, radio) in last < 0 || panels is null ? [] : panels.Zip(radios)) _radioByPanel.TryAdd(panel, radio);
    }

    /// <summary>A start tag with the attributes that matter here.</summary>
    private sealed class Tag(Match match)
    {
        private readonly Dictionary<string, string> _attributes = Attribute().Matches(match.Groups["attributes"].Value)
            .GroupBy(m => m.Groups["name"].Value.ToLowerInvariant())
            .ToDictionary(g => g.Key, g => g.First().Groups["value"].Value);

        public int Index => match.Index;

        public string Name { get; } = match.Groups["tag"].Value.ToLowerInvariant();

        public bool IsRadio => Name == "input" && Value("type").Equals("radio", StringComparison.OrdinalIgnoreCase);

        public string Id => Value("id");

        public string For => Value("for");

        /// <summary>The name shared by radio buttons of which one at a time can be checked.</summary>
        public string Group => Value("name");

        /// <summary>How a style sheet names the element: #id and .class.</summary>
        public IEnumerable<string> Selectors => Value("class").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Distinct().Take(MaxSelectors).Select(c => "." + c).Concat(Id.Length > 0 ? ["#" + Id] : []);

        private string Value(string name) => _attributes.GetValueOrDefault(name, "");
    }

    [GeneratedRegex("<(?<tag>[A-Za-z][A-Za-z0-9]{0,20})(?<attributes>\\s[^<>]{1,2000})>", RegexOptions.CultureInvariant)]
    private static partial Regex StartTag();

    [GeneratedRegex(
        "(?<=[\\s\"'/])(?<name>id|class|for|type|name)\\s*=\\s*(?:\"(?<value>[^\"]*)\"|'(?<value>[^']*)'|(?<value>[^\\s\"'>]+))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Attribute();

    /// <summary>A selector with a checked radio button and its last name: #tab1:checked ~ .panels .panel:nth-child(1).</summary>
    [GeneratedRegex(
        "#(?<radio>[\\w-]{1,100}):checked\\s*[~+][^{},]{0,200}?(?<selector>[#.][\\w-]{1,100})(?::nth-(?:child|of-type)\\((?<number>[0-9]{1,2})\\))?\\s*[{,]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Checked();
}
