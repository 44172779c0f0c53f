using System.Globalization;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.References;

namespace Yorozu.Web.Wording;

/// <summary>How this site computes ratios, in words.</summary>
public static class FormulaWords
{
    /// <summary>相談実績件数 ÷ 名寄せ後の事業者数, or フェーズ2相談実績件数 ÷ 相談実績件数 × 100.</summary>
    public static string InWords(this Formula formula)
    {
        var divisor = formula.Denominator?.DisplayName() ?? formula.Reference!.DisplayName();
        return $"{formula.Numerator.DisplayName()} ÷ {divisor}{Times(formula)}";
    }

    /// <summary>各指標 ÷ 人口 × 100,000: of several metrics per head.</summary>
    public static string OfEachMetric(this Formula formula) =>
        $"{(UiLanguage.IsEnglish ? "each metric" : "各指標")} ÷ {formula.Reference!.DisplayName()}{Times(formula)}";

    /// <summary>人口, or Inhabitants.</summary>
    public static string DisplayName(this ReferenceTable reference) => UiLanguage.IsEnglish ? reference.About.EnglishName : reference.About.Name;

    /// <summary>（人口10万人当たり）, or  per 100,000 inhabitants.</summary>
    public static string PerHead(this ReferenceTable reference) =>
        UiLanguage.IsEnglish ? $" {reference.RateName()}" : $"（{reference.RateName()}）";

    /// <summary>人口10万人当たり, or per 100,000 inhabitants.</summary>
    public static string RateName(this ReferenceTable reference) =>
        UiLanguage.IsEnglish ? $"per {reference.EnglishUnit}" : $"{reference.About.Name}{reference.Unit}当たり";

    /// <summary>人口: 2020年10月1日、「令和2年国勢調査」….</summary>
    public static string SourceText(this ReferenceTable reference)
    {
        var (about, date) = (reference.About, Words.Date(reference.About.Date));
        if (!UiLanguage.IsEnglish) return $"{about.Name}: {date}、{about.Source}";
        return $"{about.EnglishName}: {date}, {(about.EnglishSource.Length > 0 ? about.EnglishSource : about.Source)}";
    }

    public static string CautionText(this Formula formula) => UiLanguage.IsEnglish ? formula.EnglishCaution : formula.Caution;

    /// <summary>What a single month of an indicator is not; null for other metrics.</summary>
    public static string? MonthCaution(this Metric metric) => metric.IsIndicator ? metric.Formula!.CautionText() : null;

    private static string Times(Formula formula) => formula.Scale == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {formula.Scale:#,0}");
}
