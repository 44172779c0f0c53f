using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>Sentences made from figures: titles that say what is to be seen, and the summary of the overview.</summary>
public static class Sentences
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

    /// <summary>「最も多いのは福岡県の29,450件で、全国の6.4%」; when several have as much, so says the sentence.</summary>
    public static string Greatest(PrefectureFigures figures, IStringLocalizer<UiText> text) => (figures.View, figures.Greatest) switch
    {
        (FigureView.Yoy, { Shown: { } change }) => text["前年の同じ期間と比べて最も伸びたのは{0}の{1}", figures.GreatestNames(text), Words.PercentChange(change)],
        (FigureView.Yoy, _) => text["前年の同じ期間との比較"],
        (_, { Value: > 0 } first) => text["最も多いのは{0}の{1}で、全国の{2}", figures.GreatestNames(text), Words.WithUnit(first.Value, figures.Table.Metric), Words.Percent(first.Share)],
        _ => text["都道府県の比較"],
    };

    /// <summary>福岡県, or when more than one has as much 山口県ほか1か所.</summary>
    public static string GreatestNames(this PrefectureFigures figures, IStringLocalizer<UiText> text)
    {
        var first = figures.Rows.Where(r => r.Rank == 1).OrderBy(r => r.Area).ToList();
        return first.Count == 1 ? first[0].Area.DisplayName() : text["{0}ほか{1}か所", first[0].Area.DisplayName(), first.Count - 1];
    }

    /// <summary>↑ 2, ↓ 1 or 変わらず; nothing where it cannot be said.</summary>
    public static string MovementText(this RankedArea row, IStringLocalizer<UiText> text) => row.Movement switch
    {
        null => "",
        0 => text["変わらず"],
        > 0 => text["↑ {0}", row.Movement],
        _ => text["↓ {0}", -row.Movement.Value],
    };

    /// <summary>「4月分まで公表。5月分以降は未公表」, or 「12か月すべて公表」.</summary>
    public static string Age(MetricYear table, IStringLocalizer<UiText> text) => table.LastMonth switch
    {
        null => text["まだ公表されていません"],
        { } last when last == table.Year.LastMonth => text["12か月すべて公表"],
        { } last => text["{0}分まで公表。{1}分以降は未公表", last.MonthName(), last.AddMonths(1).MonthName()],
    };
}
