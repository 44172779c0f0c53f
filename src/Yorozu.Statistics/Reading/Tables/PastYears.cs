using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Passes over the tables of past years beside those of the page's year, with a notice. A heading above them or their months name
/// the year; of every metric the newest year has a table. Where one of this is missing, all tables stay, and the page is refused.
/// </summary>
internal sealed class PastYears(ProblemList problems)
{
    public IReadOnlyList<Passage> PassOver(IReadOnlyList<Passage> passages)
    {
        var tables = YearsOf(passages);
        var years = tables.Select(t => t.Year).Distinct().ToList();
        if (years.Count < 2 || years.Contains(null)) return passages;
        var newest = years.Max();
        var current = tables.Where(t => t.Year == newest).Select(t => t.Name).ToHashSet();
        if (tables.Exists(t => t.Year != newest && !current.Contains(t.Name))) return passages;

        var kept = new List<Passage>(passages.Count);
        Passage? above = null;
        foreach (var (i, passage) in passages.Index())
        {
            var joined = above is null ? passage : above.Before(passage);
            above = null;
            if (passage.Table is null || tables[i].Year == newest) kept.Add(joined);
            else above = Leave(joined, tables[i].Year!.Value, passages[i + 1]);
        }

        return kept;
    }

    /// <summary>What stays of the passage of such a table: what is not its own heading.</summary>
    private Passage Leave(Passage passage, FiscalYear year, Passage next)
    {
        problems.Notice(passage.Table!.Position, passage.Metric is { } heading
            ? new Phrase("「{0}」の表は{1}の表なので、読み取っていません", ShortText.Shorten(heading.Line.Text), year)
            : new Phrase("{0}の表は読み取っていません", year));
        // The heading of a metric may stand over the tables of all years.
        var isShared = next is { Metric: null, Table: not null } && FiscalYearHeading.YearOf(passage.Metric) != year;
        var left = passage.Headings.Where(h => !IsOwn(h) || (isShared && h == passage.Metric)).ToList();
        return passage with { Headings = left, Metric = isShared ? passage.Metric : null, Table = null };

        bool IsOwn(Heading heading) => heading == passage.Metric || FiscalYearHeading.YearOf(heading) == year;
    }

    /// <summary>The year and the name, with its section, of the metric of each table. No year where several are named or none is.</summary>
    private static List<(FiscalYear? Year, (string Section, string Metric) Name)> YearsOf(IReadOnlyList<Passage> passages)
    {
        var found = new List<(FiscalYear?, (string, string))>();
        var (section, metric, title) = ("", "", (Year: TitleOf(passages[0].Notes), Level: 0));
        var page = title.Year;
        foreach (var passage in passages.Where(p => p.Table is not null))
        {
            var (own, isBelow) = ((FiscalYear?)null, passage.Metric is null);
            foreach (var heading in passage.Headings)
            {
                if (heading.Role == LineRole.Section) section = Term.Key(heading.Name);
                var year = FiscalYearHeading.YearOf(heading);
                if (heading == passage.Metric) (isBelow, own) = (true, year);
                else if (year is not null && isBelow) (own, metric) = (year, MetricIn(heading) is { Length: > 0 } name ? name : metric);
                else if (year is not null) (title, page) = ((year, heading.Line.Level), page ?? year);
                else title = After(title, heading, page);
            }

            if (passage.Metric is { } named) metric = Term.Key(FiscalYearHeading.WithoutYear(named.Name));
            if (passage.Metric is { } ends) title = After(title, ends, page);
            var months = YearIn(passage.Table!);
            found.Add((months is not null && own is not null && months != own ? null : months ?? own ?? title.Year, (section, metric)));
        }

        return found;
    }

    /// <summary>The metric that a heading of a year names too: 令和7年度相談対応件数(件); empty when it names none.</summary>
    private static string MetricIn(Heading heading)
    {
        var name = FiscalYearHeading.WithoutYear(heading.Name);
        return (heading.Unit.Length > 0 || name.EndsWith('数')) && !ColumnHeading.IsPlain(name) ? Term.Key(name) : "";
    }

    /// <summary>The year of a title above an introduction; null where this lists several.</summary>
    private static FiscalYear? TitleOf(IReadOnlyList<Heading> introduction) =>
        introduction.Select(FiscalYearHeading.YearOf).Where(y => y is not null).Distinct().ToList() is [var only] ? only : null;

    /// <summary>A heading above that of a year ends its part of the page.</summary>
    private static (FiscalYear? Year, int Level) After((FiscalYear? Year, int Level) title, Heading heading, FiscalYear? page) =>
        heading.Line.Level > 0 && heading.Line.Level < title.Level ? (page, 0) : title;

    /// <summary>The year that all months of a table, or its corner, name.</summary>
    private static FiscalYear? YearIn(Grid grid)
    {
        var corner = FiscalYearHeading.NamedIn(grid.Rows[0].Cells[0].Text).Select(n => n.Year);
        return MonthYears.In([grid]).Select(m => m.Year).Concat(corner).Distinct().ToList() is [var only] ? only : null;
    }
}
