using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>The rows of a table above its first area: the months, and below them the parts of a month where it is divided.</summary>
internal sealed record HeaderRows(GridRow Months, GridRow? Parts, int Count)
{
    /// <summary>The header; null when no row above the first area names a month.</summary>
    public static HeaderRows? Find(Grid grid)
    {
        for (var i = 0; i < grid.Rows.Count && AreaName.Read(grid.Rows[i].Cells[0].Text) is null; i++)
        {
            var row = grid.Rows[i];
            if (!Array.Exists(row.Cells, c => MonthLabel.Read(c.Text) is not null)) continue;
            var next = i + 1 < grid.Rows.Count ? grid.Rows[i + 1] : null;
            return next is not null && NamesParts(next) ? new HeaderRows(row, next, i + 2) : new HeaderRows(row, null, i + 1);
        }

        return null;
    }

    /// <summary>True for a row of months without area and figures, and for one that repeats the parts.</summary>
    public bool IsHeader(GridRow row) =>
        AreaName.Read(row.Cells[0].Text) is null && (NamesMonths(row) || (Parts is not null && DifferenceFrom(Parts, row) < 0));

    /// <summary>The first cell in which a header that comes again differs from the one above the table; −1 when none does.</summary>
    public int DifferenceFrom(GridRow row) => Parts is not null && DifferenceFrom(Parts, row) < 0 ? -1 : DifferenceFrom(Months, row);

    /// <summary>Heading, part and place of every column after the first.</summary>
    public IEnumerable<(string Label, string Part, SourcePosition Position)> Columns()
    {
        // An editor that trims lines takes the blank corner away.
        var labels = MonthLabel.Read(Months.Cells[0].Text) is null ? Months.Cells[1..] : Months.Cells;
        if (Parts is null) return labels.Select(c => (c.Text, "", c.Position));

        var corner = Parts.Cells[0];
        var parts = corner.IsBlank || corner.Text == Months.Cells[0].Text ? Parts.Cells[1..] : Parts.Cells;
        return Align(labels, parts);
    }

    /// <summary>
    /// A month stands over its parts: merged, followed by blanks, or, as browsers copy it, once with nothing beside it.
    /// </summary>
    private static IEnumerable<(string Label, string Part, SourcePosition Position)> Align(Cell[] labels, Cell[] parts)
    {
        var isOnceEach = labels.Length > 0 && parts.Length > labels.Length && parts.Length % labels.Length == 0 && !Array.Exists(labels, l => l.IsBlank);
        var label = Cell.None;
        for (var i = 0; i < Math.Max(labels.Length, parts.Length); i++)
        {
            var above = isOnceEach ? labels[i / (parts.Length / labels.Length)] : i < labels.Length ? labels[i] : label;
            if (!above.IsBlank) label = above;
            var part = i < parts.Length ? parts[i] : Cell.None;
            var position = !label.IsBlank ? label.Position : i < labels.Length ? above.Position : part.Position;
            yield return (label.Text, part.IsSpanned && part.Text == label.Text ? "" : part.Text, position);
        }
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
        if (AreaName.Read(row.Cells[0].Text) is not null) return false;
        var texts = row.Cells.AsSpan(1);
        var filled = 0;
        foreach (var cell in texts)
        {
            if (cell.Text.AsSpan().ContainsAnyInRange('0', '9') || cell.Text.AsSpan().ContainsAnyInRange('０', '９')) return false;
            if (!cell.IsBlank && (FigureParser.TryParse(cell.Text, out _) || MonthLabel.Read(cell.Text) is not null)) return false;
            if (!cell.IsBlank) filled++;
        }

        return filled > 0;
    }
}
