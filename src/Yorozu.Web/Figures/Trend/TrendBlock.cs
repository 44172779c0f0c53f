using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Data.Queries.Series;
using Yorozu.Data.Snapshots;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Snapshots;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The trend of a page, for <c>_Trend.cshtml</c>: its views, the figure, and differently defined metrics below it.</summary>
/// <param name="Views">The tabs of the views; null for a differently defined metric.</param>
/// <param name="Options">The tabs of what a view leaves open: the span of a ratio, the mean over all months.</param>
public sealed record TrendBlock(FigureBlock Block, Tabs? Views, Tabs? Options, TrendTable Table)
{
    private const string Anchor = "#trend";

    /// <summary>Why there is nothing to see; null when there is.</summary>
    public string? Note { get; init; }

    /// <summary>Which view is shown instead of the requested one; empty when that one is shown.</summary>
    public string Fallback { get; init; } = "";

    /// <summary>How far the newest month may still move; null where that is unknown or not drawn.</summary>
    public string? Revisions { get; init; }

    public string RevisionsHref { get; init; } = "";

    /// <summary>Definitions to compare; empty for the metric of the page.</summary>
    public IReadOnlyList<MetricDefinition> Definitions { get; init; } = [];

    /// <summary>Metrics that count something similar under another definition, in blocks of their own.</summary>
    public IReadOnlyList<TrendBlock> Related { get; init; } = [];

    /// <summary>Reads and lays out the trend of an area.</summary>
    /// <param name="coverage">What is published, and the ratios of it.</param>
    /// <param name="table">The chosen year, with all areas.</param>
    /// <param name="lines">Areas drawn beside the main one in ratios and ranks.</param>
    public static async Task<TrendBlock> LoadAsync(
        HttpRequest request,
        RequestSnapshot snapshot,
        IReadOnlyList<Coverage> coverage,
        MetricYear table,
        Area area,
        TrendChoice choice,
        IReadOnlyList<Area> lines,
        IStringLocalizer<UiText> text,
        CancellationToken cancellationToken)
    {
        var hasRank = !area.IsNation || lines.Any(l => !l.IsNation);
        var shown = hasRank || choice.View is not (TrendView.Share or TrendView.Rank) ? choice : choice with { View = TrendChoice.Usual(table.Metric) };
        var subject = await TrendSubject.LoadAsync(snapshot, coverage, table, area, shown, lines, cancellationToken);
        // Only the newest year is still being revised.
        var size = shown.View == TrendView.Year && table.Metric.Formula is null && table.Year == subject.Years[0].Year
            ? TrendRevision.Shown(await snapshot.RevisionSizeAsync(table.Metric.Key, table.MainPart, area))
            : null;
        var figure = TrendRevision.Mark(TrendFigure.Of(subject, shown, text), subject, size, text);
        var note = figure.Note ?? (shown.IsMonthly ? table.Metric.MonthCaution() : null);
        var revisions = size is null ? null : TrendRevision.Sentence(size, table.Metric, text);
        var block = Of(subject, shown, figure, "trend", text) with { Remarks = [.. new[] { note, revisions }.OfType<string>()] };
        var views = TrendTabs.Views(request, shown.View, table.Metric, hasRank, Anchor, text);
        return new TrendBlock(block, views, OptionTabs(request, shown, figure.Table, text), figure.Table)
        {
            Note = note,
            Fallback = shown == choice ? "" : FallbackTo(shown.View, text),
            Revisions = revisions,
            RevisionsHref = $"/revisions?metric={table.Metric.Key}&fy={table.Year}&area={area.Code}",
            Related = shown.View is TrendView.All or TrendView.Annual ? await RelatedAsync(snapshot, subject, shown, text, cancellationToken) : [],
        };
    }

    private static async Task<IReadOnlyList<TrendBlock>> RelatedAsync(
        RequestSnapshot snapshot, TrendSubject subject, TrendChoice choice, IStringLocalizer<UiText> text, CancellationToken cancellationToken)
    {
        var coverage = await snapshot.CoverageAsync();
        var blocks = new List<TrendBlock>();
        foreach (var key in subject.Metric.Related)
        {
            if (await TrendSubject.LoadRelatedAsync(snapshot, key, subject.Area, cancellationToken) is not { } related) continue;
            var figure = TrendFigure.Of(related, choice, text);
            string note = text["定義が異なるため単純比較できません。"];
            blocks.Add(new TrendBlock(Of(related, choice, figure, "trend-" + key, text) with { Remarks = [note] }, null, null, figure.Table)
            {
                Note = note,
                Definitions = [.. MetricDefinition.Of(coverage, subject.Metric.Key).Take(1), .. MetricDefinition.Of(coverage, key).Take(1)],
            });
        }

        return blocks;
    }

    private static LocalizedString FallbackTo(TrendView view, IStringLocalizer<UiText> text) => view == TrendView.Cumulative
        ? text["全国には全国比と順位がないため、年度累計を示しています。地域か、強調する都道府県を選ぶと見られます。"]
        : text["全国には全国比と順位がないため、月別の値を示しています。地域か、強調する都道府県を選ぶと見られます。"];

    private static FigureBlock Of(TrendSubject subject, TrendChoice choice, TrendFigure figure, string id, IStringLocalizer<UiText> text) => new(
        id,
        new Subject(subject.Metric.FullName(), figure.Table.Unit, Subject.Names([subject.Area, .. choice.IsRatio ? subject.Lines : []], text), figure.Period),
        FigureSources.Of(figure.From))
    {
        Title = figure.Title,
        Subtitle = figure.Subtitle,
        Extract = ExtractLink.To([subject.Metric], figure.From.Count == 1 ? subject.Table.Year : null, [subject.Area, .. choice.IsRatio ? subject.Lines : []]),
        Table = figure.Table,
        Chart = figure.Table.Chart,
    };

    private static Tabs? OptionTabs(HttpRequest request, TrendChoice choice, TrendTable table, IStringLocalizer<UiText> text) => choice switch
    {
        { View: TrendView.All } when LongTrend.HasMean(table.Metric, table.Labels.Count) => Tabs.Of(
            request,
            "smooth",
            choice.IsSmooth ? TrendChoice.Smooth : null,
            [(null, text["月の値だけ"]), (TrendChoice.Smooth, text["12か月の平均を重ねる"])],
            anchor: Anchor),
        { IsRatio: true } => TrendTabs.Spans(request, choice.Span, Anchor, text),
        _ => null,
    };
}
