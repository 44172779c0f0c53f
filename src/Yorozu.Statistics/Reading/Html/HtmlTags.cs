using System.Collections.Frozen;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Yorozu.Statistics.Reading.Html;

/// <summary>Splits HTML into tokens, without a tree.</summary>
internal static class HtmlTags
{
    private const int MaxAttributes = 100;

    // Most start tags are these without attributes: all of a kind share one object.
    private static readonly HtmlTagToken Row = HtmlTagToken.Open("tr");
    private static readonly HtmlTagToken Header = HtmlTagToken.Open("th");
    private static readonly HtmlTagToken Cell = HtmlTagToken.Open("td");

    /// <summary>The tokens of a document. After each start tag the caller sets the state, by <see cref="HtmlElements.ContentMode"/>.</summary>
    public static HtmlTokenizer Tokenizer(string html) => new(new TextSource(new StringTextSource(html)), HtmlEntityProvider.Resolver)
    {
        ShouldEmitAttribute = (ref StructHtmlToken tag, ReadOnlyMemory<char> _) => tag.Attributes.Count < MaxAttributes,
    };

    /// <summary>The start tags of a document with only these attributes; not what looks like one in a comment, a script or a style sheet.</summary>
    public static IEnumerable<HtmlTagToken> StartTags(string html, FrozenSet<string> attributes)
    {
        var wanted = attributes.GetAlternateLookup<ReadOnlySpan<char>>();
        using var tokenizer = Tokenizer(html);
        tokenizer.ShouldEmitAttribute = (ref StructHtmlToken tag, ReadOnlyMemory<char> name) =>
            tag.Attributes.Count < MaxAttributes && wanted.Contains(name.Span);
        while (NextStartTag(tokenizer) is { } tag) yield return tag;
    }

    /// <summary>The start tag of a token. That of a row or a cell without attributes is shared and has no position.</summary>
    public static HtmlTagToken Start(ref StructHtmlToken token) => token.Name.ToString() switch
    {
        "tr" when token.Attributes.Count == 0 => Row,
        "th" when token.Attributes.Count == 0 => Header,
        "td" when token.Attributes.Count == 0 => Cell,
        _ => (HtmlTagToken)token.ToHtmlToken(),
    };

    private static HtmlTagToken? NextStartTag(HtmlTokenizer tokenizer)
    {
        while (true)
        {
            ref var token = ref tokenizer.GetStructToken();
            if (token.Type == HtmlTokenType.EndOfFile) return null;
            if (token.Type != HtmlTokenType.StartTag) continue;
            var tag = (HtmlTagToken)token.ToHtmlToken();
            tokenizer.State = HtmlElements.ContentMode(tag.Name);
            return tag;
        }
    }
}
