using System.Globalization;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>The filled cells of a sheet, and which of them are hidden.</summary>
internal sealed class Sheet(int number)
{
    /// <summary>The number of the last column, XFD.</summary>
    public const int MaxColumn = 16_384;

    private const int MinNumberedRows = 3;
    private static readonly Comparer<SheetRow> ByNumber = Comparer<SheetRow>.Create((a, b) => a.Number.CompareTo(b.Number));

    private readonly List<SheetRow> _rows = [];
    private readonly bool[] _isHidden = new bool[MaxColumn + 1];
    private int _lastColumn;

    public int LastRow => _rows.Count == 0 ? 0 : _rows[^1].Number;

    /// <summary>The first zero that is shown as a dash or not at all.</summary>
    public SourcePosition? HiddenZero { get; set; }

    public void HideColumns(int first, int last)
    {
        if (first <= last) _isHidden.AsSpan(first..(last + 1)).Fill(true);
    }

    public void AddRow(int row, bool isHidden) => _rows.Add(new SheetRow(row, isHidden));

    /// <summary>Adds a cell to the last row.</summary>
    public void Add(int column, Cell cell)
    {
        _rows[^1].Cells[column] = cell;
        _lastColumn = Math.Max(_lastColumn, column);
    }

    /// <summary>Gives all cells of a merged area the text of the first.</summary>
    public void Merge(CellReference first, CellReference last, ReadingLimits limits)
    {
        limits.CountCells(1, SourcePosition.InSheet(number, first.Row, first.Column));
        var lastColumn = Math.Min(last.Column, _lastColumn);
        var start = _rows.BinarySearch(new SheetRow(first.Row, false), ByNumber);
        var anchor = start < 0 ? Cell.None : _rows[start].Cells.GetValueOrDefault(first.Column, Cell.None);
        for (var i = start < 0 ? ~start : start; i < _rows.Count && _rows[i].Number <= last.Row && !limits.Exceeded; i++)
        {
            var row = _rows[i];
            limits.CountCells(Math.Max(1, lastColumn - first.Column + 1), SourcePosition.InSheet(number, row.Number, first.Column));
            for (var column = first.Column; column <= lastColumn && !limits.Exceeded; column++)
            {
                if (row.Number == first.Row && column == first.Column) continue;
                if (row.Cells.TryGetValue(column, out var covered) && covered.Text != anchor.Text) throw Covered(covered);
                if (!anchor.IsBlank) row.Cells[column] = anchor with { Position = SourcePosition.InSheet(number, row.Number, column), IsSpanned = true };
            }
        }
    }

    /// <summary>A text that no reader of the workbook sees: it is neither read nor left out in silence.</summary>
    private static WorkbookException Covered(Cell cell) => new(
        ProblemKind.NotACount,
        new Phrase("結合されたセルの下に「{0}」が隠れています", ShortText.Shorten(cell.Text)),
        new Phrase("セルの結合を解除して確かめ、保存し直したブック"),
        cell.Position);

    /// <summary>The columns with a visible text of their own, without those at the left that only number the rows.</summary>
    public IReadOnlyList<int> VisibleColumns()
    {
        var rows = _rows.FindAll(r => !r.IsHidden && r.Cells.Count > 0);
        var columns = rows.SelectMany(r => r.Cells.Where(c => !c.Value.IsSpanned).Select(c => c.Key)).Distinct().Where(c => !_isHidden[c]).Order().ToList();
        if (columns.Count > 1 && NumbersRows(rows.ConvertAll(r => r.Cells.GetValueOrDefault(columns[0], Cell.None).Text))) columns.RemoveAt(0);
        return columns;
    }

    /// <summary>The visible rows from top to bottom, each as far as its last filled cell; without cells where a row is blank.</summary>
    public IEnumerable<Cell[]> VisibleRows(IReadOnlyList<int> columns)
    {
        var last = 0;
        foreach (var row in _rows.Where(r => !r.IsHidden))
        {
            if (row.Number > last + 1) yield return [];
            last = row.Number;
            var filled = columns.Count;
            while (filled > 0 && !row.Cells.ContainsKey(columns[filled - 1])) filled--;
            yield return [.. columns.Take(filled).Select(c => row.Cells.TryGetValue(c, out var cell)
                ? cell
                : new Cell("", SourcePosition.InSheet(number, row.Number, c)))];
        }
    }

    /// <summary>The hidden rows and columns that hold something, in words, with the first place.</summary>
    public IEnumerable<(SourcePosition First, Phrase Name)> Hidden()
    {
        foreach (var (first, last) in Ranges(_rows.Where(r => r.IsHidden && r.Cells.Count > 0).Select(r => r.Number)))
        {
            var rows = Range(first, last, row => row.ToString(CultureInfo.InvariantCulture));
            yield return (SourcePosition.InSheet(number, first, 1), new Phrase("シート{0}の{1}行目", number, rows));
        }

        var columns = _rows.Where(r => !r.IsHidden).SelectMany(r => r.Cells.Keys).Distinct().Where(c => _isHidden[c]).Order();
        foreach (var (first, last) in Ranges(columns))
        {
            yield return (SourcePosition.InSheet(number, 1, first), new Phrase("シート{0}の{1}列", number, Range(first, last, SourcePosition.ColumnName)));
        }
    }

    /// <summary>True for a column with an ascending number in every row.</summary>
    private static bool NumbersRows(List<string> texts)
    {
        var last = -1;
        foreach (var text in texts)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row <= last) return false;
            last = row;
        }

        return texts.Count >= MinNumberedRows;
    }

    private static string Range(int first, int last, Func<int, string> name) => first == last ? name(first) : $"{name(first)}–{name(last)}";

    private static IEnumerable<(int First, int Last)> Ranges(IEnumerable<int> ascending)
    {
        var (first, last) = (0, 0);
        foreach (var number in ascending)
        {
            if (number == last + 1 && first > 0)
            {
                last = number;
                continue;
            }

            if (first > 0) yield return (first, last);
            (first, last) = (number, number);
        }

        if (first > 0) yield return (first, last);
    }

    private sealed record SheetRow(int Number, bool IsHidden)
    {
        public SortedList<int, Cell> Cells { get; } = [];
    }
}
