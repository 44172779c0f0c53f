using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Yorozu.Statistics.Tests.Reading.Mutations;

/// <summary>What an HTML document says, by the tree that a browser would build from it.</summary>
internal static class HtmlOracle
{
    public static IReadOnlyList<string> Of(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        var said = new List<string>();
        var heading = "";
        foreach (var node in document.Descendants().Where(n => n is IHtmlTableElement or IText))
        {
            if (node.ParentElement is not { } parent || IsHidden(parent)) continue;
            if (node is IHtmlTableElement table)
            {
                if (!IsHidden(table)) said.AddRange(Table(table, heading));
            }
            else if (parent.Closest("td, th") is null && node.TextContent.Trim() is { Length: > 0 } text && !text.Contains('。'))
            {
                heading = text;
            }
        }

        return said;
    }

    private static List<string> Table(IHtmlTableElement table, string heading)
    {
        var said = new List<string>();
        var spans = new Dictionary<int, (int Rows, string Text)>();
        List<string> header = [];
        // As written: a browser moves a second head to the top, above the months.
        foreach (var row in table.QuerySelectorAll<IHtmlTableRowElement>("tr").Where(r => r.Closest("table") == table && !IsHidden(r)))
        {
            var cells = new List<string>();
            foreach (var cell in row.Cells.Where(c => !IsHidden(c)))
            {
                Fill(cells, spans);
                var text = Text(cell);
                for (var i = 0; i < Span(cell, "colspan"); i++)
                {
                    spans[cells.Count] = (Span(cell, "rowspan") - 1, text);
                    cells.Add(i == 0 || text.Length == 0 || Oracle.IsMonth(text) ? text : Oracle.Unreadable);
                }
            }

            Fill(cells, spans);
            if (cells.Any(Oracle.IsMonth))
            {
                if (header.SequenceEqual(cells)) continue;
                said.Add($"table {heading}");
                said.Add(Oracle.Months(cells));
                header = cells;
            }
            else if (cells.Count > 1)
            {
                said.AddRange(Oracle.Row(cells[0], cells.Skip(1)));
            }
        }

        return said;
    }

    private static void Fill(List<string> cells, Dictionary<int, (int Rows, string Text)> spans)
    {
        while (spans.TryGetValue(cells.Count, out var span) && span.Rows > 0)
        {
            spans[cells.Count] = (span.Rows - 1, span.Text);
            cells.Add(cells.Count == 0 || span.Text.Length == 0 ? "" : Oracle.Unreadable);
        }
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 0 and <= 100 ? span : 1;

    private static string Text(IElement cell) =>
        string.Concat(cell.Descendants<IText>().Where(t => t.ParentElement is { } parent && IsFigure(parent)).Select(t => t.Data))
            .Replace("\u200B", "", StringComparison.Ordinal).Trim();

    /// <summary>False in a deleted text or the number of a note.</summary>
    private static bool IsFigure(IElement element) => !IsHidden(element) && element.Closest("del, sup") is null;

    private static bool IsHidden(IElement element) => element.AncestorsAndSelf().OfType<IElement>().Any(e =>
        e.HasAttribute("hidden") || e.LocalName is "script" or "style" or "title" or "template" or "head" or "noscript" or "iframe" or "select" or "textarea"
        || (e.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<INode> AncestorsAndSelf(this INode node)
    {
        for (INode? n = node; n is not null; n = n.Parent) yield return n;
    }
}
