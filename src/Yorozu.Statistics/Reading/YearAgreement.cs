using System.Globalization;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading;

/// <summary>
/// Checks that other years and months on a page agree with its title: sentences above the tables (令和3年度の実績です。) and
/// the date of the figures (令和4年3月末現在).
/// </summary>
internal sealed partial class YearAgreement(PageYear year, ProblemList problems)
{
    public void Check(IReadOnlyList<Passage> passages, IReadOnlyList<PublishedTable> tables)
    {
        foreach (var line in passages[0].Notes.Concat(passages[0].Headings).Where(h => h.Role == LineRole.Note)) CheckSentence(line.Line);
        var dated = passages.SelectMany(p => p.Notes.Concat(p.Headings)).Select(h => h.Line).Where(MayBeDated).ToList();
        if (dated.Count == 0) return;
        var last = tables.SelectMany(t => t.Observations).Where(o => o.Figure.Count > 0).Select(o => (YearMonth?)o.Month).Max();
        foreach (var line in dated) CheckDate(line, last);
    }

    private void CheckSentence(Line line)
    {
        if (line.Text[0] is '※' or '＊' || FiscalYearHeading.IsReference(line.Text) || Comparison().IsMatch(line.Text)) return;
        foreach (var (text, named) in FiscalYearHeading.NamedIn(line.Text))
        {
            if (named is { } other && other != year.Year) Add(line, new Phrase("「{0}」とあります", text));
        }
    }

    private static bool MayBeDated(Line line) => line.Text.Contains('在') || line.Text.Contains("時点", StringComparison.Ordinal);

    private void CheckDate(Line line, YearMonth? last)
    {
        foreach (Match match in AsOf().Matches(MetricCatalogue.Normalise(line.Text)))
        {
            if (KanjiNumber.Read(match.Groups["month"].Value) is not (>= 1 and <= 12 and var number)) continue;
            if (MonthLabel.YearOf(match) is not { } calendarYear)
            {
                if (last is { } month && year.Year.Month(number) < month) Add(line, new Phrase("「{0}」とありますが、{1}の数もあります", match.Value, month));
                continue;
            }

            var date = new YearMonth(Math.Max(1, calendarYear), number);
            // 末現在 is the date of the figures. Any other date may be that of publication, so it may lie after the fiscal year.
            var isLater = match.Groups["end"].Success && date > year.Year.LastMonth;
            if (date < year.Year.FirstMonth || date < last || isLater) Add(line, new Phrase("「{0}」とあります", match.Value));
        }
    }

    private void Add(Line line, Phrase found) => problems.Add(
        ProblemKind.FiscalYearAmbiguous,
        line.Position,
        Phrase.None,
        new Phrase("{0}。年度は{1}です", found, year.Text),
        new Phrase("同じ年度と月を示す見出し、文、列見出し"),
        line.Text);

    [GeneratedRegex("比較|比べ|異な|違い|変更|改正|見直|計画|目標|創設|設置|開設|発足", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex(
        "(?:" + MonthLabel.YearPattern + ")?(?<month>1[0-2]|[1-9]|" + KanjiNumber.Numerals + "{1,2})月"
            + "(?:(?<end>末日?)|(?:[0-9]{1,2}|" + KanjiNumber.Numerals + "{1,3})日)?(?:現在|時点)",
        RegexOptions.CultureInvariant)]
    private static partial Regex AsOf();
}
