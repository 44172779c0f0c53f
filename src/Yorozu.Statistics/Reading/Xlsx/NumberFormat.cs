using System.Globalization;

namespace Yorozu.Statistics.Reading.Xlsx;

/// <summary>
/// How a cell shows its number: as a whole number with thousands separators and words around it (<c>#,##0"件"</c>, <c>0"月"</c>),
/// as a month or date, or in a way that says something else than the number (per cent, thousands), which is never a count.
/// </summary>
internal sealed class NumberFormat
{
    private const int FirstSafeDate = 61;
    private const int LastDate = 2_958_465;

    private readonly string _code;
    private readonly NumberFormatSection _section;
    private readonly NumberFormatSection? _zeros;

    public NumberFormat(string code)
    {
        _code = code;
        var sections = NumberFormatSection.All(code.Length == 0 ? "General" : code);
        _section = sections[0];
        _zeros = sections.Count > 2 ? sections[2] : null;
    }

    public static NumberFormat General { get; } = new("General");

    /// <summary>True when a zero is shown as something else: a dash, or nothing.</summary>
    public bool HidesZero => _zeros is { HasNumber: false };

    /// <summary>The number as a reader sees it, but with all its decimals.</summary>
    /// <param name="value">The value of the cell.</param>
    /// <param name="startsIn1904">True when days are counted from 1904.</param>
    public string Text(double value, bool startsIn1904)
    {
        if (_section.Date is { } date) return DateText(value + (startsIn1904 ? 1462 : 0), date);
        if (!_section.HasNumber || Math.Abs(value) >= 1e15) return $"{value.ToString("R", CultureInfo.InvariantCulture)}［{_code}］";
        // Fifteen digits, as Excel itself computes: 858.00000000000011 is 858.
        var number = (decimal)value;
        if (number < 0 || number != decimal.Truncate(number)) return number.ToString("0.###############", CultureInfo.InvariantCulture);
        var digits = number.ToString(_section.IsGrouped ? "#,##0" : "0", CultureInfo.InvariantCulture);
        return _section.Before + digits.PadLeft(_section.MinDigits, '0') + _section.After;
    }

    private string DateText(double days, DateParts parts)
    {
        if (days is < FirstSafeDate or >= LastDate) return $"{days.ToString("R", CultureInfo.InvariantCulture)}［{_code}］";
        var date = DateTime.FromOADate(Math.Floor(days));
        return (parts.HasFlag(DateParts.Year) ? $"{date.Year}年" : "")
            + (parts.HasFlag(DateParts.Month) ? $"{date.Month}月" : "")
            + (parts.HasFlag(DateParts.Day) ? $"{date.Day}日" : "");
    }
}

/// <summary>What a date shows of itself.</summary>
[Flags]
internal enum DateParts
{
    None = 0,
    Year = 1,
    Month = 2,
    Day = 4,
}
