using System.Globalization;
using System.Text;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ledger;

/// <summary>The news of a release as a short text for a mail, in Japanese regardless of the page's language.</summary>
public static class ReleaseNewsText
{
    private const int MaxOfAKind = 5;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static string Of(ReleaseNews news)
    {
        var text = new StringBuilder();
        text.Append(Invariant, $"{news.Year.Name} {news.AsOf.Month}月分までの公表（公表 {news.ReleaseId}）\n");
        Section(text, "全国の値", news.Headlines.Select(Line), int.MaxValue);
        Section(
            text,
            "前月からの大きな動き",
            news.Moves.Select(m => $"{Place(m.Metric, m.Area)} {Words.Count(m.Before)} → {Words.Count(m.After)}{m.Metric.Unit}（{Words.Change(m.Change)}）"));
        Section(
            text,
            "これまでの最多",
            news.Records.Select(r => $"{Place(r.Metric, r.Area)} {Words.Count(r.Count)}{r.Metric.Unit}（これまでの{r.Months}か月の最多は{Words.Count(r.HighestBefore)}）"));
        Section(text, "改訂された値", news.Revised.Select(Line));
        Section(text, "新しい指標", news.NewMetrics.Select(m => m.Name));
        text.Append('\n').Append(Verification(news)).Append('\n');
        return text.ToString();
    }

    private static string Line(Headline h) =>
        $"{h.Metric.Name}{Section(h.Metric)} {h.Month.Year}年{h.Month.Month}月 {Words.Count(h.Count)}{h.Metric.Unit}"
            + $"{Comparison("前月比", h.Count, h.MonthBefore)}{Comparison("前年同月比", h.Count, h.YearBefore)}";

    private static string Line(RevisedFigure r) =>
        $"{Place(r.Metric, r.Area)}{(r.Part.Length > 0 ? $"（{r.Part}）" : "")} {r.Month.Year}年{r.Month.Month}月 "
            + $"{Words.Count(r.Before)} → {Words.Count(r.After)}（{Words.Change(r.Change)}）";

    private static string Comparison(string name, long count, long? other) =>
        Ratio.Change(count, other) is { } change ? $"、{name}{Words.PercentChange(change)}" : "";

    private static string Place(Metric metric, Area area) => $"{area.Name} {metric.Name}{Section(metric)}";

    private static string Section(Metric metric) => metric.Section.Length > 0 ? $"（{metric.Section}）" : "";

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines, int max = MaxOfAKind)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        text.Append(Invariant, $"\n■ {title}\n");
        foreach (var line in all.Take(max)) text.Append(Invariant, $"・{line}\n");
        if (all.Count > max) text.Append(Invariant, $"・ほか{Words.Count(all.Count - max)}件\n");
    }

    private static string Verification(ReleaseNews news)
    {
        var errors = news.Failed.Where(f => f.Key.IsSum()).Sum(f => f.Value);
        var unusual = news.Failed.GetValueOrDefault(CheckKind.Plausible);
        return (errors == 0 ? "検算はすべて一致しました。" : $"検算に一致しない箇所が{Words.Count(errors)}件あります。")
            + (unusual > 0 ? $"ふだんと違う値が{Words.Count(unusual)}件あります。" : "")
            + "数値は速報値です。";
    }
}
