using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>A ranking in words.</summary>
public static class RankingSentences
{
    // More are counted.
    private const int MaxNames = 3;

    /// <summary>「最も多いのは福岡県の29,450件で、全国の6.4%」.</summary>
    public static string Greatest(PrefectureFigures figures, IStringLocalizer<UiText> text) => (figures.View, figures.Greatest) switch
    {
        (FigureView.Yoy, { Shown: { } change }) => Grown(figures.Compared, figures.GreatestWith(Words.Change(change, figures.Table.Metric), text), text),
        (FigureView.Yoy, _) => text["都道府県別の{0}", Words.Inside(FigureViews.ChangeName(figures.Compared, text))],
        (_, { Value: > 0 } first) when figures.Table.Metric.Formula is not null =>
            text["最も高いのは{0}で、{1}", figures.GreatestWithUnit(first, text), Words.ShareOfNation(first.Share)],
        (_, { Value: > 0 } first) =>
            text["最も多いのは{0}で、{1}", figures.GreatestWithUnit(first, text), Words.ShareOfNation(first.Share)],
        _ => text["都道府県の比較"],
    };

    private static string Grown(ComparedPeriod compared, string most, IStringLocalizer<UiText> text) => compared switch
    {
        ComparedPeriod.Month => text["前年同月比が最も高いのは{0}", most],
        ComparedPeriod.YearToDate => text["前年同期比が最も高いのは{0}", most],
        ComparedPeriod.WholeYear => text["前年度比が最も高いのは{0}", most],
        _ => throw new ArgumentOutOfRangeException(nameof(compared), compared, "No such period."),
    };

    /// <summary>福岡県の29,450件; when more than one has as much 山口県・鹿児島県（それぞれ12人）, of many 秋田県など8都道府県（それぞれ5人）.</summary>
    public static string GreatestWithUnit(this PrefectureFigures figures, RankedArea first, IStringLocalizer<UiText> text) =>
        figures.GreatestWith(Words.WithUnit(first.Value, figures.Table.Metric), text);

    private static string GreatestWith(this PrefectureFigures figures, string value, IStringLocalizer<UiText> text)
    {
        var first = figures.Rows.Where(r => r.Rank is { Place: 1 }).Select(r => r.Area).Order().ToList();
        if (first.Count == 1) return text["{0}の{1}", first[0].DisplayName(), value];
        var names = first.Count <= MaxNames ? Block.Subject.Names(first, text) : text["{0}など{1}都道府県", first[0].DisplayName(), first.Count].Value;
        return text["{0}（それぞれ{1}）", names, value];
    }

    /// <summary>順位, of a ratio 順位（高い順）: higher is not better.</summary>
    public static string RankHeading(this Metric metric, string heading, IStringLocalizer<UiText> text) =>
        metric.Formula is null ? heading : text["{0}（高い順）", heading];

    /// <summary>↑ 2, ↓ 1 or 変わらず; empty when unknown.</summary>
    public static string MovementText(this RankedArea row, IStringLocalizer<UiText> text) => row.Movement switch
    {
        null => "",
        0 => text["変わらず"],
        > 0 => text["↑ {0}", row.Movement],
        _ => text["↓ {0}", -row.Movement.Value],
    };
}
