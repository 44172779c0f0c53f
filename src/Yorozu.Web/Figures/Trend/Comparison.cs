using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Drawing;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Trend;

/// <summary>The scale of compared months.</summary>
public enum ComparisonScale
{
    /// <summary>The figures (実数).</summary>
    Figures,

    /// <summary>The first published month of each area as 100 (指数).</summary>
    Index,
}

/// <summary>Areas side by side, one line each, in the views of a trend.</summary>
/// <param name="Period">The months or years shown.</param>
/// <param name="From">The tables the figures come from, the chosen or latest first.</param>
public sealed record Comparison(string Title, string Subtitle, string Period, TrendTable Table, IReadOnlyList<MetricYear> From)
{
    /// <summary>True where the months can be drawn as an index.</summary>
    public static bool HasScale(TrendChoice choice) => choice.View is TrendView.Year or TrendView.All;

    /// <summary>True where every published month is shown, not those of one year.</summary>
    public static bool IsLong(TrendChoice choice) => choice.View == TrendView.All || (choice.IsRatio && choice.Span == TrendSpan.All);

    /// <param name="years">The whole tables of the metric, the latest first: all of them, or for the views of one year that and the year before.</param>
    public static Comparison Of(
        MetricYear table, IReadOnlyList<MetricYear> years, IReadOnlyList<Area> areas, TrendChoice choice, ComparisonScale scale, IStringLocalizer<UiText> text)
    {
        var (metric, view) = (table.Metric, choice.View);
        var subject = new TrendSubject(table, areas[0], years, []);
        var (months, isIndex) = (years[0].PublishedMonths, scale == ComparisonScale.Index && HasScale(choice));
        var rows = Rows(subject, choice);
        // The nation is all of itself, and has no rank.
        var drawn = view is TrendView.Share or TrendView.Rank && areas.Any(a => !a.IsNation) ? [.. areas.Where(a => !a.IsNation)] : areas;
        // An area keeps its colour in every order.
        var colors = areas.Order().ToList();
        var columns = drawn.Select(Column).ToList();
        var period = PeriodOf(subject, choice, text);
        var unit = view switch
        {
            TrendView.Yoy or TrendView.Share or TrendView.Rank => RatioTrend.UnitOf(metric, view, text),
            _ when isIndex => text["指数"],
            _ => metric.UnitName(),
        };
        return new Comparison(
            Greatest(metric, rows, drawn, columns, choice, isIndex, text) ?? Name(metric, view, isIndex, text),
            text["単位: {0}　{1}　{2}", unit, Subject.Names(drawn, text), period]
                + (view == TrendView.Annual && months < 12 ? text["　どの年度も{0}（同期間）", years[0].Year.MonthSpan(months)] : ""),
            period,
            new TrendTable(text["{0}（{1}）", Name(metric, view, isIndex, text), period], metric, unit, columns)
            {
                IsRatioItself = !choice.IsRatio && !isIndex && metric.Formula is not null,
                LabelHeading = view == TrendView.Annual ? text["年度"].Value : null,
                Labels = rows,
                IsChange = view == TrendView.Yoy,
                IsRank = view == TrendView.Rank,
            },
            view == TrendView.Annual || IsLong(choice) ? years : view == TrendView.Yoy && subject.Before is { } before ? [table, before] : [table]);

        TrendColumn Column(Area area)
        {
            var values = choice.IsRatio ? [] : Values(subject, area, choice, months).ToList();
            var first = values.Find(v => v is not null);
            var column = choice.IsRatio
                ? RatioTrend.Column(subject, area, [.. MonthsOf(subject, choice)], view, SeriesKind.Line)
                : new TrendColumn(area.DisplayName(), SeriesKind.Line, isIndex ? [.. values.Select(v => Ratio.Index(v, first))] : values);
            return column with
            {
                HasDecimal = isIndex,
                Color = colors.IndexOf(area),
                Counts = [.. Values(subject, area, choice with { View = IsLong(choice) ? TrendView.All : TrendView.Year }, months)],
            };
        }
    }

