using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages;

/// <summary>One metric of the overview; no figure when none is published yet.</summary>
public sealed record MetricCard(MetricYear Table, LatestFigure? Latest, IStringLocalizer<UiText> Text)
{
    /// <summary>Null where one month would be the whole of it.</summary>
    public Sparkline? Sparkline => Table.PublishedMonths > 1
        ? new Sparkline(Table.Of(Area.Nation)!.Months, Text["{0}の推移: {1}", Table.Metric.DisplayName(), TrendSentences.Age(Table, Text)])
        : null;

    /// <summary>What the latest figure is compared with, and the year so far.</summary>
    public IEnumerable<MetricCardLine> Lines
    {
        get
        {
            if (Latest is not { } latest) yield break;
            if (latest.MonthBefore is { } month) yield return Line(Text["前月比"], latest.ChangeOnMonth, latest.Value - month);
            if (latest.YearBefore is { } year) yield return Line(Text["前年同月比"], latest.ChangeOnYear, latest.Value - year);
            var compared = latest.CumulativeYearBefore is null ? "" : Text["（前年同期比 {0}）", Words.Change(latest.CumulativeChangeOnYear, Table.Metric)];
            yield return new(Text["年度累計"], Words.WithUnit(latest.Cumulative, Table.Metric) + compared, "");
        }
    }

    private MetricCardLine Line(string name, double? change, double difference) => new(name, Words.Change(change, Table.Metric), Words.Change(difference));
}

/// <summary>A line below the figure of a card.</summary>
public sealed record MetricCardLine(string Name, string Value, string Difference);

/// <summary>The metrics of one section of the published page.</summary>
/// <param name="Id">The anchor of its heading.</param>
/// <param name="Name">The name, in English where it has one; empty where the page has no sections.</param>
/// <param name="Note">The month, and why nothing is compared where nothing is.</param>
public sealed record CardSection(string Id, string Name, string Note, IReadOnlyList<MetricCard> Cards)
{
    public IReadOnlyList<Provenance> From => Provenance.Of(Cards.Select(c => c.Table));

    public static IReadOnlyList<CardSection> Of(IReadOnlyList<MetricCard> cards, YearMonth month, IStringLocalizer<UiText> text) =>
    [
        .. cards.GroupBy(c => c.Table.Metric.Section).Select(g => new CardSection(
            $"section-{g.First().Table.Metric.Key}",
            Words.Term(g.Key),
            month.FullName() + (g.All(c => c.Latest is { MonthBefore: null, YearBefore: null }) ? text["。前月と前年同月は未公表のため比べられません"] : ""),
            [.. g])),
    ];
}
