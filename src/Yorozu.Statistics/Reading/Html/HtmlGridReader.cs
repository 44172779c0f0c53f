using AngleSharp.Html;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>
/// Splits an HTML document into lines and tables. Works on AngleSharp's tokens without a tree: a hostile document could make
/// a tree arbitrarily deep, and a tree moves text between cells to a place where it looks like a heading.
/// </summary>
internal sealed class HtmlGridReader(ProblemList problems, ReadingLimits limits)
{
    private const int MaxAttributes = 100;
    private readonly OpenElements _elements = new();
    private readonly HtmlFlow _page = new(limits, false);
    private readonly Stack<HtmlTable> _tables = new();
    private readonly PanelLabels _labels = new();
    private readonly List<Grid> _hidden = [];
    private SourcePlaces _places = new("");
    private int _tableCount;
    private string _textElement = "";
    private bool _htmlIsOpen;
    private bool _bodyIsClosed;
    private int _lastTag;

    /// <summary>The hidden tables; null when there are none.</summary>
    public HiddenTables? Hidden => _hidden.Count > 0 ? new HiddenTables(_hidden, _hidden.Count == _tableCount) : null;

    /// <summary>True when a quotation mark swallowed the rest of the document.</summary>
    public bool EndsInAttribute { get; private set; }

    private HtmlTable? Table => _tables.TryPeek(out var table) ? table : null;

    public IReadOnlyList<Block> Read(string text, CancellationToken cancellationToken)
    {
        using var tokenizer = new HtmlTokenizer(new TextSource(new StringTextSource(text)), HtmlEntityProvider.Resolver);
        tokenizer.ShouldEmitAttribute = (ref StructHtmlToken tag, ReadOnlyMemory<char> _) => tag.Attributes.Count < MaxAttributes;
        var endsInTag = false;
        _elements.FindControls(text);
        _places = new SourcePlaces(text);
        tokenizer.Error += (_, error) => endsInTag |= error is HtmlErrorEvent { Code: (int)HtmlParseError.EOF };
        HtmlTokenType type;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            ref var token = ref tokenizer.GetStructToken();
            type = token.Type;
            if (type == HtmlTokenType.Character) AppendText(token.Data.Memory.Span, token.Position);
            else if (type == HtmlTokenType.StartTag) tokenizer.State = Open((HtmlTagToken)token.ToHtmlToken());
            else if (type == HtmlTokenType.EndTag) Close(token.Name.ToString());
            else if (type == HtmlTokenType.EndOfFile && endsInTag && AttributeQuotes.Unclosed(text, _lastTag) is { } open) AddUnclosed(open.Tag, open.Quote);
            else if (type == HtmlTokenType.EndOfFile && !limits.Exceeded) End(PlaceOf(token.Position), endsInTag);
            if (type is HtmlTokenType.StartTag or HtmlTokenType.EndTag) _lastTag = token.Position.Position - 1;
        }
        while (type != HtmlTokenType.EndOfFile && !limits.Exceeded);

