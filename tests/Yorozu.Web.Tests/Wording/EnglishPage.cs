using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Yorozu.Web.Tests.Wording;

/// <summary>On an English page, what stands as published or typed in Japanese says that it is Japanese, and nothing else is.</summary>
internal static class EnglishPage
{
    private static readonly string[] SpokenAttributes = ["title", "aria-label", "alt", "placeholder", "content"];

    public static void Check(IHtmlDocument page, string place)
    {
        page.DocumentElement.GetAttribute("lang").Should().Be("en", "of {0}", place);
        Texts(page)
            .Where(t => IsJapanese(t.Text) && t.Element.Closest("[lang]")!.GetAttribute("lang") != "ja")
            .Select(t => t.Text.Trim())
            .Should().BeEmpty("of {0}", place);
        page.QuerySelectorAll("main [lang=ja]").Select(e => e.TextContent).Where(text => !IsJapanese(text)).Should().BeEmpty("of {0}", place);
    }

    // Kana, kanji, and full-width brackets and signs; the middle dot divides words in both languages.
    public static bool IsJapanese(string text) =>
        text.Any(c => c is (>= '\u3001' and <= '\u30FA') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF60'));

    private static IEnumerable<(IElement Element, string Text)> Texts(IHtmlDocument page) => page.All
        .Where(e => e.LocalName is not ("script" or "style"))
        .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => (e, t.Text)).Concat(SpokenAttributes.Select(a => (e, e.GetAttribute(a) ?? ""))));
}
