using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Yorozu.Statistics.Reading;

/// <summary>Finds the fiscal years that a line names: 令和3年度, 平成31年度・令和元年度, 2026年度.</summary>
internal static partial class FiscalYearHeading
{
    public static IEnumerable<FiscalYear> YearsIn(string text)
    {
        if (!text.Contains("年度", StringComparison.Ordinal)) yield break;
        var normal = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
        foreach (Match match in Pattern().Matches(normal))
        {
            var digits = match.Groups["year"].Value;
            var year = digits == "元" ? 1 : int.Parse(digits, CultureInfo.InvariantCulture);
            if (match.Groups["era"].Success)
            {
                if (FiscalYear.FromEra(match.Groups["era"].Value, year) is { } named) yield return named;
            }
            else if (FiscalYear.TryParse(digits, CultureInfo.InvariantCulture, out var western))
            {
                yield return western;
            }
        }
    }

    [GeneratedRegex("(?:(?<era>令和|平成)(?<year>元|[0-9]{1,3})|(?<![0-9])(?<year>[0-9]{4}))年度", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
