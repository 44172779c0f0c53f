using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Reads the header of a table into columns of months, parts and 累計値.</summary>
/// <param name="year">The page's fiscal year; null when it is not known.</param>
/// <param name="problems">Receives the problems.</param>
/// <param name="table">The table as a person names it.</param>
internal sealed class HeaderReader(PageYear? year, ProblemList problems, TableName table)
{
    // Stands in for an unknown year, so that the months can still be checked.
    private static readonly FiscalYear AnyYear = new(2000);

    private static readonly Phrase MonthOrCumulative = new Phrase("「4月」のような月、または「累計値」");

    /// <summary>The columns. Adds problems and returns null when the header cannot be read.</summary>
    public ColumnLayout? Read(Grid grid, HeaderRows? rows)
    {
        if (rows is null)
        {
            problems.Add(
                ProblemKind.Header,
                grid.Position,
                table.Text,
                new Phrase("月の見出しの行がありません"),
                new Phrase("最初の行に「4月」「5月」…"),
                grid.Rows[0].Cells.FirstOrDefault(c => !c.IsBlank, Cell.None).Text);
            return null;
        }

        var before = problems.Count;
        new YearRows(year, problems, table).Check(rows);
        var columns = PartsBeside.Read(rows.Columns()).Select((c, i) => IsBlankColumn(grid, rows, c.Label, c.Part, i + 1)
            ? new Column("", null, "", c.Position, true)
            : ReadColumn(c.Label, Term.CleanPart(c.Part), c.Position)).ToList();
        var read = columns.FindAll(c => !c.IsSkipped);
        if (problems.Count == before && read.Count == 0) Add(grid.Position, new Phrase("月の列がありません"), new Phrase("「4月」のような月"), "");
        if (problems.Count == before) CheckMonths(read);
        if (problems.Count == before) CheckEnd(read);
        if (problems.Count == before) CheckGaps(read);
        if (problems.Count == before) PlainParts(columns);
        if (problems.Count == before) CheckParts(columns);
        if (problems.Count > before) return null;
        NoteSkipped(columns);
        return new ColumnLayout(columns, rows.Count);
    }

    /// <summary>Checks a header repeated within the table, as on pages laid out for printing.</summary>
    public void CheckRepeated(HeaderRows rows, GridRow again)
    {
        if (rows.DifferenceFrom(again) is not (>= 0 and var i)) return;
        var (text, expected) = (again.TextAt(i), rows.Months.TextAt(i));
        Add(
            i < again.Cells.Length ? again.Cells[i].Position : again.Position,
            text.Length > 0
                ? new Phrase("表の途中の見出し「{0}」が最初の見出しと違います", ShortText.Shorten(text))
                : new Phrase("表の途中の見出しの空白が最初の見出しと違います"),
            expected.Length > 0 ? new Phrase("最初の見出しと同じ「{0}」", ShortText.Shorten(expected)) : new Phrase("最初の見出しと同じ空白"),
            text);
    }

    private Column ReadColumn(string label, string part, SourcePosition position)
    {
        if (MonthLabel.Read(label) is { } month)
        {
            var read = (year?.Year ?? AnyYear).Month(month.Number);
            if (month.Year is not { } printed || year is null || printed == read.Year)
            {
                return new Column(label, read, part, position, ColumnHeading.IsOther(part) || IsRunningSum(part, month));
            }
            Add(position, new Phrase("列見出し「{0}」は{1}の月ではありません", label, year.Text), new Phrase("{0}年の{1}", read.Year, read), label);
        }
        else if (ColumnHeading.IsOther(label) || (ColumnHeading.IsCumulative(label) && ColumnHeading.IsOther(part)))
        {
            return new Column(label, null, part, position, true);
        }
        else if (label.Length == 0)
        {
            Add(position, new Phrase("見出しのない列があります"), MonthOrCumulative, "");
        }
        else if (MetricPart.IsOfWhich(label))
        {
            var expected = new Phrase("含まれる月のすぐ右の列、または月の下の内訳");
            Add(position, new Phrase("列見出し「{0}」は、どの月に含まれる数か分かりません", ShortText.Shorten(label)), expected, label);
        }
        else if (!ColumnHeading.IsCumulative(label))
        {
            Add(position, new Phrase("列見出し「{0}」は月でも累計値でもありません", ShortText.Shorten(label)), MonthOrCumulative, label);
        }

        return new Column(label, null, part, position);
    }

    private void CheckMonths(List<Column> columns)
    {
        for (var i = 1; i < columns.Count; i++)
        {
            var (previous, current) = (columns[i - 1], columns[i]);
            if (previous.Month == current.Month && previous.Part.Length > 0 && previous.Part != current.Part) continue;
            if (previous.Month is { } earlier && (current.Month is null || earlier < current.Month)) continue;
            Add(current.Position, Follows(previous, current), new Phrase("4月から3月までの順で、同じ月は1回、累計値は最後"), current.Label);
        }

        if (columns.TrueForAll(c => c.Month is null)) Add(columns[0].Position, new Phrase("月の列がありません"), new Phrase("「4月」のような月"), "");
    }

