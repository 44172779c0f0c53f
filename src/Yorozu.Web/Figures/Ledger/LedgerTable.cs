using Microsoft.Extensions.Localization;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Queries.Checks;
using Yorozu.Statistics;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ledger;

/// <summary>Checks one by one, as published and as computed.</summary>
/// <param name="ShowsMetric">False when all rows have one metric.</param>
/// <param name="ShowsKind">False when the section is about one kind of check.</param>
public sealed record LedgerTable(string Caption, IReadOnlyList<LedgerLine> Lines, bool ShowsMetric, bool ShowsKind)
{
    public bool ShowsParts => Lines.Any(l => l.Part.Length > 0);

    public static LedgerTable Of(
        string caption,
        IEnumerable<LedgerRow> rows,
        IReadOnlyDictionary<LedgerRow, IReadOnlyList<Suspect>> suspects,
        IStringLocalizer<UiText> text,
        bool showsMetric = true,
        bool showsKind = true) =>
        new(caption, [.. rows.Select(r => LedgerLine.Of(r, suspects.GetValueOrDefault(r) ?? [], text))], showsMetric, showsKind);

    /// <summary>The first lines, and the others.</summary>
    public (LedgerTable First, LedgerTable Others) Split(int count) =>
        (this with { Lines = [.. Lines.Take(count)] }, this with { Lines = [.. Lines.Skip(count)] });
}

/// <summary>One check in words.</summary>
/// <param name="Remarks">The first differing month, and the suspected prefectures of a failed 合計.</param>
/// <param name="Href">The page with the provenance of the checked figure.</param>
public sealed record LedgerLine(
    LedgerRow Row,
    string Area,
    string Part,
    string Kind,
    string Column,
    string Published,
    string Expected,
    string Difference,
    bool Passed,
    string Result,
    string CssClass,
    IReadOnlyList<string> Remarks,
    string Href,
    string Position)
{
    public static LedgerLine Of(LedgerRow row, IReadOnlyList<Suspect> suspects, IStringLocalizer<UiText> text)
    {
        var result = row.CheckResult;
        // A missing table has none: neither published nor expected.
        var hasFigures = result.Kind != CheckKind.Missing;
        // Revised and unusual values are no errors: they stand in plain ink.
        var (mark, style) = (result.Passed, result.Severity) switch
        {
            (true, _) => ("✓ ", "badge passes"),
            (_, Severity.Error) => ("▲ ", "badge fails"),
            _ => ("", "badge"),
        };
        return new LedgerLine(
            row,
            result.Area.DisplayName(),
            row.Metric.PartName(result.Part),
            result.Kind.DisplayName(),
            result.Column(text),
            hasFigures ? Words.Count(result.Published) : "―",
            hasFigures ? Words.Count(result.Expected) : "―",
            Words.Change(result.Difference),
            result.Passed,
            mark + result.Result(text),
            style,
            [
                .. result.FirstDeparture is { } departure ? [text["{0}から前回の公表と違う", departure.FullName()]] : Array.Empty<string>(),
                .. suspects.Count > 0 ? [text["考えられる原因: {0}", string.Join(text["、"], suspects.Select(s => s.InWords(text)))]] : Array.Empty<string>(),
            ],
            ProvenanceLink.To(row),
            result.Position == SourcePosition.Nowhere ? text["公表 {0}", row.ReleaseId] : text.Say(result.Position.Name));
    }
}
