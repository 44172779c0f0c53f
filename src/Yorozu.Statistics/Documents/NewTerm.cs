using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Documents;

/// <summary>A word of a page that the catalogue does not list. The page is read anyway, and the admin is told.</summary>
/// <param name="Kind">The kind of word.</param>
/// <param name="Name">The word as printed.</param>
/// <param name="MetricKey">The key of the metric it was found with; a generated key for a new metric.</param>
public sealed record NewTerm(TermKind Kind, string Name, string MetricKey)
{
    /// <summary>A similar known name, which may be the same name in another spelling; empty when there is none.</summary>
    public string Resembles { get; init; } = "";

    /// <summary>The known names it may be decided to mean, the likeliest first; those that this page prints too are not among them.</summary>
    public IReadOnlyList<KnownName> Offers { get; init; } = [];

    /// <summary>True when a person must decide whether the name is new.</summary>
    public bool IsQuestion => Resembles.Length > 0;

    /// <summary>The report: 新しい指標「オンライン相談件数」（x-1a2b3c4d）.</summary>
    public Phrase Message => IsQuestion ? new Phrase("{0} — 既知の「{1}」に似ています", Novelty, Resembles) : Novelty;

    private Phrase Novelty => Kind switch
    {
        TermKind.Section => new Phrase("新しい区分「{0}」", Name),
        TermKind.Metric => new Phrase("新しい指標「{0}」（{1}）", Name, MetricKey),
        TermKind.Part => new Phrase("新しい内訳「{0}」（{1}）", Name, MetricKey),
        TermKind.Unit => new Phrase("新しい単位「{0}」（{1}）", Name, MetricKey),
        _ => throw new InvalidOperationException($"{Kind} is not a kind of term."),
    };

    /// <summary>The new words of these tables, each once, in printed order.</summary>
    internal static IReadOnlyList<NewTerm> In(IReadOnlyList<PublishedTable> tables, MetricCatalogue catalogue)
    {
        var terms = new List<NewTerm>();
        var metrics = tables.Select(t => t.Metric).ToList();
        foreach (var metric in metrics)
        {
            if (metric.Section.Length > 0
                && !catalogue.KnowsSection(metric.Section)
                && !terms.Exists(t => t.Kind == TermKind.Section && t.Name == metric.Section))
            {
                terms.Add(OfSection(metric, metrics, catalogue));
            }

            var known = catalogue.Find(metric.Key);
            if (known is null) terms.Add(OfMetric(metric, metrics, catalogue));
            terms.AddRange(metric.Parts.Where(p => known?.Parts.Any(k => k.Key == p.Key) != true).Select(p => OfPart(metric, p, known)));
            if (metric.Unit.Length > 0 && (known is null ? !catalogue.KnowsUnit(metric.Unit) : metric.Unit != known.Unit))
            {
                terms.Add(new NewTerm(TermKind.Unit, metric.Unit, metric.Key));
            }
        }

        return terms;
    }

    private static NewTerm OfSection(Metric metric, IReadOnlyList<Metric> printed, MetricCatalogue catalogue)
    {
        var similar = catalogue.SectionsLike(metric.Section);
        return new NewTerm(TermKind.Section, metric.Section, metric.Key)
        {
            Resembles = similar is [var first, ..] ? first : "",
            Offers = [.. similar
                .Where(s => printed.All(m => m.Section != s))
                .Select(s => new KnownName(s, new NameDecision(TermKind.Section, "", metric.Section, s)))],
        };
    }

    private static NewTerm OfMetric(Metric metric, IReadOnlyList<Metric> printed, MetricCatalogue catalogue)
    {
        var similar = catalogue.MetricsLike(metric);
        return new NewTerm(TermKind.Metric, metric.Name, metric.Key)
        {
            Resembles = similar is [var first, ..] ? NameOf(first) : "",
            Offers = [.. similar
                .Where(s => printed.All(m => m.Key != s.Key))
                .Select(s => new KnownName(NameOf(s), new NameDecision(TermKind.Metric, metric.Key, metric.Name, s.Key)))],
        };

        // Two sections may have a metric of the same name.
        string NameOf(Metric known) => similar.Count(s => s.Name == known.Name) > 1 ? $"{known.Section} {known.Name}" : known.Name;
    }

    private static NewTerm OfPart(Metric metric, MetricPart part, Metric? known)
    {
        var similar = (known?.Parts ?? []).Where(k => Term.Resembles(k.Name, part.Name)).ToList();
        return new NewTerm(TermKind.Part, part.Name, metric.Key)
        {
            Resembles = similar is [var first, ..] ? first.Name : "",
            Offers = [.. similar
                .Where(k => metric.Parts.All(p => p.Key != k.Key))
                .Select(k => new KnownName(k.Name, new NameDecision(TermKind.Part, metric.Key, part.Name, k.Name)))],
        };
    }
}

/// <summary>A known name that a new one may mean.</summary>
/// <param name="Name">The known name, such as 相談実績件数.</param>
/// <param name="Decision">The decision that they are the same.</param>
public sealed record KnownName(string Name, NameDecision Decision);
