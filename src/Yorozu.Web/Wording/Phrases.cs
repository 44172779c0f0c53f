using Microsoft.Extensions.Localization;
using Yorozu.Statistics;

namespace Yorozu.Web.Wording;

/// <summary>Says in the language of the page what reading, publishing and accounts report.</summary>
public static class Phrases
{
    public static string Say(this IStringLocalizer<UiText> text, Phrase phrase) => phrase.In(format => text[format], argument => argument switch
    {
        Phrase inner => text.Say(inner),
        YearMonth month => month.MonthName(),
        FiscalYear year => year.EraName(),
        Area area => area.DisplayName(),
        _ => argument,
    });
}