    /// <summary>A skipped month is a misprint: its figures would be stored under another month.</summary>
    private void CheckGaps(List<Column> columns)
    {
        foreach (var (previous, current) in columns.Zip(columns.Skip(1)))
        {
            if (previous.Month is not { } earlier || current.Month is not { } month || month <= earlier.AddMonths(1)) continue;
            Add(current.Position, Follows(previous, current), new Phrase("次の月の「{0}」", Printed(earlier.AddMonths(1))), current.Label);
        }
    }

    /// <summary>A column 5月末現在 may be a running total unless the table starts in April and has a 累計値.</summary>
    private void CheckEnd(List<Column> columns)
    {
        var months = columns.Where(c => c.Month.HasValue).DistinctBy(c => c.Month).ToList();
        var hasSum = months.Count < columns.DistinctBy(c => c.Month).Count();
        var startsInApril = months.Count > 0 && months[0].Month!.Value.Month == 4;
        if (hasSum && startsInApril) return;
        foreach (var column in months.Where(c => MonthLabel.Read(c.Label)!.IsEnd && c.Month!.Value.Month != 4))
        {
            Add(
                column.Position,
                new Phrase("列見出し「{0}」は{1}だけの数か、それまでの月を合わせた数か分かりません", column.Label, column.Month!.Value),
                new Phrase("1か月の数なら「{0}」", Printed(column.Month.Value)),
                column.Label);
        }
    }

    /// <summary>Words below the months that name no part: 件数, 当年, a unit.</summary>
    private static void PlainParts(List<Column> columns)
    {
        var parts = columns.Where(c => !c.IsSkipped && c.Month.HasValue).Select(c => c.Part).Distinct().ToList();
        if (parts is not [var only] || !ColumnHeading.IsPlain(only)) return;
        for (var i = 0; i < columns.Count; i++)
        {
            if (!columns[i].IsSkipped && (columns[i].Part == only || columns[i].Month is null)) columns[i] = columns[i] with { Part = "" };
        }
    }

    private void CheckParts(List<Column> columns)
    {
        var months = columns
            .Where(c => !c.IsSkipped)
            .GroupBy(c => c.Month)
            .Select(g => (g.First().Label, g.Key, g.First().Position, Parts: g.Select(c => c.Part).ToList()))
            .ToList();
        var expected = months[0].Parts;
        foreach (var month in months)
        {
            // A single 累計値 beside divided months belongs to their total part, or to all parts when none is the total.
            if (month.Key is null && month.Parts.TrueForAll(p => p.Length == 0))
            {
                var sum = columns.FindIndex(c => c.Month is null && !c.IsSkipped);
                columns[sum] = columns[sum] with { Part = expected.Find(MetricPart.IsTotal) ?? "" };
            }
            else if (!month.Parts.SequenceEqual(expected)
                || month.Parts.Distinct().Count() < month.Parts.Count
                || (month.Parts.Count > 1 && month.Parts.Contains("")))
            {
                Add(
                    month.Position,
                    new Phrase("「{0}」の内訳が「{1}」です", month.Label, Phrase.List("・", month.Parts)),
                    new Phrase("どの月も同じ「{0}」", Phrase.List("・", expected.Distinct())),
                    month.Label);
            }
        }
    }

    private void NoteSkipped(List<Column> columns)
    {
        var skipped = columns
            .Where(c => c.IsSkipped && c.Label.Length > 0)
            .Select(c => (c.Position, Name: c.Part.Length > 0 && c.Part != c.Label ? $"{c.Label}・{c.Part}" : c.Label))
            .ToList();
        if (skipped.Count > 0) problems.Notice(skipped[0].Position, new Phrase("読み取りの対象でない列を飛ばしました: {0}", Phrase.List("、", skipped.Select(c => c.Name))));
    }

    /// <summary>True below a month for 累計 beside 当月: April to this month.</summary>
    private static bool IsRunningSum(string part, MonthLabel month) =>
        Label.Plain(part) is "累計" or "累計値" or "累積" or "年度累計" || ColumnHeading.Range(part) is { } range && range.To == month.Number && range.From != range.To;

    /// <summary>An empty column, as spreadsheets produce them.</summary>
    private static bool IsBlankColumn(Grid grid, HeaderRows rows, string label, string part, int index) =>
        label.Length == 0 && part.Length == 0 && rows.Parts is null && grid.Rows.Skip(rows.Count).All(r => r.TextAt(index).Length == 0);

    private static Phrase Follows(Column previous, Column current) => new Phrase("「{0}」の次に「{1}」があります", previous.Label, current.Label);

    /// <summary>A month as the header should print it.</summary>
    private static string Printed(YearMonth month) => $"{month.Month}月";

    private void Add(SourcePosition position, Phrase found, Phrase expected, string offending) =>
        problems.Add(ProblemKind.Header, position, table.Text, found, expected, offending);
}
