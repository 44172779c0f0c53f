using System.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Tests.Reading.Rendering;

/// <summary>How cells of a text table are set apart.</summary>
internal enum TextTables
{
    Tabs,
    Spreadsheet,
    Browser,
    Markdown,
    MarkdownWithoutFrame,
}

/// <summary>Prints a page as text, as it is published or as it comes through a clipboard.</summary>
internal sealed class TextRenderer(Dialect dialect, TextTables tables)
{
    private readonly StringBuilder _text = new();
    private readonly string _newline = dialect.OneOf("\n", "\n", "\r\n");
    private readonly bool _isMarkdown = tables is TextTables.Markdown or TextTables.MarkdownWithoutFrame;
    private readonly string _frame = tables == TextTables.Markdown ? "|" : "";
    private int _width;

    public string Render(PublishedPage page)
    {
        var (section, group) = ("", "");
        Blank();
        Heading(dialect.Title(page.FiscalYear), 1);
        foreach (var table in page.Tables)
        {
            _width = table.Months.Count + 2;
            var number = Array.IndexOf(["", "ワンストップ相談窓口", "生産性向上支援センター"], table.Metric.Section);
            if (table.Metric.Section.Length > 0 && (table.Metric.Section != section || dialect.May(50)))
            {
                Heading($"{dialect.OneOf("(", "（")}{(number > 0 ? number : 3)}{dialect.OneOf(")", "）")}{table.Metric.Section}", 2);
                group = "";
            }

            if (table.Metric.Group.Length > 0 && (table.Metric.Group != group || dialect.May(50))) Heading($"⑨{table.Metric.Group}", 3);
            (section, group) = (table.Metric.Section, table.Metric.Group);
            Heading(table.Heading, 3);
            Table(table);
            Notes(table);
        }

        return _text.ToString();
    }

    private void Table(PublishedTable table)
    {
        var divided = table.Parts.Count > 1;
        var labels = table.Months.Select(dialect.Month).Concat(table.HasCumulative ? [dialect.OneOf("累計値", "累計")] : []).ToList();
        var corner = dialect.OneOf("", "", "都道府県");
        if (divided)
        {
            var once = tables == TextTables.Browser;
            var repeated = dialect.May(30);
            Row([corner, .. labels.SelectMany(l => table.Parts.Select((_, i) => i == 0 || repeated ? l : "").Take(once ? 1 : table.Parts.Count))], true);
            Row([once ? null : "", .. labels.SelectMany(_ => table.Parts)], false);
        }
        else
        {
            Row([corner, .. labels], true);
        }

        foreach (var area in table.Observations.Select(o => o.Area).Distinct())
        {
            var label = area.IsNation && dialect.May(20) ? "" : dialect.Area(area);
            if (!area.IsNation && tables != TextTables.Browser && dialect.May(30)) label = _isMarkdown ? $"[{label}](#)" : $"<a href=\"#\">{label}</a>";
            Row([
                label,
                .. table.Observations.Where(o => o.Area == area).Select(o => dialect.Figure(o.Figure)),
                .. table.Cumulatives.Where(c => c.Area == area).Select(c => dialect.Figure(c.Figure))
            ], false);
        }

        Blank();
    }

    private void Row(IReadOnlyList<string?> printed, bool isHeader)
    {
        var cells = printed.Where(c => c is not null).Select(c => c!).ToList();
        _width = Math.Max(_width, cells.Count);
        if (_isMarkdown)
        {
            Line($"{_frame} {string.Join(" | ", cells)} {_frame}");
            if (isHeader) Line($"{_frame}{string.Join('|', cells.Select(_ => dialect.OneOf("---", ":--:", "------")))}{_frame}");
        }
        else
        {
            Line(string.Join('\t', cells.Select(c => tables == TextTables.Spreadsheet && c.Length > 0 && dialect.May(10)
                ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : Pad(c))));
        }
    }

    private string Pad(string cell) => dialect.May(3) ? $" {cell}\u00A0" : cell;

    private void Heading(string text, int level)
    {
        if (_isMarkdown || (tables == TextTables.Tabs && dialect.May(30))) text = $"{new string('#', level)} {text}";
        if (tables == TextTables.Spreadsheet) text += new string('\t', _width);
        Line(text);
        Blank();
    }

    private void Notes(PublishedTable table)
    {
        if (dialect.May(70))
        {
            Wrapped("都道府県名をクリックすると、これまで各よろず支援拠点が支援している事例もご覧いただけます。");
            Blank();
        }

        Wrapped($"{dialect.OneOf("◆", "◆◆")}{table.Definition}");
        Blank();
        foreach (var note in table.Notes)
        {
            Wrapped(note);
            if (dialect.May(70)) Blank();
        }

        Blank();
    }

    private void Wrapped(string text)
    {
        while (text.Length > 25 && dialect.May(50))
        {
            Line(text[..20] + dialect.OneOf("", "  "));
            text = text[20..];
        }

        Line(text);
    }

    private void Line(string text) => _text.Append(text).Append(_newline);

    private void Blank() => _text.Append(tables == TextTables.Spreadsheet ? new string('\t', _width) : dialect.OneOf("", "", "　")).Append(_newline);
}
