using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Yorozu.Statistics.Metrics;

/// <summary>
/// The list of known metrics, read from <c>metrics.json</c>. Matches a printed metric by section and name,
/// both normalised (Unicode NFKC, no white space), so that 全角 and 半角 spellings are the same metric.
/// </summary>
public sealed class MetricCatalogue
{
    private static readonly Lazy<MetricCatalogue> BuiltIn = new(Load);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<char, char> Radicals = "⺟母⺠民⻁虎⻄西⻆角⻑長⻘青⻝食⻤鬼⻨麦⻩黄⻭歯⻯竜⻲亀⻅見⻛風⻜飛⻢馬⻥魚⻦鳥⻬斉".Chunk(2).ToDictionary(p => p[0], p => p[1]);

    private readonly Dictionary<(string Section, string Name), Metric> _byPrintedName;
    private readonly Dictionary<string, Metric> _byKey;
    private readonly FrozenDictionary<string, string> _englishParts;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _sections;
    private IReadOnlyDictionary<string, Metric> _stored = ImmutableDictionary<string, Metric>.Empty;
    private IReadOnlyDictionary<(TermKind Kind, string MetricKey, string Name), string> _decisions =
        ImmutableDictionary<(TermKind Kind, string MetricKey, string Name), string>.Empty;

    /// <summary>A catalogue of these metrics, in this order.</summary>
    /// <exception cref="ArgumentException">Two metrics share a key, or a section and name.</exception>
    public MetricCatalogue(IEnumerable<Metric> metrics)
    {
        Metrics = [.. metrics.Select((metric, order) => metric with { Order = order })];
        _byKey = Metrics.ToDictionary(m => m.Key, StringComparer.Ordinal);
        _byPrintedName = Metrics.ToDictionary(m => (Term.Key(m.Section), Term.Key(m.Name)));
        _englishParts = Metrics.SelectMany(m => m.Parts)
            .Where(p => p.EnglishName.Length > 0)
            .DistinctBy(p => p.Name)
            .ToFrozenDictionary(p => p.Name, p => p.EnglishName);
        _names = [.. _byPrintedName.Keys.Select(k => k.Name)];
        _sections = [.. _byPrintedName.Keys.Select(k => k.Section).Where(s => s.Length > 0)];
    }

    /// <summary>The catalogue embedded in the program.</summary>
    public static MetricCatalogue Default => BuiltIn.Value;

    /// <summary>All known metrics, in catalogue order.</summary>
    public ImmutableArray<Metric> Metrics { get; }

