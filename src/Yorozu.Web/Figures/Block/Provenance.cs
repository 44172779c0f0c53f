using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>The provenance of a block's figures, and whether their sums passed.</summary>
/// <param name="Document">The name of the published file.</param>
/// <param name="ReleaseId">The release it was published in.</param>
/// <param name="FiscalYear">The fiscal year of the release.</param>
/// <param name="AsOf">The last month with a figure.</param>
/// <param name="Checked">How many sums were checked.</param>
/// <param name="Failed">How many of them failed.</param>
/// <param name="LedgerHref">The address of the ledger with these sums.</param>
public sealed record Provenance(
    string Document, int ReleaseId, FiscalYear FiscalYear, YearMonth AsOf, int Checked, int Failed, string LedgerHref)
{
    /// <summary>The publisher of the figures; a text of the interface.</summary>
    public const string Publisher = ExtractNotes.Publisher;

    // One more than these is folded away with the rest.
    private const int Shown = 2;

    public VerificationBadge Badge => new(Checked, Failed, LedgerHref);

    public static IReadOnlyList<Provenance> Of(params IEnumerable<MetricYear> tables) =>
    [
        .. tables.SelectMany(t => t.Published).DistinctBy(t => (t.Metric.Key, t.Year)).GroupBy(t => (t.Source.ReleaseId, t.Year)).Select(g => new Provenance(
            g.First().Source.FileName,
            g.Key.ReleaseId,
            g.Key.Year,
            g.First().Source.AsOf,
            g.Sum(t => t.Source.Checked),
            g.Sum(t => t.Source.Failed),
            LedgerHrefOf(g.Key.Year, g.Select(t => t.Metric.Key)))),
    ];

    /// <summary>The sources to show at once, and those of a long period behind them.</summary>
    public static (IReadOnlyList<Provenance> First, IReadOnlyList<Provenance> Others) Fold(IReadOnlyList<Provenance> sources) =>
        sources.Count <= Shown + 1 ? (sources, []) : ([.. sources.Take(Shown)], [.. sources.Skip(Shown)]);

    /// <summary>公表者: よろず支援拠点全国本部（中小機構）.</summary>
    public static string PublisherText(IStringLocalizer<UiText> text) => $"{text["公表者"]}: {text[Publisher]}";

    /// <summary>公表 12（令和8年度（2026年度） 4月分まで、r08-results.txt）.</summary>
    public string ReleaseText(IStringLocalizer<UiText> text) =>
        text["公表 {0}（{1} {2}分まで、{3}）", ReleaseId, FiscalYear.DisplayName(), AsOf.MonthName(), Document];

    /// <summary>The releases of a figure, those of a long period only counted.</summary>
    public static string Text(IReadOnlyList<Provenance> sources, IStringLocalizer<UiText> text)
    {
        var (first, others) = Fold(sources);
        var names = first.Select(s => s.ReleaseText(text));
        return string.Join(text["、"], others.Count == 0 ? names : names.Append(text["ほか{0}件の公表資料", others.Count]));
    }

    private static string LedgerHrefOf(FiscalYear year, IEnumerable<string> metrics) =>
        "/verification"
            + QueryString.Create([.. metrics.Select(m => KeyValuePair.Create("metric", (string?)m)), KeyValuePair.Create("fy", (string?)year.ToString())]);
}
