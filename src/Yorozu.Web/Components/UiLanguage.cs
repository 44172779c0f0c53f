using System.Globalization;

namespace Yorozu.Web.Components;

/// <summary>The language a page is written in.</summary>
public static class UiLanguage
{
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    public static string OtherCode => IsEnglish ? "ja" : "en";

    public static string OtherName => IsEnglish ? "日本語" : "English";
}
