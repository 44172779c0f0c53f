using System.Text;
using Microsoft.Extensions.Localization;
using Yorozu.Data.Queries.Releases;
using Yorozu.Statistics;
using Yorozu.Statistics.Comparison;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Verification.Results;
using Yorozu.Web.Figures.Views;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Ledger;

/// <summary>The news of a release as a short text for a mail.</summary>
public sealed class ReleaseNewsText(IStringLocalizer<UiText> text)
{
    private const int MaxOfAKind = 5;
    private readonly StringBuilder _lines = new();

    public static string Of(ReleaseNews news, IStringLocalizer<UiText> text) => new ReleaseNewsText(text).Write(news);

    private string Write(ReleaseNews news)
    {
        Add(text["{0} {1}分までの公表（公表 {2}）", news.Year.DisplayName(), news.AsOf.MonthName(), news.ReleaseId]);
        AddSection(text["全国の値"], news.Headlines.Select(Line), int.MaxValue);
        AddSection(text["前月からの大きな動き"], news.Moves.Select(m => text[
            "{0} {1} → {2}（{3}）", Place(m.Metric, m.Area), Words.Count(m.Before), Words.WithUnit(m.After, m.Metric), Words.Change(m.Change)].Value));
        AddSection(text["これまでの最多"], news.Records.Select(r => text[
            "{0} {1}（これまでの{2}か月の最多は{3}）",
            Place(r.Metric, r.Area),
            Words.WithUnit(r.Count, r.Metric),
            r.Months,
            Words.Count(r.HighestBefore)].Value));
        AddSection(text["改訂された値"], news.Revised.Select(r => text[
            "{0} {1} {2} → {3}（{4}）",
            Place(r.Metric, r.Area) + (r.Part.Length > 0 ? Words.Bracketed(r.Metric.PartName(r.Part)) : ""),
            r.Month.FullName(),
            Words.Count(r.Before),
            Words.Count(r.After),
            Words.Change(r.Change)].Value));
        AddSection(text["新しい指標"], news.NewMetrics.Select(m => m.DisplayName()));
        Add("");
        Add(Verification(news));
        return _lines.ToString();
    }

    private string Line(Headline h) => text[
        "{0} {1} {2}{3}",
        h.Metric.FullName(),
        h.Month.FullName(),
        Words.WithUnit(h.Count, h.Metric),
        (Ratio.Change(h.Count, h.MonthBefore) is { } month ? text["、前月比{0}", Words.PercentChange(month)] : "")
            + (Ratio.Change(h.Count, h.YearBefore) is { } year ? text["、前年同月比{0}", Words.PercentChange(year)] : "")];

    private static string Place(Metric metric, Area area) => area.DisplayName() + (UiLanguage.IsEnglish ? ", " : " ") + metric.FullName();

    private void AddSection(string title, IEnumerable<string> lines, int max = MaxOfAKind)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        Add("");
        Add($"■ {title}");
        foreach (var line in all.Take(max)) Add(text["・{0}", line]);
        if (all.Count > max) Add(text["・{0}", text["ほか{0}件", Words.Count(all.Count - max)]]);
    }

    private string Verification(ReleaseNews news)
    {
        var errors = news.Failed.Where(f => f.Key.IsSum()).Sum(f => f.Value);
        var unusual = news.Failed.GetValueOrDefault(CheckKind.Plausible);
        return (errors == 0 ? text["検算はすべて一致しました。"] : text["検算に一致しない箇所が{0}件あります。", Words.Count(errors)])
            + (unusual > 0 ? text["ふだんと違う値が{0}件あります。", Words.Count(unusual)] : "")
            + text["数値は速報値です。"];
    }

    private void Add(string line) => _lines.Append(line).Append('\n');
}
