using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>A trend as one of its views shows it.</summary>
/// <param name="Title">The answer, in a sentence.</param>
/// <param name="Period">The months or years shown.</param>
/// <param name="From">The tables the figures come from, the chosen or latest first.</param>
public sealed record TrendFigure(string Title, string Subtitle, string Period, TrendTable Table, IReadOnlyList<MetricYear> From)
{
    /// <summary>Why there is nothing to see; null when there is.</summary>
    public string? Note { get; init; }

    public static TrendFigure Of(TrendSubject subject, TrendChoice choice, IStringLocalizer<UiText> text) => choice.View switch
    {
        TrendView.Year => YearTrend.OfMonths(subject, text),
        TrendView.Cumulative => YearTrend.OfTotals(subject, text),
        TrendView.All => LongTrend.Of(subject, choice.IsSmooth, text),
        TrendView.Annual => AnnualTrend.Of(subject, text),
        _ => RatioTrend.Of(subject, choice, text),
    };
}
