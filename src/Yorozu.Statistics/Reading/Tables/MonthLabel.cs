using System.Globalization;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>A month as a column heading: <c>4月</c>, <c>４月</c>, <c>十二月</c>, <c>令和4年1月</c>.</summary>
/// <param name="Number">1 to 12.</param>
/// <param name="Year">The calendar year, when the label has one.</param>
internal sealed partial record MonthLabel(int Number, int? Year)
{
    /// <summary>A calendar year before a month: 令和4年, R4., 2022年, 2022/.</summary>
    public const string YearPattern =
        "(?:(?<era>令和|平成|(?<![A-Za-z])[RH])(?<year>元|[0-9]{1,2}|" + KanjiNumber.Numerals + "{1,3})|"
            + "(?<![0-9])(?<western>[0-9]{4}|" + KanjiNumber.Numerals + "{4}))[年./]";

    private const int MaxLabelLength = 30;

    /// <summary>True for 5月末現在: the figures may be those of all months up to it.</summary>
    public bool IsEnd { get; private init; }

    public static MonthLabel? Read(string text)
    {
        if (text.Length is 0 or > MaxLabelLength) return null;
        if (text[^1] == '月'
            && text.Length <= 3
            && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain is >= 1 and <= 12 ? new MonthLabel(plain, null) : null;
        }

        if (Label.IsFigure(text)) return null;
        var label = Label.Plain(text);
        var match = Pattern().Match(label);
        if (!match.Success) match = Numeric().Match(label);
        if (!match.Success) return null;
        return KanjiNumber.Read(match.Groups["month"].Value) is >= 1 and <= 12 and var number
            ? new MonthLabel(number, YearOf(match)) { IsEnd = match.Groups["end"].Success }
            : null;
    }

    /// <summary>The calendar year of a match of <see cref="YearPattern"/>: null without a year, 0 when the year does not exist.</summary>
    public static int? YearOf(Match match)
    {
        if (match.Groups["western"].Success) return KanjiNumber.Read(match.Groups["western"].Value) ?? 0;
        if (!match.Groups["era"].Success) return null;
        var era = match.Groups["era"].Value switch { "R" => "令和", "H" => "平成", var name => name };
        var year = match.Groups["year"].Value;
        return FiscalYear.FromEra(era, year == "元" ? 1 : KanjiNumber.Read(year) ?? 0)?.StartYear ?? 0;
    }

    [GeneratedRegex(
        "^(?:" + YearPattern + ")?(?<month>0?[1-9]|1[0-2]|" + KanjiNumber.Numerals + "{1,2})月(?:分|度|計|(?<end>末|末時点|末現在|末日現在|末まで|まで)|実績)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    /// <summary>A month with its year and without 月: 2026/4, 2026.4, R8.4, 2026-04. Not a date with a day.</summary>
    [GeneratedRegex("^(?:(?<era>令和|平成|R|H)(?<year>元|[0-9]{1,2})|(?<western>(?:19|20)[0-9]{2}))[年./-](?<month>0?[1-9]|1[0-2])$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
