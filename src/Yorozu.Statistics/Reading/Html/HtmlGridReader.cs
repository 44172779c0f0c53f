using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>
/// Splits an HTML document into lines and tables. Works on AngleSharp's tokens without a tree: a hostile document could make
/// a tree arbitrarily deep, and a tree moves text between cells to a place where it looks like a heading.
/// </summary>
internal sealed class HtmlGridReader
{
    private readonly ProblemList _problems;
    private readonly ReadingLimits _limits;
    private readonly OpenElements _elements = new();
    private readonly HtmlFlow _page;
    private readonly OpenTables _tables;
    private readonly PanelLabels _labels = new();
    private SourcePlaces _places = new("");
    private string _textElement = "";
    private bool _htmlIsOpen;
    private bool _bodyIsClosed;

    public HtmlGridReader(ProblemList problems, ReadingLimits limits)
    {
        (_problems, _limits) = (problems, limits);
        _page = new HtmlFlow(limits, false);
        _tables = new OpenTables(_page, _elements, problems, limits);
    }

    /// <summary>The hidden tables; null when there are none.</summary>
    public HiddenTables? Hidden => _tables.Hidden;

    /// <summary>True when a quotation mark swallowed the rest of the document.</summary>
    public bool EndsInAttribute { get; private set; }

    public IReadOnlyList<Block> Read(string text, CancellationToken cancellationToken)
    {
        using var tokenizer = HtmlTags.Tokenizer(text);
        var (endsInTag, lastTag) = (false, 0);
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
            else if (type == HtmlTokenType.StartTag) tokenizer.State = Open(HtmlTags.Start(ref token));
            else if (type == HtmlTokenType.EndTag) Close(token.Name.ToString());
            else if (type == HtmlTokenType.EndOfFile && endsInTag && _textElement.Length == 0 && AttributeQuotes.Unclosed(text, lastTag) is { } open)
            {
                AddUnclosed(open.Tag, open.Quote);
            }
            else if (type == HtmlTokenType.EndOfFile)
            {
                End(PlaceOf(token.Position), endsInTag);
            }

            if (type is HtmlTokenType.StartTag or HtmlTokenType.EndTag) lastTag = token.Position.Position - 1;
        }
        while (type != HtmlTokenType.EndOfFile && !_limits.Exceeded);

        _page.Break(true);
        return _page.Blocks;
    }

    private void AppendText(ReadOnlySpan<char> text, TextPosition position)
    {
        if (_elements.IsHidden) return;
        if (!text.IsWhiteSpace()) _tables.EndWhole();
        if (_tables.Innermost is { CellDepth: < 0 } table)
        {
            if (!text.IsWhiteSpace()) table.AddStray(text.Trim().ToString());
            return;
        }

        _labels.Append(text);
        _tables.Flow.Append(text, PlaceOf(position), _elements);
    }

    /// <summary>Opens an element and returns how its content is tokenised.</summary>
    private HtmlParseMode Open(HtmlTagToken tag)
    {
        var mode = HtmlElements.ContentMode(tag.Name);
        _textElement = mode == HtmlParseMode.PCData ? "" : tag.Name;
        if (AttributeQuotes.Swallowed(tag) is { } swallowed)
        {
            AttributeQuotes.AddTo(_problems, tag.Name, _tables.Innermost?.Here ?? PlaceOf(tag.Position), swallowed);
        }

        switch (tag.Name)
        {
            case "html":
                _htmlIsOpen = true;
                break;
            case "br":
                _tables.Flow.Break(false);
                break;
            case "table":
                OpenTable(tag);
                break;
            case "caption" or "colgroup" or "col" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th":
                _tables.OpenPart(tag);
                break;
            default:
                OpenElement(tag);
                break;
        }

        return mode;
    }

    private void OpenTable(HtmlTagToken tag)
    {
        _tables.EndBeforeNext();
        _tables.Flow.Break(true);
        LabelPanel(tag);
        _tables.Open(tag);
        _limits.CheckDepth(_elements.Depth, PlaceOf(tag.Position));
    }

    private void OpenElement(HtmlTagToken tag)
    {
        var isBlock = HtmlElements.IsBlock(tag.Name);
        if (isBlock)
        {
            _tables.EndWhole();
            _tables.Flow.Break(true);
        }

        if (HtmlElements.Replacement(tag) is { Length: > 0 } text && !_elements.IsHidden && !_elements.Hides(tag))
        {
            _tables.Flow.Append(text, PlaceOf(tag.Position), _elements);
        }
        if (HtmlElements.IsVoid(tag.Name) || (tag.IsSelfClosing && (_elements.IsForeign || tag.Name is "svg" or "math"))) return;
        // Digits in <small> beside a figure are a note number, not its last digits.
        if (tag.Name == "small") _tables.Flow.Append(" ", PlaceOf(tag.Position), _elements);
        _elements.Open(tag);
        // The tag may have closed the element of a label: <li> ends the one before.
        _labels.Close(_elements.Depth - 1);
        _labels.Open(tag, _elements.Depth - 1, _elements.Tabs);
        if (isBlock) LabelPanel(tag);
        _limits.CheckDepth(_elements.Depth, PlaceOf(tag.Position));
    }

    private void LabelPanel(HtmlTagToken tag)
    {
        if (_tables.Innermost is null && !_elements.IsHidden && _elements.HeadingLevel == 0 && _labels.Of(tag, _elements.Tabs) is { Length: > 0 } label)
        {
            _page.AddLabel(label, PlaceOf(tag.Position));
        }
    }

    private void Close(string name)
    {
        _textElement = "";
        switch (name)
        {
            case "html" or "body":
                _bodyIsClosed = true;
                break;
            case "table" or "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" when _tables.Innermost is not null:
                _tables.Close(name);
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
        if (HtmlElements.IsBlock(name) && (isClosed || name is "p" or ['h', >= '1' and <= '6'])) _tables.Flow.Break(true);
    }

    private void End(SourcePosition end, bool endsInTag)
    {
        _tables.EndWhole();
        var isCut = endsInTag || _textElement.Length > 0;
        while (_tables.Innermost is { } table)
        {
            isCut |= !_bodyIsClosed;
            end = table.Here;
            _tables.Close("table");
        }

        if (!isCut)
        {
            if (_htmlIsOpen && !_bodyIsClosed) _problems.Notice(end, new Phrase("資料の終わりに</html>がありません。途中で切れていないか確かめてください"));
            return;
        }

        _problems.Add(ProblemKind.Truncated, end, Phrase.None, new Phrase("ファイルが途中で終わっています"), new Phrase("</table>や</html>で閉じられたHTML全体"));
    }

    /// <summary>A quotation mark that swallows the rest of the document is the cause of everything that is missing.</summary>
    private void AddUnclosed(string tag, int quote)
    {
        EndsInAttribute = true;
        AttributeQuotes.AddTo(_problems, tag, _places.At(quote), _places.LineAt(quote));
    }

    // AngleSharp's own columns end at 65,535.
    private SourcePosition PlaceOf(TextPosition position) => _places.At(position.Position - 1);
}
