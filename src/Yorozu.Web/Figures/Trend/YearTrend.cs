using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A fiscal year month by month, before the year before and the older ones: its months, or its running totals.</summary>
internal static class YearTrend
{
    // More are a band.
    private const int MaxOlderLines = 3;

    public static TrendFigure OfMonths(TrendSubject subject, IStringLocalizer<UiText> text)
    {
        var columns = Columns(subject, SeriesKind.Bar, s => s?.Months, text["前年同月比"], text);
        return Figure(subject, TrendSentences.Month(subject, text), text["{0}の月別の値（{1}）", subject.Metric.DisplayName(), Place(subject, text)], columns, text);
    }

    public static TrendFigure OfTotals(TrendSubject subject, IStringLocalizer<UiText> text)
    {
        var columns = Columns(subject, SeriesKind.Main, s => s?.Cumulative, text["前年同期比"], text);
        return Figure(
            subject, TrendSentences.YearToDate(subject, text), text["{0}の年度累計（{1}）", subject.Metric.DisplayName(), Place(subject, text)], columns, text);
    }

    private static TrendFigure Figure(
        TrendSubject subject, string title, string caption, IReadOnlyList<TrendColumn> columns, IStringLocalizer<UiText> text)
    {
        var table = subject.Table;
        var drawn = new TrendTable(caption, subject.Metric, subject.Metric.UnitName(), columns) { IsRatioItself = subject.Metric.Formula is not null };
        return new TrendFigure(
            title,
            text["単位: {0}　{1}", subject.Metric.UnitName(), Place(subject, text)] + string.Concat(Marks(subject, drawn, text)),
            table.Year.DisplayName(),
            drawn,
            [table, .. subject.Years.Where(y => y.Year.CompareTo(table.Year) < 0)]);
    }

    private static string Place(TrendSubject subject, IStringLocalizer<UiText> text) =>
        text["{0}、{1}", subject.Area.DisplayName(), subject.Table.Year.DisplayName()];

    private static IReadOnlyList<TrendColumn> Columns(
        TrendSubject subject, SeriesKind kind, Func<MonthlySeries?, IReadOnlyList<double?>?> values, string change, IStringLocalizer<UiText> text)
    {
        var (area, before, isTotal) = (subject.Area, subject.Before, kind == SeriesKind.Main);
        return
        [
            Column(subject.Table, kind),
            .. before is null ? [] : new[] { Column(before, SeriesKind.Before) },
            .. Older(subject) is { Count: > MaxOlderLines } band ? Band(band) : Older(subject).Select(y => Column(y, SeriesKind.Older)),
            .. !isTotal && !area.IsNation ? [subject.Metric.Formula is null ? Mean(subject.Table, text) : Nation(subject.Table)] : Array.Empty<TrendColumn>(),
            .. before is null ? [] : new[] { Change(before) },
        ];

        TrendColumn Column(MetricYear year, SeriesKind kind) =>
            TrendColumn.Of(year.Year.DisplayName(), kind, values(year.Of(area))) with
            {
                Label = year.Year.ShortName(),
                Counts = isTotal ? year.Of(area)?.Months : null,
                IsTotal = isTotal,
            };

        IEnumerable<TrendColumn> Band(IReadOnlyList<MetricYear> years)
        {
            var (first, last) = (years[^1].Year, years[0].Year);
            var months = years.Select(y => values(y.Of(area)) ?? new double?[12]).ToList();
            var label = Words.ShortRange(first, last);
            double?[] lowest = [.. Enumerable.Range(0, 12).Select(i => months.Min(m => m[i]))];
            double?[] highest = [.. Enumerable.Range(0, 12).Select(i => months.Max(m => m[i]))];
            yield return TrendColumn.Of(text["{0}の最少", label], SeriesKind.Low, lowest);
            yield return TrendColumn.Of(text["{0}の最多", label], SeriesKind.High, highest) with { Label = label };
        }

        TrendColumn Change(MetricYear before)
        {
            var (now, then) = (values(subject.Table.Of(area)) ?? new double?[12], values(before.Of(area)) ?? new double?[12]);
            return new TrendColumn(change, SeriesKind.None, [.. now.Zip(then, (n, t) => 100 * Ratio.Change(n, t, subject.Metric))])
            {
                IsChange = true,
                Counts = now,
            };
        }
    }

    /// <summary>The mean of the 47, month by month; null where not all are published.</summary>
    private static TrendColumn Mean(MetricYear table, IStringLocalizer<UiText> text)
    {
        var all = table.Prefectures.ToList();
        return new TrendColumn(
            text["47都道府県の平均"],
            SeriesKind.Other,
            [.. Enumerable.Range(0, 12).Select(i => all.TrueForAll(s => s.Months[i].HasValue) ? all.Average(s => s.Months[i]) : null)])
        {
            HasDecimal = true,
            Label = text["47の平均"],
        };
    }

    // The mean of 47 ratios is no ratio of anything.
    private static TrendColumn Nation(MetricYear table) =>
        TrendColumn.Of(Area.Nation.DisplayName(), SeriesKind.Other, table.Of(Area.Nation)?.Months);

    private static List<MetricYear> Older(TrendSubject subject) =>
        [.. subject.Years.Where(y => y.Year.StartYear < subject.Table.Year.StartYear - 1)];

    // What is drawn beside the chosen year, in words.
    private static IEnumerable<string> Marks(TrendSubject subject, TrendTable drawn, IStringLocalizer<UiText> text)
    {
        var older = Older(subject);
        if (subject.Before is { } before) yield return drawn.IsFew ? text["　大きい点は{0}", before.Year.EraName()] : text["　太い線は{0}", before.Year.EraName()];
        if (older.Count > MaxOlderLines) yield return text["　帯は{0}の範囲", Words.EraRange(older[^1].Year, older[0].Year)];
        else if (older.Count > 0) yield return drawn.IsFew ? text["　小さい点は{0}", Names(older)] : text["　細い線は{0}", Names(older)];
        if (drawn.Columns.FirstOrDefault(c => c.Kind == SeriesKind.Other) is not { } other) yield break;
        yield return (subject.Metric.Formula is null, other.Values.Count(v => v.HasValue)) switch
        {
            (true, 1) => text["　点は47都道府県の平均"],
            (true, _) => text["　破線は47都道府県の平均"],
            (false, 1) => text["　点は全国"],
            (false, _) => text["　破線は全国"],
        };
    }

    // Years in a row are a range.
    private static string Names(List<MetricYear> years) => years.Count > 1 && years[0].Year.StartYear - years[^1].Year.StartYear == years.Count - 1
        ? Words.EraRange(years[^1].Year, years[0].Year)
        : string.Join(" ・ ", years.Select(y => y.Year.EraName()));
}
