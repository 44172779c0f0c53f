using System.Globalization;

namespace Yorozu.Web.Wording;

/// <summary>The language of a page.</summary>
public static class UiLanguage
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The <c>lang</c> of published text on a page in another language; null on a Japanese page.</summary>
    public static string? OfOriginals => IsEnglish ? "ja" : null;

    public static string OtherCode => IsEnglish ? "ja" : "en";

    public static string OtherName => IsEnglish ? "日本語" : "English";
}
