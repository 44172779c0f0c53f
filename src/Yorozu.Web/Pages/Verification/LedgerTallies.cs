using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Checks;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Verification;

/// <summary>How many checks were made, metric by metric, the latest year first.</summary>
public sealed record LedgerTallies(
    string Heading, IReadOnlyList<string> Kinds, IReadOnlyList<TallyYear> Years, IReadOnlyList<(string Name, string Text)> Explanations)
{
    public static LedgerTallies Of(IReadOnlyList<CheckTally> tallies, IStringLocalizer<UiText> text)
    {
        var sums = tallies.Where(t => t.Kind.IsSum()).ToList();
        return new LedgerTallies(
            text["検算した数: {0}か所、一致 {1}か所", Words.Count(sums.Sum(t => t.Checked)), Words.Count(sums.Sum(t => t.Checked - t.Failed))],
            [.. CheckKinds.All.Select(k => k == CheckKind.Revision ? text["最新の公表での改訂"] : k.DisplayName())],
            [.. tallies.GroupBy(t => t.Year).Select((year, i) => new TallyYear(
                year.Key, [.. year.GroupBy(t => t.Metric).Select(m => Row(m.Key, year.Key, [.. m], text))], IsOpen: i == 0))],
            [.. CheckKinds.All.Select(k => (k.DisplayName(), k.Question()))]);
    }

    private static TallyRow Row(Metric metric, FiscalYear year, IReadOnlyList<CheckTally> tallies, IStringLocalizer<UiText> text)
    {
        var href = $"/verification?metric={metric.Key}&fy={year}";
        return new TallyRow(metric.FullName(), href, [.. CheckKinds.All.Select(k => Cell(k, tallies.FirstOrDefault(t => t.Kind == k), href, text))]);
    }

    private static TallyCell Cell(CheckKind kind, CheckTally? tally, string href, IStringLocalizer<UiText> text)
    {
        if (tally is null) return new TallyCell(kind == CheckKind.Cumulative ? text["公表累計なし"] : "―", "muted", null);
        if (!kind.IsSum()) return new TallyCell(text["{0}件", Words.Count(tally.Failed)], null, tally.Failed > 0 ? $"{href}&kind={kind.Code()}" : null);
        var (mark, style) = tally.Failed == 0 ? ("✓", "badge passes") : ("▲", "badge fails");
        return new TallyCell($"{mark} {Words.Count(tally.Checked - tally.Failed)}/{Words.Count(tally.Checked)}", style, null);
    }
}

/// <summary>The counts of a fiscal year; only the latest is open.</summary>
public sealed record TallyYear(FiscalYear Year, IReadOnlyList<TallyRow> Rows, bool IsOpen);

/// <summary>A metric with its counts, a cell for each kind of check.</summary>
public sealed record TallyRow(string Name, string Href, IReadOnlyList<TallyCell> Cells);

/// <summary>A count; a link where there is something to see.</summary>
public sealed record TallyCell(string Text, string? CssClass, string? Href);
