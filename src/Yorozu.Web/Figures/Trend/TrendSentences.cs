using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A trend in words: the answer of each view. A change that rounds to nothing is not mentioned.</summary>
public static class TrendSentences
{
    /// <summary>「相談実績件数は11月に34,121件、前年同月比 +6.1%」, or without the year before the highest month.</summary>
    public static string Month(TrendSubject subject, IStringLocalizer<UiText> text)
    {
        if (LatestFigure.Of(subject.Table, subject.Before, subject.Area) is not { YearBefore: not null } latest) return Peak(subject.Table, subject.Area, text);
        var (name, month, count) = (subject.Metric.NameIn(subject.Area), latest.Month.MonthName(), Words.WithUnit(latest.Value, subject.Metric));
        return Words.NotableChange(latest.ChangeOnYear, subject.Metric) is { } change
            ? text["{0}は{1}に{2}、前年同月比 {3}", name, month, count, change]
            : text["{0}は{1}に{2}", name, month, count];
    }

    /// <summary>「相談対応件数は11月に最多の43,808件」, or with one month only 「相談実績件数は4月に29,824件」.</summary>
    private static string Peak(MetricYear table, Area area, IStringLocalizer<UiText> text)
    {
        var name = table.Metric.NameIn(area);
        var months = table.Of(area)?.Months.ToList() ?? [];
        if (months.Max() is not { } greatest) return text["{0}は未公表です", name];

        var month = table.Year.FirstMonth.AddMonths(months.IndexOf(greatest)).MonthName();
        var count = Words.WithUnit(greatest, table.Metric);
        return months.Count(m => m.HasValue) > 1 ? Highest(table.Metric, name, month, count, text) : text["{0}は{1}に{2}", name, month, count];
    }

    /// <summary>「相談実績件数は4〜11月で252,633件、前年の同じ期間より +4.3%」.</summary>
    public static string YearToDate(TrendSubject subject, IStringLocalizer<UiText> text) => Total(subject.Table, subject.Before, subject, text);

    /// <summary>The same of the latest year.</summary>
    public static string Annual(TrendSubject subject, IStringLocalizer<UiText> text)
    {
        var latest = subject.Years.MaxBy(y => y.Year)!;
        return Total(latest, subject.Find(latest.Year.StartYear - 1), subject, text);
    }

    /// <summary>「相談実績件数は2026年12月に33,905件。最多は2026年11月の34,121件」.</summary>
    public static string Newest(TrendSubject subject, IReadOnlyList<YearMonth> months, List<double?> values, IStringLocalizer<UiText> text)
    {
        var name = subject.Metric.NameIn(subject.Area);
        var last = values.FindLastIndex(v => v is not null);
        if (last < 0) return text["{0}は未公表です", name];
        var (month, count) = (months[last].FullName(), Words.WithUnit(values[last], subject.Metric));
        var peak = values.IndexOf(values.Max());
        if (values.Count(v => v is not null) == 1) return text["{0}は{1}に{2}", name, month, count];
        if (peak == last) return Highest(subject.Metric, name, month, count, text);
        var (of, most) = (months[peak].FullName(), Words.WithUnit(values[peak], subject.Metric));
        return subject.Metric.Formula is null
            ? text["{0}は{1}に{2}。最多は{3}の{4}", name, month, count, of, most]
            : text["{0}は{1}に{2}。最も高かったのは{3}の{4}", name, month, count, of, most];
    }