    private static IReadOnlyList<ChartLabel> Rows(TrendSubject subject, TrendChoice choice) => choice.View switch
    {
        TrendView.Annual => [.. subject.Span.Select(y => new ChartLabel(y.EraName(), "", y.ShortName()))],
        _ when IsLong(choice) => LongTrend.Labels(subject.Months),
        _ => TrendTable.MonthsOfAYear,
    };

    private static IEnumerable<double?> Values(TrendSubject subject, Area area, TrendChoice choice, int months)
    {
        return choice.View switch
        {
            TrendView.Cumulative => Enumerable.Range(0, 12).Select(i => subject.Table.Of(area).CumulativeAt(i)),
            // The same months of every year.
            TrendView.Annual => subject.Span.Select(y => subject.Find(y.StartYear)?.Of(area).CumulativeAt(months - 1)),
            _ => MonthsOf(subject, choice).Select(m => subject.At(area, m)),
        };
    }

    private static IEnumerable<YearMonth> MonthsOf(TrendSubject subject, TrendChoice choice) => IsLong(choice) ? subject.Months : subject.Table.Year.Months;

    private static string PeriodOf(TrendSubject subject, TrendChoice choice, IStringLocalizer<UiText> text)
    {
        if (choice.View == TrendView.Annual) return Words.YearRange(subject.Span.First(), subject.Span.Last());
        if (!IsLong(choice)) return subject.Table.Year.DisplayName();
        List<YearMonth> months = [.. subject.Months];
        return LongTrend.Period(months, months.ConvertAll(m => subject.At(Area.Nation, m)), text);
    }

    private static string Name(Metric metric, TrendView view, bool isIndex, IStringLocalizer<UiText> text) => view switch
    {
        TrendView.Cumulative => text["{0}の年度累計の比較", metric.DisplayName()],
        TrendView.Annual => text["{0}の年度計の比較", metric.DisplayName()],
        TrendView.Yoy when metric.IsIndicator => text["{0}の前年同期比の比較", metric.DisplayName()],
        TrendView.Yoy => text["{0}の前年同月比の比較", metric.DisplayName()],
        TrendView.Share => text["{0}の全国比の比較", metric.DisplayName()],
        TrendView.Rank when metric.IsIndicator => text["{0}の年度累計の順位の比較", metric.DisplayName()],
        TrendView.Rank => text["{0}の月の値の順位の比較", metric.DisplayName()],
        _ when isIndex => text["{0}の伸びの比較（最初の月を100とする指数）", metric.DisplayName()],
        _ => text["{0}の月別の比較", metric.DisplayName()],
    };

    /// <summary>「相談実績件数は12月に福岡県が最多の2,410件」; null for ratios, or where one area is alone.</summary>
    private static string? Greatest(
        Metric metric,
        IReadOnlyList<ChartLabel> rows,
        IReadOnlyList<Area> areas,
        IReadOnlyList<TrendColumn> columns,
        TrendChoice choice,
        bool isIndex,
        IStringLocalizer<UiText> text)
    {
        var prefectures = columns.Zip(areas).Where(c => !c.Second.IsNation).Select(c => c.First).ToList();
        var last = rows.Count - 1;
        while (last >= 0 && prefectures.TrueForAll(c => c.Values[last] is null)) last--;
        if (choice.IsRatio || isIndex || prefectures.Count < 2 || last < 0) return null;
        var first = prefectures.MaxBy(c => c.Values[last])!;
        var count = Words.WithUnit(first.Values[last], metric);
        var period = choice.View == TrendView.Cumulative ? text["{0}までの累計", rows[last].Name].Value : rows[last].Name;
        return prefectures.Count(c => c.Values[last] == first.Values[last]) == 1
            ? Sentence()
            : null;

        string Sentence() => metric.Formula is null
            ? text["{0}は{1}に{2}が最多の{3}", metric.DisplayName(), period, first.Name, count]
            : text["{0}は{1}に{2}が最も高く{3}", metric.DisplayName(), period, first.Name, count];
    }
}
