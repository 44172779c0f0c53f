using System.Globalization;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>Finds the fiscal year of a page in its headings: 令和3年度, 平成三十一年度・令和元年度, 2026年度. Never in a note.</summary>
internal static partial class FiscalYearHeading
{
    private static readonly Phrase Expected = new Phrase("「令和3年度よろず支援拠点相談等実績」のような見出し");

    /// <summary>True for a heading with a fiscal year that does not point to the pages of other years.</summary>
    public static bool IsTitle(Heading heading) =>
        heading.Role is not (LineRole.Note or LineRole.Unit) && NamedIn(heading).Count > 0 && !Reference().IsMatch(heading.Line.Text);

    /// <summary>The year. Adds a problem and returns null when the headings name none or several.</summary>
    /// <param name="passages">The lines of the page.</param>
    /// <param name="months">The years in the headers of the tables, for a page without a title.</param>
    /// <param name="problems">Receives the problem.</param>
    public static PageYear? Read(
        IReadOnlyList<Passage> passages, IEnumerable<(SourcePosition Position, string Text, FiscalYear? Year)> months, ProblemList problems)
    {
        var titles = passages.Where(p => p.Table is not null).SelectMany(p => p.Headings).Where(IsTitle).ToList();

        // A page may list other years in its introduction; they count only when no heading names one.
        if (titles.Count == 0) titles = passages[0].Notes.Concat(passages[0].Headings).Where(IsTitle).ToList();
        var named = titles.SelectMany(t => NamedIn(t).Select(n => (t.Line.Position, n.Text, n.Year, Form: Form(t)))).ToList();

        if (named.Count == 0) named = [.. months.Select(m => (m.Position, m.Text, m.Year, Form: m.Text))];

        // Lines that differ only in the year are a menu of other pages.
        var menus = named
            .GroupBy(n => n.Form, (form, lines) => (form, Years: lines.DistinctBy(l => l.Year).Count()))
            .Where(f => f.Years > 1)
            .Select(f => f.form)
            .ToHashSet();
        if (named.Exists(n => !menus.Contains(n.Form))) named.RemoveAll(n => menus.Contains(n.Form));
        var years = named.Select(n => n.Year).Distinct().ToList();
        if (years is [{ } only]) return new PageYear(only, named[0].Position);

        if (named.Count == 0)
        {
            problems.Add(ProblemKind.FiscalYearMissing, SourcePosition.Nowhere, Phrase.None, new Phrase("年度の見出しがありません"), Expected);
        }
        else if (named.Find(n => n.Year is null) is { Text: not null } impossible)
        {
            var found = new Phrase("「{0}」という年度はありません", impossible.Text);
            problems.Add(ProblemKind.FiscalYearMissing, impossible.Position, Phrase.None, found, Expected, impossible.Text);
        }
        else
        {
            var second = named.First(n => n.Year != years[0]);
            problems.Add(
                ProblemKind.FiscalYearAmbiguous,
                second.Position,
                Phrase.None,
                new Phrase("{0}と違う「{1}」があります", new PageYear(years[0]!.Value, named[0].Position).Text, second.Text),
                new Phrase("1つの年度"),
                second.Text);
        }

        return null;
    }

    /// <summary>The fiscal years that a text names as its own, not as the start or end of a period or for comparison.</summary>
    public static IReadOnlyList<(string Text, FiscalYear? Year)> NamedIn(string text)
    {
        if (!text.Contains('度')) return [];
        var normal = TwoCalendars().Replace(MetricCatalogue.Normalise(text), "年度・$1年度");
        return [.. Pattern()
            .Matches(normal)
            .Where(m => !OtherYear().IsMatch(normal[(m.Index + m.Length)..]))
            .Select(m => (m.Value, YearNamed(m.Groups["era"].Value, m.Groups["year"].Value)))];
    }

    /// <summary>The one year that a heading names, for its own tables or in pointing to past years; null for a line of text.</summary>
    public static FiscalYear? YearOf(Heading? heading) =>
        heading is not null && (IsTitle(heading) || (heading.Line.Style == LineStyle.Heading && heading.Role is not (LineRole.Note or LineRole.Unit)))
            && NamedIn(heading).Select(n => n.Year).Distinct().ToList() is [var only] ? only : null;

    /// <summary>The name of a metric without the year that it holds.</summary>
    public static string WithoutYear(string name) => Pattern().Replace(MetricCatalogue.Normalise(name), "").TrimStart('の', '・', ' ');

    /// <summary>True for a text about other years: it points to their pages or compares with them.</summary>
    public static bool IsReference(string text) => Reference().IsMatch(text);

    private static IReadOnlyList<(string Text, FiscalYear? Year)> NamedIn(Heading heading) => NamedIn(heading.Line.Text);

    private static string Form(Heading title) => Pattern().Replace(MetricCatalogue.Normalise(title.Line.Text), "");

    private static FiscalYear? YearNamed(string era, string numerals)
    {
        var year = numerals == "元" ? 1 : KanjiNumber.Read(numerals) ?? 0;
        if (era.Length == 0)
        {
            return FiscalYear.TryParse(year.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var western) ? western : null;
        }
        return FiscalYear.FromEra(era switch { "R" => "令和", "H" => "平成", _ => era }, year);
    }

    /// <summary>One year in two calendars: 令和3(2021)年度, 平成31(令和元)年度.</summary>
    [GeneratedRegex("年?\\(((?:令和|平成|R|H)?(?:元|[0-9]{1,4}|" + KanjiNumber.Numerals + "{1,4}))年?\\)年?度", RegexOptions.CultureInvariant)]
    private static partial Regex TwoCalendars();

    [GeneratedRegex("^(?:から|より|以降|以後|以前|まで|に?開始|に?新設|に?追加|に?変更|に?改|当時|比|分まで|と(?:の|は|比)|に比べ)", RegexOptions.CultureInvariant)]
    private static partial Regex OtherYear();

    [GeneratedRegex("こちら|ご覧|以前|以降|過去|前年|更新", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(
        "(?:(?<era>令和|平成|(?<![A-Za-z])[RH])(?<year>元|[0-9]{1,3}|" + KanjiNumber.Numerals + "{1,3})|"
            + "(?<![0-9])(?<year>[0-9]{4})|(?<year>" + KanjiNumber.Numerals + "{4}))年度",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