    /// <summary>「岡山県の相談実績件数は11月に全国の6.4%」, with a year ago; null when there is none.</summary>
    public static string? Ratio(TrendSubject subject, TrendView view, List<YearMonth> months, IReadOnlyList<double?> values, IStringLocalizer<UiText> text)
    {
        // A shared zero has no place, but is the newest figure all the same.
        var last = view == TrendView.Rank
            ? months.FindLastIndex(m => RatioTrend.RankOf(subject, subject.Area, m) is not null)
            : values.ToList().FindLastIndex(v => v is not null);
        if (last < 0) return null;
        var (name, value, before) = (subject.Metric.NameIn(subject.Area), values[last] / 100, months[last].AddMonths(-12));
        var month = months.Count > 12 ? months[last].FullName() : months[last].MonthName();
        return view switch
        {
            TrendView.Yoy when subject.IsYearToDate => text["{0}は{1}までの累計で前年同期比 {2}", name, month, Words.Change(value, subject.Metric)],
            TrendView.Yoy => text["{0}は{1}に前年同月比 {2}", name, month, Words.Change(value, subject.Metric)],
            TrendView.Rank => Rank(subject, months[last], name, month, text),
            _ => RatioTrend.Value(subject, subject.Area, before, view) is { } then
                ? text["{0}は{1}に{2}、前年同月は{3}", name, month, Words.ShareOfNation(value), Words.Share(then / 100)]
                : text["{0}は{1}に{2}", name, month, Words.ShareOfNation(value)],
        };
    }

    private static string Rank(TrendSubject subject, YearMonth at, string name, string month, IStringLocalizer<UiText> text)
    {
        var newest = RatioTrend.RankOf(subject, subject.Area, at)!;
        if (newest.Place is null) return text["{0}は{1}に0で、順位はありません（0は{2}都道府県）", name, month, newest.Sharing];
        var rank = Words.Place(newest);
        var before = RatioTrend.RankOf(subject, subject.Area, at.AddMonths(-12)) is { Place: not null } then ? Words.Place(then) : null;
        return (subject.IsYearToDate, before) switch
        {
            (true, { } was) => text["{0}は{1}までの年度累計の順位が{2}位、前年同月は{3}位", name, month, rank, was],
            (false, { } was) => text["{0}は{1}の値の順位が{2}位、前年同月は{3}位", name, month, rank, was],
            (true, null) => text["{0}は{1}までの年度累計の順位が{2}位", name, month, rank],
            (false, null) => text["{0}は{1}の値の順位が{2}位", name, month, rank],
        };
    }

    /// <summary>「4月分まで公表。5月分以降は未公表」, or 「12か月すべて公表」.</summary>
    public static string Age(MetricYear table, IStringLocalizer<UiText> text) => table.LastMonth switch
    {
        null => text["まだ公表されていません"],
        { } last when last == table.Year.LastMonth => text["12か月すべて公表"],
        { } last => text["{0}分まで公表。{1}分以降は未公表", last.MonthName(), last.AddMonths(1).MonthName()],
    };

    private static string Total(MetricYear table, MetricYear? before, TrendSubject subject, IStringLocalizer<UiText> text)
    {
        var name = table.Metric.NameIn(subject.Area);
        if (LatestFigure.Of(table, before, subject.Area) is not { Cumulative: { } total } latest) return text["{0}の年度計", name];
        var isWhole = latest.Month == table.Year.LastMonth;
        var period = isWhole ? table.Year.EraName() : table.Year.MonthSpan(MonthlySeries.IndexOf(latest.Month) + 1);
        var count = Words.WithUnit(total, table.Metric);
        return (Words.NotableChange(latest.CumulativeChangeOnYear, table.Metric), isWhole) switch
        {
            (null, true) => text["{0}は{1}に{2}", name, period, count],
            (null, false) => text["{0}は{1}で{2}", name, period, count],
            ({ } change, true) => text["{0}は{1}に{2}、前年度より {3}", name, period, count, change],
            ({ } change, false) => text["{0}は{1}で{2}、前年の同じ期間より {3}", name, period, count, change],
        };
    }

    private static string Highest(Metric metric, string name, string month, string figure, IStringLocalizer<UiText> text) => metric.Formula is null
        ? text["{0}は{1}に最多の{2}", name, month, figure]
        : text["{0}は{1}に最も高く{2}", name, month, figure];
}
