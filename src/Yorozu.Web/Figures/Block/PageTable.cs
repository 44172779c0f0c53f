using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Block;

/// <summary>
/// The table of a figure block as a reader of the page sees it: what its CSV is made of, so that the two cannot differ.
/// Figures have no separators, what is not published is empty, and columns of percentages say so in their heading.
/// </summary>
public sealed partial record PageTable(string Title, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The table of the block with this id, or null when the page has none.</summary>
    public static PageTable? Find(string html, string id)
    {
        var block = new HtmlParser().ParseDocument(html).GetElementById(id);
        if (block?.QuerySelector("table") is not IHtmlTableElement { Head: { } head } table) return null;

        // The heading over a group of rows becomes the first cell of each.
        var groupName = table.GetAttribute("data-groups");
        var body = table.Bodies.SelectMany(b => b.Rows.Where(r => !IsGroup(r)).Select(r => (Group: Text(b.QuerySelector("[scope=rowgroup]")), r.Cells))).ToList();
        var heads = head.Rows[^1].Cells;
        // What is only drawn cannot be written.
        var columns = Enumerable.Range(0, heads.Length).Where(i => body.Exists(r => r.Cells[i].QuerySelector("svg") is null)).ToList();

        return new PageTable(
            Text(block.QuerySelector("h2")),
            [Row(groupName, i => Text(heads[i]) + (body.Exists(r => Text(r.Cells[i]).EndsWith('%')) ? " (%)" : "")), .. body.Select(r => Row(r.Group, i => Value(Text(r.Cells[i]))))]);

        IReadOnlyList<string> Row(string? group, Func<int, string> cell) => [.. groupName is null ? [] : new[] { group ?? "" }, .. columns.Select(cell)];
    }

    public async Task<byte[]> ToCsvAsync(CancellationToken cancellationToken)
    {
        var stream = new MemoryStream();
        var output = new CsvOutput(stream, new CsvEncoding(CsvEncoding.Default));
        foreach (var row in Rows)
        {
            foreach (var cell in row)
            {
                if (Number().IsMatch(cell)) output.Raw(Encoding.ASCII.GetBytes(cell));
                else output.Text(cell);
            }

            await output.EndRowAsync(cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
        return stream.ToArray();
    }

    private static bool IsGroup(IElement row) => row.QuerySelector("[scope=rowgroup]") is not null;

    // Asides are remarks in small type beside the figure of a cell.
    private static string Text(IElement? element)
    {
        if (element is null) return "";
        var copy = (IElement)element.Clone();
        foreach (var aside in copy.QuerySelectorAll("[data-aside]")) aside.Remove();
        return Space().Replace(copy.TextContent, " ").Trim();
    }

    private static string Value(string text)
    {
        if (text == Words.NotPublished || text == "―") return "";
        return Figure().IsMatch(text) ? text.TrimStart('+', '±').TrimEnd('%').Replace(",", "", StringComparison.Ordinal).Replace('−', '-') : text;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^[+−±]?\d{1,3}(,?\d{3})*(\.\d+)?%?$")]
    private static partial Regex Figure();

    [GeneratedRegex(@"^-?\d+(\.\d+)?$")]
    private static partial Regex Number();
}
