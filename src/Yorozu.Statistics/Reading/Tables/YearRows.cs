using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Reads the rows above the months, and the corner: a year there (令和3年 over 4月 to 12月, 令和4年 over 1月 to 3月,
/// 令和3年度) must be that of the page; anything else with a meaning is a problem.
/// </summary>
internal sealed partial class YearRows(PageYear? year, ProblemList problems, TableName table)
{
    public void Check(HeaderRows rows)
    {
        foreach (var row in rows.Above.Append(rows.Months)) CheckCorner(row.Cells[0]);
        foreach (var row in rows.Above) CheckRow(row, rows.Months);
    }

    private void CheckCorner(Cell corner)
    {
        foreach (var (text, named) in FiscalYearHeading.NamedIn(corner.Text))
        {
            if (year is not null && named is { } other && other != year.Year) Contradict(corner, text);
        }
    }

    private void CheckRow(GridRow row, GridRow months)
    {
        var labels = row.Cells.Skip(1).Select((cell, i) => (Cell: cell, Column: i + 1)).Where(c => !c.Cell.IsBlank && !c.Cell.IsSpanned).ToList();
        foreach (var (cell, column) in labels)
        {
            if (Read(cell.Text) is not var (named, isFiscal))
            {
                if (MonthLabel.Read(cell.Text) is null
                    && !ColumnHeading.IsPlain(cell.Text)
                    && !ColumnHeading.IsCumulative(cell.Text)
                    && !Harmless().IsMatch(cell.Text))
                {
                    NotUnderstood(cell);
                }
                continue;
            }

            if (year is null || MonthLabel.Read(months.TextAt(column)) is not { } month) continue;
            var isRight = isFiscal || labels.Count == 1
                ? named == year.Year.StartYear || (!isFiscal && named == year.Year.Month(month.Number).Year)
                : named == year.Year.Month(month.Number).Year;
            if (!isRight) Contradict(cell, cell.Text);
        }
    }

    /// <summary>The year in a cell above the months, and whether it is a fiscal year; null when the cell names none.</summary>
    public static (int Year, bool IsFiscal)? Read(string text) =>
        Year().Match(MetricCatalogue.Normalise(text)) is { Success: true } match && MonthLabel.YearOf(match) is { } year
            ? (year, match.Groups["fiscal"].Success)
            : null;

    private void Contradict(Cell cell, string text) => problems.Add(
        ProblemKind.FiscalYearAmbiguous,
        cell.Position,
        table.Text,
        new Phrase("表の見出しに「{0}」とあります。年度は{1}です", text, year!.Text),
        new Phrase("同じ年度を示す見出しと表"),
        cell.Text);

    private void NotUnderstood(Cell cell) => problems.Add(
        ProblemKind.Header,
        cell.Position,
        table.Text,
        new Phrase("月の見出しの上に「{0}」があり、その下が何の数か分かりません", ShortText.Shorten(cell.Text)),
        new Phrase("月の上には年、または何もない行"),
        cell.Text);

    [GeneratedRegex(
        "^\\(?(?:(?<era>令和|平成|R|H)(?<year>元|[0-9]{1,2}|" + KanjiNumber.Numerals + "{1,3})|(?<western>(?:19|20)[0-9]{2}))"
            + "(?:\\([^()]*\\))?年?(?<fiscal>度)?(?:\\([^()]*\\))?\\)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("^[(（]?(?:単位|月別|月次|年月|相談月|対応月|実施月|月$|各月|件数|実績|相談)", RegexOptions.CultureInvariant)]
    private static partial Regex Harmless();
}
