using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Yorozu.Web.Wording;

/// <summary>Text in which no line ends inside a year, a period, a count or a factor.</summary>
public static partial class Unbroken
{
    /// <summary>令和8年度, (Reiwa 8), 2026年12月, 4〜12月, 5,493か所 and × 100 in a &lt;span class="nowrap"&gt; each; the rest as it is.</summary>
    public static IHtmlContent Html(string text)
    {
        var html = new HtmlContentBuilder();
        var end = 0;
        foreach (var unit in Units().EnumerateMatches(text))
        {
            html.Append(text[end..unit.Index]).AppendHtml("<span class=\"nowrap\">");
            end = unit.Index + unit.Length;
            html.Append(text[unit.Index..end]).AppendHtml("</span>");
        }

        return html.Append(text[end..]);
    }

    [GeneratedRegex(@"(?:令和|平成)[0-9元]+年度?|\(Reiwa [0-9]+\)|[0-9]+年[0-9]+月|[0-9]+〜[0-9]+月|[0-9,.]+か[所月]|× [0-9,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Units();
}