        _page.Break(true);
        return _page.Blocks;
    }

    private void AppendText(ReadOnlySpan<char> text, TextPosition position)
    {
        if (_elements.IsHidden) return;
        if (!text.IsWhiteSpace()) EndWholeTable();
        if (Table is { CellDepth: < 0 } table)
        {
            if (!text.IsWhiteSpace()) table.Stray ??= (table.Here, text.Trim().ToString());
            return;
        }

        _labels.Append(text);
        CurrentFlow().Append(text, PlaceOf(position), _elements);
    }

    private HtmlFlow CurrentFlow()
    {
        foreach (var table in _tables)
        {
            if (table.CellDepth >= 0) return table.Flow;
        }

        return _page;
    }

    /// <summary>Opens an element and returns how its content is tokenised.</summary>
    private HtmlParseMode Open(HtmlTagToken tag)
    {
        var mode = HtmlElements.ContentMode(tag.Name);
        _textElement = mode == HtmlParseMode.PCData ? "" : tag.Name;
        if (AttributeQuotes.Swallowed(tag) is { } swallowed) AttributeQuotes.AddTo(problems, tag.Name, Table?.Here ?? PlaceOf(tag.Position), swallowed);

        switch (tag.Name)
        {
            case "html":
                _htmlIsOpen = true;
                break;
            case "br":
                CurrentFlow().Break(false);
                break;
            case "table":
                OpenTable(tag);
                break;
            case "caption" or "colgroup" or "col" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th":
                // A browser ignores a part of a table outside a table.
                if (Table is { } table) OpenPart(tag, table);
                break;
            default:
                OpenElement(tag);
                break;
        }

        return mode;
    }

    private void OpenElement(HtmlTagToken tag)
    {
        if (HtmlElements.IsBlock(tag.Name)) EndWholeTable();
        if (HtmlElements.IsBlock(tag.Name)) CurrentFlow().Break(true);
        if (HtmlElements.Replacement(tag) is { Length: > 0 } text && !_elements.IsHidden && !_elements.Hides(tag))
        {
            CurrentFlow().Append(text, PlaceOf(tag.Position), _elements);
        }
        if (HtmlElements.IsVoid(tag.Name) || (tag.IsSelfClosing && (_elements.IsForeign || tag.Name is "svg" or "math"))) return;
        // Digits in <small> beside a figure are a note number, not its last digits.
        if (tag.Name == "small") CurrentFlow().Append(" ", PlaceOf(tag.Position), _elements);
        _labels.Open(tag, _elements.Depth, _elements.Tabs);
        _elements.Open(tag);
        if (HtmlElements.IsBlock(tag.Name)) LabelPanel(tag);
        limits.CheckDepth(_elements.Depth, PlaceOf(tag.Position));
    }

    private void LabelPanel(HtmlTagToken tag)
    {
        if (Table is null && !_elements.IsHidden && _elements.HeadingLevel == 0 && _labels.Of(tag, _elements.Tabs) is { Length: > 0 } label)
        {
            _page.AddLabel(label, PlaceOf(tag.Position));
        }
    }

    private void OpenTable(HtmlTagToken tag)
    {
        EndWholeTable();
        if (Table is { CellDepth: < 0 } open)
        {
            // A browser ends a table at the next one: only the rest of a data table is missing.
            open.CloseRow();
            if (DataTable.IsLikely(open.Grid)) open.Stray ??= (open.Here, "<table>");
            CloseTable(open);
        }

        CurrentFlow().Break(true);
        LabelPanel(tag);
        var isHidden = _elements.IsHidden || _elements.Hides(tag) || Table is { IsHidden: true };
        var table = new HtmlTable(++_tableCount, _elements.Depth, isHidden, limits);
        // A table hidden by its style may be a copy: its text is read to be compared.
        _elements.OpenTablePart(tag, _elements.UnprintedAbove(0).Length > 0);
        limits.CheckDepth(_elements.Depth, PlaceOf(tag.Position));
        limits.CountTable(table.Here);
        _tables.Push(table);
    }

    private void OpenPart(HtmlTagToken tag, HtmlTable table)
    {
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

    private void OpenCell(HtmlTagToken tag, HtmlTable table)
    {
        table.CellDepth = _elements.Depth;
        _elements.OpenTablePart(tag, _elements.IsHidden || _elements.Hides(tag));
    }

    private void Close(string name)
    {
        _textElement = "";
        switch (name)
        {
            case "html" or "body":
                _bodyIsClosed = true;
                break;
            case "table" when Table is { } table:
                CloseTable(table);
                break;
            case "td" or "th" or "caption" when Table is { } table:
                CloseCell(table);
                break;
            case "tr" or "thead" or "tbody" or "tfoot" when Table is { } table:
                CloseCell(table);
                if (name == "tr") table.CloseRow();
                else table.CloseRowGroup();
                if (name != "tr") table.SectionIsHidden = false;
                break;
            default:
                CloseElement(name);
                break;
        }
    }

    private void CloseElement(string name)
    {
        // A browser ignores an unmatched end tag, except </p>, which makes a paragraph, and those of headings, which close any heading.
        var isClosed = _elements.Close(name);
        _labels.Close(_elements.Depth);
        if (HtmlElements.IsBlock(name) && (isClosed || name is "p" or ['h', >= '1' and <= '6'])) CurrentFlow().Break(true);
    }

    private void CloseCell(HtmlTable table)
    {
        // A browser puts everything that follows into such an element, so the content of the table is unknown.
        if (_elements.UnprintedAbove(table.Depth) is { Length: > 0 } unclosed) table.Stray ??= (table.Here, $"<{unclosed}>");
        if (table.CellDepth < 0) return;
        table.Flow.Break(true);
        var isCaption = _elements.NameAt(table.CellDepth) == "caption";
        _elements.CloseTo(table.CellDepth);
        table.CellDepth = -1;
        if (!isCaption) table.CloseCell();
        else if (!table.IsHidden) CurrentFlow().Add(table.Flow.Blocks);
        table.Flow.Blocks.Clear();
    }

    private void CloseTable(HtmlTable table)
    {
        CloseCell(table);
        table.CloseRow();
        _elements.CloseTo(table.Depth);
        _tables.Pop();
        if (limits.Exceeded) return;
        var isData = DataTable.IsLikely(table.Grid);
        if (table.IsUnseen) _hidden.Add(isData ? DataTable.Blocks(table.Grid, true).OfType<Grid>().First() : new Grid(table.Grid.Position, []));
        if (isData && _elements.UnprintedAbove(0) is { Length: > 0 } around) table.Stray ??= (table.Here, $"<{around}>");
        else if (table.IsHidden) return;
        // What stands between the cells of any table, such as the heading of the next one, would be lost.
        if (table.Stray is { } stray)
        {
            var (found, expected) = (new Phrase("表のセルの外に文字やタグがあります"), new Phrase("すべての文字が<td>か<th>の中にある表"));
            problems.Add(ProblemKind.Markup, stray.Position, Phrase.None, found, expected, stray.Text);
        }

        CurrentFlow().Add(!isData && DataTable.IsLayout(table.Grid, table.Content) ? table.Content : DataTable.Blocks(table.Grid, isData));
    }

    /// <summary>Ends a table without an end tag: what follows its last prefecture is not part of it.</summary>
    private void EndWholeTable()
    {
        if (Table is not { CellDepth: < 0, IsWhole: true } table) return;
        problems.Notice(table.Here, new Phrase("表の終わりの</table>がありません。ここまでを表として読みました"));
        CloseTable(table);
    }

    private void End(SourcePosition end, bool endsInTag)
    {
        EndWholeTable();
        var isCut = endsInTag || _textElement.Length > 0;
        while (Table is { } table)
        {
            isCut |= !_bodyIsClosed;
            end = table.Here;
            CloseTable(table);
        }

        if (!isCut)
        {
            if (_htmlIsOpen && !_bodyIsClosed) problems.Notice(end, new Phrase("資料の終わりに</html>がありません。途中で切れていないか確かめてください"));
            return;
        }

        problems.Add(ProblemKind.Truncated, end, Phrase.None, new Phrase("ファイルが途中で終わっています"), new Phrase("</table>や</html>で閉じられたHTML全体"));
    }

    /// <summary>A quotation mark that swallows the rest of the document is the cause of everything that is missing.</summary>
    private void AddUnclosed(string tag, int quote)
    {
        EndsInAttribute = true;
        AttributeQuotes.AddTo(problems, tag, _places.At(quote), _places.LineAt(quote));
    }

    // AngleSharp's own columns end at 65,535.
    private SourcePosition PlaceOf(TextPosition position) => _places.At(position.Position - 1);
}
