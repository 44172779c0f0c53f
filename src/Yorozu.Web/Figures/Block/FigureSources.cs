using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.References;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>Where the figures of a block come from: the releases, and for ratios how this site computes them.</summary>
/// <param name="Ratios">The ratios among the figures.</param>
public sealed record FigureSources(IReadOnlyList<Provenance> Published, IReadOnlyList<Metric> Ratios)
{
    /// <summary>True where published figures stand beside ratios, which then are marked in a section of their own.</summary>
    public bool IsMixed { get; init; }

    // More formulas are folded away.
    private const int Shown = 2;

    private IEnumerable<Formula> OfIndicators => Ratios.Select(r => r.Formula!).Where(f => f.Reference is null);

    private IReadOnlyList<Formula> PerHead => [.. Ratios.Select(r => r.Formula!).Where(f => f.Reference is not null)];

    private IEnumerable<ReferenceTable> References => PerHead.Select(f => f.Reference!).Distinct();

    public static FigureSources Of(params IEnumerable<MetricYear> tables)
    {
        var all = tables.ToList();
        return new(Provenance.Of(all), [.. all.Select(t => t.Metric).Where(m => m.Formula is not null).DistinctBy(m => m.Key)])
        {
            IsMixed = all.Exists(t => t.Metric.Formula is null),
        };
    }

    /// <summary>The formulas, and the source of what is divided by.</summary>
    public IReadOnlyList<string> Formulas(IStringLocalizer<UiText> text) =>
    [
        .. Ratios.Where(r => r.Formula!.Reference is null).Select(r => text["{0} = {1}", r.DisplayName(), r.Formula!.InWords()].Value),
        .. PerHead.Count == 1 ? [PerHead[0].InWords()] : PerHead.Take(1).Select(f => f.OfEachMetric()),
    ];

    /// <summary>人口: 2020年10月1日、「令和2年国勢調査」…: the sources of what is divided by.</summary>
    public IReadOnlyList<string> Denominators => [.. References.Select(r => r.SourceText())];

    /// <summary>　本サイトの計算（人口: 2020年10月1日、…）; empty for published figures, and where both stand together.</summary>
    public string Mark(IStringLocalizer<UiText> text)
    {
        if (Ratios.Count == 0 || IsMixed) return "";
        return Denominators.Count > 0 ? text["　本サイトの計算（{0}）", string.Join(text["、"], Denominators)] : text["　本サイトの計算"];
    }

    /// <summary>True where the formulas would be longer than what they are about.</summary>
    public bool IsFolded => OfIndicators.Count() > Shown;

    /// <summary>What shares and changes of a ratio are.</summary>
    public string Remark(IStringLocalizer<UiText> text) => text["全国比は全国の値に対する割合で、2倍以上は「倍」で示します。前年との比は増減率で、%の値はポイントの差で示します。"];

    /// <summary>出典: 公表 12（…）: the first releases by name.</summary>
    public string ReleasesText(IStringLocalizer<UiText> text) => $"{text["出典"]}: {Provenance.Text(Published, text)}";

    /// <summary>Everything about the computation in one text, for files and images.</summary>
    public string Text(IStringLocalizer<UiText> text) => string.Join(text["、"], Formulas(text).Concat(Denominators));
}
