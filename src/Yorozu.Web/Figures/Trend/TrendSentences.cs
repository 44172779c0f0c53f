using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A trend in words: its highest month and its last published month.</summary>
public static class TrendSentences
{
    /// <summary>「相談対応件数は11月に最多の43,808件」, or with one month only 「相談実績件数は4月に29,824件」.</summary>
    public static string Peak(MetricYear table, Area area, IStringLocalizer<UiText> text)
    {
        var name = table.Metric.DisplayName();
        var months = table.Of(area)?.Months.ToList() ?? [];
        if (months.Max() is not { } greatest) return text["{0}は未公表です", name];

        var month = table.Year.FirstMonth.AddMonths(months.IndexOf(greatest)).MonthName();
        var count = Words.WithUnit(greatest, table.Metric);
        return months.Count(m => m.HasValue) > 1 ? text["{0}は{1}に最多の{2}", name, month, count] : text["{0}は{1}に{2}", name, month, count];
    }

    /// <summary>「4月分まで公表。5月分以降は未公表」, or 「12か月すべて公表」.</summary>
    public static string Age(MetricYear table, IStringLocalizer<UiText> text) => table.LastMonth switch
    {
        null => text["まだ公表されていません"],
        { } last when last == table.Year.LastMonth => text["12か月すべて公表"],
        { } last => text["{0}分まで公表。{1}分以降は未公表", last.MonthName(), last.AddMonths(1).MonthName()],
    };
}
