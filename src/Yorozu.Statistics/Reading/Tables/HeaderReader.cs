using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Reads the header of a table into columns of months, parts and 累計値.</summary>
/// <param name="year">The page's fiscal year; null when it is not known.</param>
/// <param name="problems">Where problems are noted.</param>
/// <param name="table">The table as a person names it.</param>
internal sealed class HeaderReader(FiscalYear? year, ProblemList problems, TableName table)
{
    // Stands in for an unknown year, so that the months can still be checked.
    private static readonly FiscalYear AnyYear = new(2000);

    /// <summary>The columns; null, with the problems noted, when the header cannot be read.</summary>
    public ColumnLayout? Read(Grid grid, HeaderRows? rows)
    {
        if (rows is null)
        {
            problems.Add(ProblemKind.Header, grid.Position, table.Text, "月の見出しの行がありません", "最初の行に「4月」「5月」…", grid.Rows[0].Cells.FirstOrDefault(c => !c.IsBlank, Cell.None).Text);
            return null;
        }

        var before = problems.Count;
        var columns = rows.Columns().Select(c => ReadColumn(c.Label, c.Part, c.Position)).ToList();
        if (problems.Count == before) CheckMonths(columns);
        if (problems.Count == before) CheckGaps(columns);
        if (problems.Count == before) CheckParts(columns);
        return problems.Count == before ? new ColumnLayout(columns, rows.Count) : null;
    }

    /// <summary>Checks a header that comes again in the middle of the table, as pages do that are made for printing.</summary>
    public void CheckRepeated(HeaderRows rows, GridRow again)
    {
        if (rows.DifferenceFrom(again) is not (>= 0 and var i)) return;
        var (text, expected) = (again.TextAt(i), rows.Months.TextAt(i));
        Add(
            i < again.Cells.Length ? again.Cells[i].Position : again.Position,
            $"表の途中の見出し{(text.Length > 0 ? $"「{ProblemList.Cut(text)}」" : "の空白")}が最初の見出しと違います",
            $"最初の見出しと同じ{(expected.Length > 0 ? $"「{ProblemList.Cut(expected)}」" : "空白")}",
            text);
    }

    private Column ReadColumn(string label, string part, SourcePosition position)
    {
        if (MonthLabel.Read(label) is { } month)
        {
            var read = (year ?? AnyYear).Month(month.Number);
            if (month.Year is not { } printed || year is null || printed == read.Year) return new Column(label, read, part, position);
            Add(position, $"列見出し「{label}」は{year.Value.JapaneseName}の月ではありません", $"{read.Year}年の{read.Month}月", label);
        }
        else if (label.Length == 0)
        {
            Add(position, "見出しのない列があります", "「4月」のような月、または「累計値」", "");
        }
        else if (!ColumnLayout.IsCumulative(label))
        {
            Add(position, $"列見出し「{ProblemList.Cut(label)}」は月でも累計値でもありません", "「4月」のような月、または「累計値」", label);
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
            Add(current.Position, $"「{previous.Label}」の次に「{current.Label}」があります", "4月から3月までの順で、同じ月は1回、累計値は最後", current.Label);
        }

        if (columns.TrueForAll(c => c.Month is null)) Add(columns[0].Position, "月の列がありません", "「4月」のような月", "");
    }

    /// <summary>A month that is left out is one that is misprinted: its figures would be stored under another.</summary>
    private void CheckGaps(List<Column> columns)
    {
        foreach (var (previous, current) in columns.Zip(columns.Skip(1)))
        {
            if (previous.Month is not { } earlier || current.Month is not { } month || month <= earlier.AddMonths(1)) continue;
            Add(current.Position, $"「{previous.Label}」の次に「{current.Label}」があります", $"次の月の「{earlier.AddMonths(1).Month}月」", current.Label);
        }
    }

    private void CheckParts(List<Column> columns)
    {
        var months = columns.GroupBy(c => c.Month).Select(g => (g.First().Label, IsMonth: g.Key.HasValue, g.First().Position, Parts: g.Select(c => c.Part).ToList())).ToList();
        var expected = months[0].Parts;
        foreach (var month in months)
        {
            // A single 累計値 beside divided months is that of their sum.
            if (!month.IsMonth && month.Parts is [""] && expected.Find(MetricPart.IsTotal) is { } sum)
            {
                columns[^1] = columns[^1] with { Part = sum };
            }
            else if (!month.Parts.SequenceEqual(expected) || month.Parts.Distinct().Count() < month.Parts.Count)
            {
                Add(month.Position, $"「{month.Label}」の内訳が「{string.Join('・', month.Parts)}」です", $"どの月も同じ「{string.Join('・', expected.Distinct())}」", month.Label);
            }
        }
    }

    private void Add(SourcePosition position, string found, string expected, string offending) =>
        problems.Add(ProblemKind.Header, position, table.Text, found, expected, offending);
}
