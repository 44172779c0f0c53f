using System.Globalization;

namespace Yorozu.Web.Wording;

/// <summary>The language a page is written in.</summary>
public static class UiLanguage
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The <c>lang</c> of what stands as published on a page in another language; null where the page is Japanese.</summary>
    public static string? OfOriginals => IsEnglish ? "ja" : null;

    public static string OtherCode => IsEnglish ? "ja" : "en";

    public static string OtherName => IsEnglish ? "日本語" : "English";
}
