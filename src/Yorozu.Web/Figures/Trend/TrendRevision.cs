using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The interquartile range of the newest month after revisions of the size so far.</summary>
internal static class TrendRevision
{
    /// <summary>Null where the range would say nothing: for small figures, and where it rounds to 0 %.</summary>
    public static RevisionSize? Shown(RevisionSize? size) =>
        size?.Shares is { } shares && Math.Max(Math.Abs(shares.Lower), Math.Abs(shares.Upper)) >= Words.LeastChange ? size : null;

    /// <summary>The figure with two marks on its newest month; as it is without a size.</summary>
    public static TrendFigure Mark(TrendFigure figure, TrendSubject subject, RevisionSize? size, IStringLocalizer<UiText> text)
    {
        var months = subject.Table.Of(subject.Area)?.Months ?? [];
        var newest = months.ToList().FindLastIndex(m => m is not null);
        if (size?.Shares is not { } shares || newest < 0) return figure;
        return figure with
        {
            Table = figure.Table with { Columns = [.. figure.Table.Columns, Column(text["改訂の目安（下）"], shares.Lower), Column(text["改訂の目安（上）"], shares.Upper)] },
        };

        TrendColumn Column(string name, double share) => TrendColumn.Of(
            name, SeriesKind.Revision, [.. months.Select((m, i) => i == newest ? (double?)Math.Round(m!.Value * (1 + share)) : null)]);
    }

    public static string Sentence(RevisionSize size, Metric metric, IStringLocalizer<UiText> text) => text[
        "最新の月にある2本の横線は改訂の目安です。これまでの{0}か月では、最初の公表からの変化の半分が{1}から{2}の間でした。",
        size.Months,
        Words.SignedChange(size.Shares!.Lower, metric),
        Words.SignedChange(size.Shares.Upper, metric)];
}
