using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The interquartile range of the newest month after revisions of the size so far.</summary>
internal static class TrendRevision
{
    // A range that rounds to ±0.0 % says nothing.
    private const double Least = 0.0005;

    public static RevisionSize? Shown(RevisionSize? size) => size is not null && Math.Max(Math.Abs(size.Lower), Math.Abs(size.Upper)) >= Least ? size : null;

    /// <summary>The figure with two marks on its newest month; as it is without a size.</summary>
    public static TrendFigure Mark(TrendFigure figure, TrendSubject subject, RevisionSize? size, IStringLocalizer<UiText> text)
    {
        var months = subject.Table.Of(subject.Area)?.Months ?? [];
        var newest = months.ToList().FindLastIndex(m => m is not null);
        if (size is null || newest < 0) return figure;
        return figure with
        {
            Table = figure.Table with { Columns = [.. figure.Table.Columns, Column(text["改訂の目安（下）"], size.Lower), Column(text["改訂の目安（上）"], size.Upper)] },
        };

        TrendColumn Column(string name, double share) => TrendColumn.Of(
            name, TrendColumnKind.Revision, [.. months.Select((m, i) => i == newest ? (double?)Math.Round(m!.Value * (1 + share)) : null)]);
    }

    public static string Sentence(RevisionSize size, IStringLocalizer<UiText> text) => text[
        "最新の月にある2本の横線は改訂の目安です。これまでの{0}か月では、改訂の半分が最初の公表の{1}から{2}の間でした。",
        size.Months,
        Words.PercentChange(size.Lower),
        Words.PercentChange(size.Upper)];
}
