using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>The rows of a table above its first area: the months, and below them their parts if divided.</summary>
internal sealed record HeaderRows(GridRow Months, GridRow? Parts, int Count)
{
    /// <summary>The rows above the months.</summary>
    public IReadOnlyList<GridRow> Above { get; private init; } = [];

    /// <summary>The header; null when no row above the first area names a month.</summary>
    public static HeaderRows? Find(Grid grid)
    {
        for (var i = 0; i < grid.Rows.Count && AreaName.Read(grid.Rows[i].Cells[0].Text) is null; i++)
        {
            var row = grid.Rows[i];
            if (!Array.Exists(row.Cells, c => MonthLabel.Read(c.Text) is not null)) continue;
            var next = i + 1 < grid.Rows.Count ? grid.Rows[i + 1] : null;
            var above = grid.Rows.Take(i).ToList();
            return next is not null && NamesParts(next)
                ? new HeaderRows(row, next, i + 2) { Above = above }
                : new HeaderRows(row, null, i + 1) { Above = above };
        }

        return null;
    }

    /// <summary>True for a row of months without area and figures, and for one that repeats the parts.</summary>
    public bool IsHeader(GridRow row) =>
        AreaName.Read(row.Cells[0].Text) is null && (NamesMonths(row) || (Parts is not null && DifferenceFrom(Parts, row) < 0));

    /// <summary>The first cell in which a repeated header differs from the first one; −1 when none does.</summary>
    public int DifferenceFrom(GridRow row) => Parts is not null && DifferenceFrom(Parts, row) < 0 ? -1 : DifferenceFrom(Months, row);

    /// <summary>Heading, part and position of every column after the first.</summary>
    public IEnumerable<(string Label, string Part, SourcePosition Position)> Columns()
    {
        // An editor that trims lines removes the blank corner.
        var labels = MonthLabel.Read(Months.Cells[0].Text) is null ? Months.Cells[1..] : Months.Cells;
        if (Parts is null) return labels.Select(c => (c.Text, "", c.Position));

        var corner = Parts.Cells[0];
        var parts = corner.IsBlank || corner.Text == Months.Cells[0].Text ? Parts.Cells[1..] : Parts.Cells;
        return Align(labels, parts);
    }

    /// <summary>
    /// A month covers its parts: merged, followed by blanks, or, as copied from a browser, printed once.
    /// </summary>
    private static IEnumerable<(string Label, string Part, SourcePosition Position)> Align(Cell[] labels, Cell[] parts)
    {
        if (Spread(labels, parts) is { } each)
        {
            labels = [.. labels.SelectMany((l, i) => Enumerable.Repeat(l, i < labels.Length - 1 || each.LastIsDivided ? each.Parts : 1))];
        }
        var label = Cell.None;
        for (var i = 0; i < Math.Max(labels.Length, parts.Length); i++)
        {
            var above = i < labels.Length ? labels[i] : label;
            if (!above.IsBlank) label = above;
            var part = i < parts.Length ? parts[i] : Cell.None;
            var position = !label.IsBlank ? label.Position : i < labels.Length ? above.Position : part.Position;
            yield return (label.Text, part.Text == label.Text ? "" : part.Text, position);
        }
    }

    /// <summary>
    /// The number of parts below each label when labels are printed once without blanks: the same parts below each, possibly
    /// with one 累計値 for all of them at the end. Null when each label is above its own column.
    /// </summary>
    private static (int Parts, bool LastIsDivided)? Spread(Cell[] labels, Cell[] parts)
    {
        if (labels.Length == 0 || parts.Length <= labels.Length - 1 || Array.Exists(labels, l => l.IsBlank || l.IsSpanned)) return null;
        if (parts.Length > labels.Length && parts.Length % labels.Length == 0 && Repeats(parts, parts.Length / labels.Length))
        {
            return (parts.Length / labels.Length, true);
        }
        var months = labels.Length - 1;
        if (months == 0 || !ColumnHeading.IsCumulative(labels[^1].Text)) return null;
        var filled = Array.FindLastIndex(parts, p => !p.IsBlank) + 1;
        if (filled <= months || filled % months > 0 || !Repeats(parts[..filled], filled / months)) return null;
        return (filled / months, false);
    }

    private static bool Repeats(Cell[] parts, int period)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].IsBlank || parts[i].Text != parts[i % period].Text) return false;
        }

        return parts[..period].DistinctBy(p => p.Text).Count() == period;
    }

    private static bool NamesMonths(GridRow row) =>
        Array.Exists(row.Cells, c => MonthLabel.Read(c.Text) is not null)
        && !Array.Exists(row.Cells, c => FigureParser.TryParse(c.Text, out var figure) && figure.IsPublished);

    private static int DifferenceFrom(GridRow first, GridRow again)
    {
        for (var i = 0; i < Math.Max(first.Cells.Length, again.Cells.Length); i++)
        {
            if (first.TextAt(i) != again.TextAt(i)) return i;
        }

        return -1;
    }

    private static bool NamesParts(GridRow row)
    {
        if (AreaName.Read(row.Cells[0].Text) is not null || RowWords.IsOther(row.Cells[0].Text) || row.OnlyText() is not null) return false;
        var texts = row.Cells.AsSpan(1);
        var filled = 0;
        foreach (var cell in texts)
        {
            if (Term.CleanPart(cell.Text).Any(char.IsDigit)) return false;
            if (!cell.IsBlank && (FigureParser.TryParse(cell.Text, out _) || MonthLabel.Read(cell.Text) is not null)) return false;
            if (!cell.IsBlank) filled++;
        }

        return filled > 0;
    }
}
