using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Series;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Web.Figures.Block;
using Yorozu.Web.Figures.Ranking;
using Yorozu.Web.Figures.Trend;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Links;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Pages.Prefectures;

/// <summary>What the sheet of a prefecture shows.</summary>
/// <param name="Period">The year, the last published month, and that figures are provisional.</param>
/// <param name="Fallback">A sentence about the fallback; empty when the request is shown as asked.</param>
/// <param name="Badges">The state of the checks of the year.</param>
/// <param name="Checks">A sentence about the checks of all figures on the sheet, for paper.</param>
public sealed record BriefingSheet(
    string Period,
    string Fallback,
    IReadOnlyList<VerificationBadge> Badges,
    IReadOnlyList<HeadlineFigure> Headlines,
    MonthsTable Months,
    FigureBlock MonthsBlock,
    PrefectureTable Table,
    FigureBlock MetricsBlock,
    string Checks)
{
    public static BriefingSheet Of(PrefectureYear figures, MetricChoice choice, IStringLocalizer<UiText> text)
    {
        var (area, year, metric) = (figures.Area, figures.Year, choice.Table.Metric);
        var row = figures.Of(metric.Key);
        var subject = new TrendSubject(row.Table, area, [.. figures.Tables.Where(t => t.Metric.Key == metric.Key)], []);
        var before = subject.Before;
        var months = MonthsTable.Of(row.Table, before, area, text);
        var table = PrefectureTable.Of(area, figures.Rows, figures.Trends, figures.FirstMonth, null, text);
        var ofYear = Provenance.Of(figures.Rows.Select(r => r.Table));
        return new BriefingSheet(
            text["{0}、{1}。速報値", year.DisplayName(), TrendSentences.Age(row.Table, text)],
            choice.Fallback,
            [.. ofYear.Select(p => p.Badge)],
            [.. HeadlineFigure.Of(row, text)],
            months,
            new FigureBlock(
                "trend",
                new Subject(metric.FullName(), metric.UnitName(), area.DisplayName(), year.DisplayName()),
                FigureSources.Of(before is null ? [row.Table] : [row.Table, before]))
            {
                Title = row.HasMonths ? TrendSentences.Month(subject, text) : TrendSentences.YearToDate(subject, text),
                Subtitle = text["単位: {0}　{1}、{2}", metric.UnitName(), area.DisplayName(), year.DisplayName()]
                    + (before is null ? "" : text["。線は{0}", before.Year.DisplayName()]),
                Extract = ExtractLink.To([metric], null, [area]),
                Table = months,
            },
            table,
            new FigureBlock("metrics", new Subject(text["すべての指標"], "", area.DisplayName(), year.DisplayName()), FigureSources.Of(figures.Tables))
            {
                Title = text["すべての指標"],
                Subtitle = text["全国比と順位は年度累計によるもので、順位は値の大きい順（本サイトの計算）"],
                Extract = ExtractLink.To([], year, [area]),
                Table = table,
            },
            ChecksOf(FigureSources.Of([.. figures.Tables, .. before is null ? Array.Empty<MetricYear>() : [before]]).Published, text));
    }

    private static string ChecksOf(IReadOnlyList<Provenance> sources, IStringLocalizer<UiText> text)
    {
        var (total, failed) = (sources.Sum(p => p.Checked), sources.Sum(p => p.Failed));
        return failed == 0 ? text["検算 {0}か所すべて一致。", Words.Count(total)] : text["検算 {0}か所のうち{1}か所が不一致。", Words.Count(total), Words.Count(failed)];
    }
}

/// <summary>One of the great figures at the top of the sheet.</summary>
/// <param name="Note">What it was a year before, or that this is not published.</param>
public sealed record HeadlineFigure(string Name, string Value, string Note)
{
    public static IEnumerable<HeadlineFigure> Of(PrefectureRow row, IStringLocalizer<UiText> text)
    {
        var (metric, months) = (row.Table.Metric, row.Table.PublishedMonths);
        // Said once.
        var none = row.HasYearBefore ? text["前年は未公表"].Value : "";
        var (span, isWhole) = (row.Table.Year.MonthSpan(months), row.Table.IsWhole);
        if (row.HasMonths)
        {
            yield return new(
            row.Latest is { } latest ? text["{0}の{1}", latest.Month.MonthName(), metric.DisplayName()] : metric.DisplayName(),
            Words.WithUnit(row.Latest?.Value, metric),
            row.Latest?.ChangeOnYear is { } month ? text["前年同月比 {0}", Words.Change(month, metric)] : text["前年は未公表"]);
        }

        yield return new(
            isWhole ? text["年度の計"] : text["{0}の累計", span],
            Words.WithUnit(row.Now.Total, metric),
            row.ChangeOnYear is { } change ? YearChange(Words.Change(change, metric)) : none);
        yield return new(
            text["全国に占める割合（{0}）", span], Words.Share(row.Now.Share), row.Before.Share is { } share ? text["前年 {0}", Words.Share(share)] : none);
        yield return new(
            text["47都道府県での順位（{0}）", span],
            row.Now.Rank is { } rank ? PlaceOf(rank) : Words.NotPublished,
            row.Now.Rank is { Place: null } zero ? text["0は{0}都道府県", zero.Sharing] : row.Before.Rank is { } was ? text["前年 {0}", PlaceOf(was)] : none);

        string YearChange(string change) => isWhole ? text["前年度比 {0}", change] : text["前年同期比 {0}", change];

        string PlaceOf(Rank rank) => rank.Place is null ? text["順位なし"] : text["{0}位", Words.Place(rank)];
    }
}
