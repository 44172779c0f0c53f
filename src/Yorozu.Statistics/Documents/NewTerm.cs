using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Documents;

/// <summary>A word of a page that the catalogue does not list. The page is read anyway, and the admin is told.</summary>
/// <param name="Kind">The kind of word.</param>
/// <param name="Name">The word as printed.</param>
/// <param name="MetricKey">The key of the metric it was found with; a generated key for a new metric.</param>
public sealed record NewTerm(NewTermKind Kind, string Name, string MetricKey)
{
    /// <summary>A similar known name, which may be the same name in another spelling; empty when there is none.</summary>
    public string Resembles { get; init; } = "";

    /// <summary>True when a person must decide whether the name is new.</summary>
    public bool IsQuestion => Resembles.Length > 0;

    /// <summary>The report: 新しい指標「オンライン相談件数」（x-1a2b3c4d）.</summary>
    public Phrase Message => IsQuestion ? new Phrase("{0} — 既知の「{1}」に似ています", Novelty, Resembles) : Novelty;

    private Phrase Novelty => Kind switch
    {
        NewTermKind.Section => new Phrase("新しい区分「{0}」", Name),
        NewTermKind.Metric => new Phrase("新しい指標「{0}」（{1}）", Name, MetricKey),
        NewTermKind.Part => new Phrase("新しい内訳「{0}」（{1}）", Name, MetricKey),
        NewTermKind.Unit => new Phrase("新しい単位「{0}」（{1}）", Name, MetricKey),
        _ => throw new InvalidOperationException($"{Kind} is not a kind of term."),
    };

    /// <summary>The new words of these tables, each once, in printed order.</summary>
    internal static IReadOnlyList<NewTerm> In(IEnumerable<PublishedTable> tables, MetricCatalogue catalogue)
    {
        var terms = new List<NewTerm>();
        foreach (var metric in tables.Select(t => t.Metric))
        {
            var known = catalogue.Find(metric.Key);
            if (metric.Section.Length > 0
                && !catalogue.KnowsSection(metric.Section)
                && !terms.Exists(t => t.Kind == NewTermKind.Section && t.Name == metric.Section))
            {
                terms.Add(new NewTerm(NewTermKind.Section, metric.Section, metric.Key) { Resembles = catalogue.ResemblingSection(metric.Section) ?? "" });
            }

            if (known is null) terms.Add(new NewTerm(NewTermKind.Metric, metric.Name, metric.Key) { Resembles = catalogue.Resembling(metric) ?? "" });
            terms.AddRange(metric.Parts.Where(p => known?.Parts.Any(k => k.Key == p.Key) != true).Select(p => new NewTerm(NewTermKind.Part, p.Name, metric.Key)
            {
                Resembles = known?.Parts.FirstOrDefault(k => Term.Resembles(k.Name, p.Name))?.Name ?? "",
            }));
            if (metric.Unit.Length > 0 && (known is null ? !catalogue.KnowsUnit(metric.Unit) : metric.Unit != known.Unit))
            {
                terms.Add(new NewTerm(NewTermKind.Unit, metric.Unit, metric.Key));
            }
        }

        return terms;
    }
}

/// <summary>The kinds of new words.</summary>
public enum NewTermKind
{
    /// <summary>区分.</summary>
    Section,

    /// <summary>指標.</summary>
    Metric,

    /// <summary>内訳.</summary>
    Part,

    /// <summary>件, 者, 人 and the like.</summary>
    Unit,
}
