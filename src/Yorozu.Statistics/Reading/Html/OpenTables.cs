using AngleSharp.Html.Parser.Tokens;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>The open tables at a point of an HTML document, one in a cell of another. The page receives what stands in none.</summary>
internal sealed class OpenTables(HtmlFlow page, OpenElements elements, ProblemList problems, ReadingLimits limits)
{
    private readonly Stack<HtmlTable> _tables = new();
    private readonly List<IReadOnlyList<Grid>> _hidden = [];
    private int _count;

    /// <summary>The innermost table; null outside of tables.</summary>
    public HtmlTable? Innermost => _tables.TryPeek(out var table) ? table : null;

    /// <summary>Where text belongs: the innermost open cell, or the page.</summary>
    public HtmlFlow Flow
    {
        get
        {
            foreach (var table in _tables)
            {
                if (table.CellDepth >= 0) return table.Flow;
            }

            return page;
        }
    }

    /// <summary>The hidden tables so far; null when there are none.</summary>
    public HiddenTables? Hidden => _hidden.Count > 0 ? new HiddenTables(_hidden, _hidden.Count == _count) : null;

    /// <summary>Opens a table.</summary>
    public void Open(HtmlTagToken tag)
    {
        var isHidden = elements.IsHidden || elements.Hides(tag) || Innermost is { IsHidden: true };
        var table = new HtmlTable(++_count, elements.Depth, isHidden, limits);
        // A table hidden by its style may be a copy: its text is read to be compared.
        elements.OpenTablePart(tag, elements.UnprintedAbove(0).Length > 0);
        limits.CountTable(table.Here);
        _tables.Push(table);
    }

    /// <summary>Opens a row, a cell or another part of the innermost table. A browser ignores a part outside of tables.</summary>
    public void OpenPart(HtmlTagToken tag)
    {
        if (Innermost is not { } table) return;
        CloseCell(table);
        switch (tag.Name)
        {
            case "td" or "th":
                table.OpenCell(HtmlElements.Span(tag, "colspan"), HtmlElements.Span(tag, "rowspan"), HtmlElements.IsHidden(tag));
                OpenCell(tag, table);
                break;
            case "caption":
                table.CloseRow();
                OpenCell(tag, table);
                break;
            case "tr":
                table.OpenRow(HtmlElements.IsHidden(tag));
                break;
            default:
                table.CloseRowGroup();
                table.SectionIsHidden = tag.Name is "thead" or "tbody" or "tfoot" && HtmlElements.IsHidden(tag);
                break;
        }
    }

    /// <summary>Closes a cell, a row, a row group or the whole of the innermost table.</summary>
    public void Close(string name)
    {
        if (Innermost is not { } table) return;
        if (name == "table")
        {
            CloseTable(table);
            return;
        }

        CloseCell(table);
        if (name == "tr") table.CloseRow();
        else if (name is "thead" or "tbody" or "tfoot") table.CloseRowGroup();
    }

    /// <summary>Ends a table without an end tag: what follows its last prefecture is not part of it.</summary>
    public void EndWhole()
    {
        if (Innermost is not { CellDepth: < 0, IsWhole: true } table) return;
        problems.Notice(table.Here, new Phrase("表の終わりの</table>がありません。ここまでを表として読みました"));
        CloseTable(table);
    }

    /// <summary>Ends the table that another one follows, as a browser does: only the rest of a data table is missing.</summary>
    public void EndBeforeNext()
    {
        EndWhole();
        if (Innermost is not { CellDepth: < 0 } table) return;
        table.CloseRow();
        if (DataTable.IsLikely(table.Grid)) table.AddStray("<table>");
        CloseTable(table);
    }

    private void OpenCell(HtmlTagToken tag, HtmlTable table)
    {
        table.CellDepth = elements.Depth;
        elements.OpenTablePart(tag, elements.IsHidden || elements.Hides(tag));
    }

    private void CloseCell(HtmlTable table)
    {
        // A browser puts everything that follows into such an element, so the content of the table is unknown.
        if (elements.UnprintedAbove(table.Depth) is { Length: > 0 } unclosed) table.AddStray($"<{unclosed}>");
        if (table.CellDepth < 0) return;
        table.Flow.Break(true);
        var isCaption = elements.NameAt(table.CellDepth) == "caption";
        elements.CloseTo(table.CellDepth);
        table.CellDepth = -1;
        if (!isCaption) table.CloseCell();
        else if (!table.IsHidden) Flow.Add(table.Flow.Blocks);
        table.Flow.Blocks.Clear();
    }

    private void CloseTable(HtmlTable table)
    {
        CloseCell(table);
        table.CloseRow();
        elements.CloseTo(table.Depth);
        _tables.Pop();
        if (limits.Exceeded) return;
        var isData = DataTable.IsLikely(table.Grid);
        if (table.IsUnseen) _hidden.Add(isData ? [.. DataTable.Blocks(table.Grid, true).OfType<Grid>()] : [new Grid(table.Grid.Position, [])]);
        if (isData && elements.UnprintedAbove(0) is { Length: > 0 } around) table.AddStray($"<{around}>");
        else if (table.IsHidden) return;
        table.ReportStray(problems);
        Flow.Add(!isData && DataTable.IsLayout(table.Grid, table.Content) ? table.Content : DataTable.Blocks(table.Grid, isData));
    }
}
