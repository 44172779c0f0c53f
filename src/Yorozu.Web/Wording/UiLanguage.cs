using System.Globalization;

namespace Yorozu.Web.Wording;

/// <summary>The language of a page.</summary>
public static class UiLanguage
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The <c>lang</c> of published text on a page in another language; null on a Japanese page.</summary>
    public static string? OfOriginals => IsEnglish ? "ja" : null;

    /// <summary>The <c>lang</c> of a name that may have an English one; null where it is in the language of the page.</summary>
    public static string? Of(string name) => IsEnglish && name.Any(c => c >= '\u3001') ? "ja" : null;

    public static string OtherCode => IsEnglish ? "ja" : "en";

    public static string OtherName => IsEnglish ? "日本語" : "English";
}