    /// <summary>The English names of units, sections and groups.</summary>
    private IReadOnlyDictionary<string, string> EnglishTerms { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The English translations of published definitions and remarks, by normalised text.</summary>
    private IReadOnlyDictionary<string, string> Translations { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>This site's English translation of a published definition or remark, in any spacing and width; null when there is none.</summary>
    public string? TranslationOf(string text) => Translations.GetValueOrDefault(Normalise(text));

    /// <summary>This catalogue with what a store knows besides.</summary>
    /// <param name="stored">The metrics of earlier releases. One that the catalogue does not list stays new to it.</param>
    /// <param name="decisions">Names that mean known ones; of two decisions on a name the last holds.</param>
    public MetricCatalogue With(IEnumerable<Metric> stored, IEnumerable<NameDecision> decisions)
    {
        var decided = new Dictionary<(TermKind, string, string), string>();
        foreach (var decision in decisions) decided[(decision.Kind, decision.MetricKey, Term.Key(decision.Name))] = decision.Known;
        var with = WithDecisions(decided);
        with._stored = stored.Where(m => !_byKey.ContainsKey(m.Key)).ToDictionary(m => m.Key);
        return with;
    }

    /// <summary>True for a metric that only its section tells from another of the same name.</summary>
    public bool HasNamesake(Metric metric) => Metrics.Any(m => m.Name == metric.Name && m.Key != metric.Key);

    /// <summary>The metric with this key, or null.</summary>
    public Metric? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The English name of a section, group or unit; null for one that is not in the catalogue.</summary>
    public string? EnglishTerm(string name) => EnglishTerms.GetValueOrDefault(name);

    /// <summary>
    /// The English name of a metric's unit, of which the metric may have one of its own; of each of several, separated by 「、」. Null
    /// where one has none.
    /// </summary>
    public string? EnglishUnit(string key, string unit)
    {
        // Asked for every row of a file.
        if (!unit.Contains('、')) return Find(key) is { EnglishUnit.Length: > 0 } metric && metric.Unit == unit ? metric.EnglishUnit : EnglishTerm(unit);
        var names = unit.Split('、').Select(one => EnglishUnit(key, one)).ToList();
        return names.Contains(null) ? null : string.Join(", ", names);
    }

    /// <summary>The English name of a part; null for one that is not in the catalogue.</summary>
    public string? EnglishPart(string name) => _englishParts.GetValueOrDefault(name);

    /// <summary>
    /// The metric of a printed heading. The page's unit takes precedence over the catalogue's; a metric that is not in the
    /// catalogue gets a generated key: <c>x-</c> and eight hexadecimal digits of the SHA-256 of <c>section/name</c>.
    /// </summary>
    /// <param name="section">The section's name without its number; empty for none.</param>
    /// <param name="name">The name without number and unit.</param>
    /// <param name="unit">The unit printed on the page, or empty.</param>
    /// <param name="group">The heading over lettered metrics, or empty.</param>
    public Metric Identify(string section, string name, string unit = "", string group = "")
    {
        section = _decisions.GetValueOrDefault((TermKind.Section, "", Term.Key(section)), section);
        var printed = (Section: Term.Key(section), Name: Term.Key(name));
        if (!_byPrintedName.TryGetValue(printed, out var metric))
        {
            var key = GeneratedKey($"{printed.Section}/{printed.Name}");
            metric = _decisions.TryGetValue((TermKind.Metric, key, printed.Name), out var known) ? Find(known) ?? _stored.GetValueOrDefault(known) : null;
            metric ??= new Metric(key, Term.Clean(section), Term.Clean(name), unit) { Group = group };
        }

        return metric.In(unit);
    }

    /// <summary>
    /// A metric with the printed parts, in printed order. A part that the catalogue does not list for the metric gets
    /// a generated key: <c>x-</c> and eight hexadecimal digits of the SHA-256 of its name.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="printed">The names of the parts; one empty name where a month is one column.</param>
    public Metric WithParts(Metric metric, IReadOnlyList<string> printed)
    {
        var known = metric.Parts.ToDictionary(p => Term.Key(p.Name));
        var keys = printed.Select(Term.Key).ToList();
        return metric with { Parts = [.. printed.Where(name => name.Length > 0).Select(PartOf)] };

        MetricPart PartOf(string name)
        {
            var key = Term.Key(name);
            // A decision holds where the known part is not printed beside it, nor another name that means it.
            if (_decisions.TryGetValue((TermKind.Part, metric.Key, key), out var same) && !keys.Contains(Term.Key(same))) keys.Add(key = Term.Key(same));
            return known.GetValueOrDefault(key) ?? new MetricPart(GeneratedKey(key), name);
        }
    }

    /// <summary>
    /// The catalogue for a page. A decision holds where neither the known section or metric nor another name that means it is
    /// printed before or beside the name.
    /// </summary>
    /// <param name="printed">The metrics of the page as printed, each with its section.</param>
    internal MetricCatalogue ForPage(IReadOnlyCollection<(string Section, string Name)> printed)
    {
        if (_decisions.Count == 0) return this;
        var decisions = new Dictionary<(TermKind Kind, string MetricKey, string Name), string>(_decisions);
        var sections = printed.Select(p => Term.Key(p.Section)).ToHashSet();
        foreach (var section in sections.ToList()) DropWhereTaken((TermKind.Section, "", section), known => sections.Add(Term.Key(known)));
        var bySection = WithDecisions(decisions.Where(d => d.Key.Kind == TermKind.Section).ToDictionary());
        var metrics = printed.Select(p => (bySection.Identify(p.Section, p.Name).Key, Name: Term.Key(p.Name))).Distinct().ToList();
        var keys = metrics.Select(m => m.Key).ToHashSet();
        foreach (var (key, name) in metrics) DropWhereTaken((TermKind.Metric, key, name), keys.Add);
        return WithDecisions(decisions);

        void DropWhereTaken((TermKind Kind, string MetricKey, string Name) name, Func<string, bool> take)
        {
            if (decisions.TryGetValue(name, out var known) && !take(known)) decisions.Remove(name);
        }
    }

    /// <summary>True when a metric of this name is known in any section.</summary>
    internal bool KnowsName(string name) => _names.Contains(Term.Key(name));

    /// <summary>True when a section of this name is known.</summary>
    internal bool KnowsSection(string section) => _sections.Contains(Term.Key(section));

    /// <summary>True when a text contains the name of a known section.</summary>
    internal bool MentionsSection(string text)
    {
        var key = Term.Key(text);
        return _sections.Any(s => key.Contains(s, StringComparison.Ordinal) || Term.Resembles(s, key));
    }

    /// <summary>True when a known metric has this unit.</summary>
    internal bool KnowsUnit(string unit) => Metrics.Any(m => m.Unit == unit);

    /// <summary>The known metrics that resemble a new one and may be the same in another spelling, the likeliest first.</summary>
    internal IReadOnlyList<Metric> MetricsLike(Metric metric)
    {
        var section = Term.Key(metric.Section);
        // The same name in another section is another metric.
        var candidates = section.Length > 0 && !KnowsSection(metric.Section)
            ? []
            : Metrics.Concat(_stored.Values).Where(m => m.Section.Length == 0
                || section.Length == 0
                || Term.Key(m.Section) == section
                || Term.Key(m.Name) == Term.Key(metric.Name));
        return [.. candidates
            .Where(m => m.Key != metric.Key && Term.Resembles(m.Name, metric.Name))
            .OrderBy(m => Math.Abs(m.Name.Length - metric.Name.Length))];
    }

    /// <summary>The known sections that resemble a new one and may be the same in another spelling.</summary>
    internal IReadOnlyList<string> SectionsLike(string section) =>
        [.. Metrics.Select(m => m.Section).Distinct().Where(s => s.Length > 0 && Term.Resembles(s, section))];

    internal static string Normalise(string text) => IsNormal(text) ? text : string.Concat(Compose(text).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>Unicode NFKC, and radicals without a normal form replaced by the character they look like: ⻘ becomes 青.</summary>
    internal static string Compose(string text)
    {
        // Normalising U+FFFE, which is not a character, throws.
        text = text.Replace("\uFFFE", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormKC);
        return text.AsSpan().ContainsAnyInRange('\u2E80', '\u2EFF') ? string.Concat(text.Select(c => Radicals.GetValueOrDefault(c, c))) : text;
    }

    /// <summary>True for characters that NFKC leaves as they are whatever stands beside them, as in nearly all names and labels.</summary>
    private static bool IsNormal(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((> ' ' and <= '~') or (>= 'ぁ' and <= 'ん') or (>= 'ァ' and <= 'ン') or 'ー' or (>= '一' and <= '龥'))) return false;
        }

        return true;
    }

    private MetricCatalogue WithDecisions(Dictionary<(TermKind Kind, string MetricKey, string Name), string> decisions)
    {
        var with = (MetricCatalogue)MemberwiseClone();
        with._decisions = decisions;
        return with;
    }

    private static string GeneratedKey(string text) => $"x-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4))}";

    private static MetricCatalogue Load()
    {
        using var stream = typeof(MetricCatalogue).Assembly.GetManifestResourceStream("Yorozu.Statistics.metrics.json")!;
        var file = JsonSerializer.Deserialize<CatalogueFile>(stream, Json)!;
        return new MetricCatalogue(file.Metrics)
        {
            EnglishTerms = file.Terms.ToFrozenDictionary(t => t.Name, t => t.EnglishName),
            Translations = file.Translations.ToDictionary(t => Normalise(t.Text), t => t.English),
        };
    }

    private sealed record CatalogueFile(SharedTerm[] Terms, Translation[] Translations, Metric[] Metrics);

    /// <summary>A name that metrics share: a unit (単位), a section (区分) or a group (指標群).</summary>
    private sealed record SharedTerm(string Name, string EnglishName);

    private sealed record Translation(string Text, string English);
}
