using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Yorozu.Web.Wording;

/// <summary>The language of a page.</summary>
public static partial class UiLanguage
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The <c>lang</c> of published text on a page in another language; null on a Japanese page.</summary>
    public static string? OfOriginals => IsEnglish ? "ja" : null;

    /// <summary>The <c>lang</c> of a name that may have an English one; null where it is in the language of the page.</summary>
    public static string? Of(string name) => IsEnglish && name.Any(c => c >= '\u3001') ? "ja" : null;

    public static string OtherCode => IsEnglish ? "ja" : "en";

    public static string OtherName => IsEnglish ? "日本語" : "English";

    /// <summary>A sentence of the page with the words in it that stand as published or typed, marked as Japanese on an English page.</summary>
    public static IHtmlContent Mark(string sentence)
    {
        var html = new HtmlContentBuilder();
        if (!IsEnglish) return html.Append(sentence);

        var end = 0;
        foreach (var words in Japanese().EnumerateMatches(sentence))
        {
            html.Append(sentence[end..words.Index]).AppendHtml("<span lang=\"ja\">");
            end = words.Index + words.Length;
            html.Append(sentence[words.Index..end]).AppendHtml("</span>");
        }

        return html.Append(sentence[end..]);
    }

    // Words side by side are one run, with the digits and signs between them.
    [GeneratedRegex(@"[\u3001-\u30FF\u3400-\u9FFF\uFF01-\uFF60](?:[^A-Za-z“”\n]*[\u3001-\u30FF\u3400-\u9FFF\uFF01-\uFF60])?", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();
}
