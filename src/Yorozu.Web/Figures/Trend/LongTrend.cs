using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>Every published month on one continuous axis; gaps stay open.</summary>
internal static class LongTrend
{
    private const int MonthsOfMean = 12;

    public static TrendFigure Of(TrendSubject subject, bool wantsMean, IStringLocalizer<UiText> text)
    {
        var months = subject.Months.ToList();
        var isSmooth = wantsMean && HasMean(subject.Metric, months.Count);
        var values = months.ConvertAll(m => subject.At(subject.Area, m));
        var sums = values.Select((_, i) => Sum(values, i)).ToList();
        TrendColumn[] smooth =
        [
            new(text["12か月の平均"], SeriesKind.Mean, [.. sums.Select(s => s / MonthsOfMean)])
            {
                Counts = values,
                IsTotal = true,
                HasDecimal = true,
                Label = "",
            },
            TrendColumn.Of(text["12か月の計"], SeriesKind.None, sums) with { Counts = values, IsTotal = true },
        ];
        var (name, unit) = (subject.Metric.DisplayName(), subject.Metric.UnitName());
        var period = Period(months, values, text);
        return new TrendFigure(
            TrendSentences.Newest(subject, months, values, text),
            text["単位: {0}　{1}", unit, text["{0}、{1}", subject.Area.DisplayName(), period]] + (isSmooth ? text["　太い線は12か月の平均"] : ""),
            period,
            new TrendTable(
                text["{0}の公表されたすべての月（{1}）", name, subject.Area.DisplayName()],
                subject.Metric,
                unit,
                [TrendColumn.Of(text["値（{0}）", unit], SeriesKind.Main, values) with { Label = "" }, .. isSmooth ? smooth : []])
            {
                IsRatioItself = subject.Metric.Formula is not null,
                Labels = Labels(months),
            },
            subject.Years);
    }

    /// <summary>False of ratios, whose mean is no ratio of anything, and where there would be one mean at most.</summary>
    public static bool HasMean(Metric metric, int months) => metric.Formula is null && months > MonthsOfMean;

    /// <summary>The months as rows, with their fiscal years.</summary>
    public static IReadOnlyList<ChartLabel> Labels(IEnumerable<YearMonth> months) =>
        [.. months.Select(m => new ChartLabel(m.FullName(), m.FiscalYear.EraName(), m.FiscalYear.ShortName()))];

    /// <summary>From the first to the last month with a figure.</summary>
    public static string Period<T>(IReadOnlyList<YearMonth> months, IReadOnlyList<T?> values, IStringLocalizer<UiText> text)
        where T : struct
    {
        var published = months.Where((_, i) => values[i].HasValue).ToList();
        return published.Count switch
        {
            0 => Words.NotPublished,
            1 => published[0].FullName(),
            _ => text["{0}〜{1}", published[0].FullName(), published[^1].FullName()],
        };
    }

    // Null unless all twelve are published: a sum across a gap would be too small.
    private static double? Sum(List<double?> values, int last)
    {
        if (last < MonthsOfMean - 1) return null;
        double? sum = 0;
        for (var i = last - MonthsOfMean + 1; i <= last; i++) sum += values[i];
        return sum;
    }
}
