using Microsoft.Extensions.Localization;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ranking;

/// <summary>A ranking in words.</summary>
public static class RankingSentences
{
    /// <summary>「最も多いのは福岡県の29,450件で、全国の6.4%」, or a sentence that names the number of ties.</summary>
    public static string Greatest(PrefectureFigures figures, IStringLocalizer<UiText> text) => (figures.View, figures.Greatest) switch
    {
        (FigureView.Yoy, { Shown: { } change }) => figures.IsYearToDate
            ? text["前年同期比が最も高いのは{0}の{1}", figures.GreatestNames(text), Words.PercentChange(change)]
            : text["前年同月比が最も高いのは{0}の{1}", figures.GreatestNames(text), Words.PercentChange(change)],
        (FigureView.Yoy, _) => figures.IsYearToDate ? text["都道府県別の前年同期比"] : text["都道府県別の前年同月比"],
        (_, { Value: > 0 } first) when figures.Table.Metric.Formula is not null =>
            text["最も高いのは{0}の{1}で、全国の{2}", figures.GreatestNames(text), Words.WithUnit(first.Value, figures.Table.Metric), Words.Percent(first.Share)],
        (_, { Value: > 0 } first) =>
            text["最も多いのは{0}の{1}で、全国の{2}", figures.GreatestNames(text), Words.WithUnit(first.Value, figures.Table.Metric), Words.Percent(first.Share)],
        _ => text["都道府県の比較"],
    };

    /// <summary>福岡県, or when more than one has as much 山口県ほか1か所.</summary>
    public static string GreatestNames(this PrefectureFigures figures, IStringLocalizer<UiText> text)
    {
        var first = figures.Rows.Where(r => r.Rank == 1).OrderBy(r => r.Area).ToList();
        return first.Count == 1 ? first[0].Area.DisplayName() : text["{0}ほか{1}か所", first[0].Area.DisplayName(), first.Count - 1];
    }

    /// <summary>↑ 2, ↓ 1 or 変わらず; empty when unknown.</summary>
    public static string MovementText(this RankedArea row, IStringLocalizer<UiText> text) => row.Movement switch
    {
        null => "",
        0 => text["変わらず"],
        > 0 => text["↑ {0}", row.Movement],
        _ => text["↓ {0}", -row.Movement.Value],
    };
}
