using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>A calendar month (月), such as 2022-01. The range is 0001-01 to 9999-12.</summary>
public readonly record struct YearMonth : IParsable<YearMonth>, IComparable<YearMonth>
{
    private readonly int _index;

    private YearMonth(int index) => _index = index;

    /// <summary>Creates the month from its calendar year and number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1 to 9999 or the month not 1 to 12.</exception>
    public YearMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _index = (year * 12) + month - 1;
    }

    /// <summary>The calendar year.</summary>
    public int Year => _index / 12;

    /// <summary>The month of the calendar year, 1 to 12.</summary>
    public int Month => (_index % 12) + 1;

    /// <summary>The fiscal year (April to March) of the month.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="Statistics.FiscalYear.Covers"/> is false for this month.</exception>
    public FiscalYear FiscalYear => new(Month >= 4 ? Year : Year - 1);

    /// <summary>The month as a sortable number, year × 100 + month: 202604. The format of the store.</summary>
    public int Number => (Year * 100) + Month;

    /// <summary>The month with this <see cref="Number"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not such a month.</exception>
    public static YearMonth FromNumber(int number) => new(number / 100, number % 100);

    /// <summary>This month moved by a number of months. Does not check the range.</summary>
    public YearMonth AddMonths(int months) => new(_index + months);

    /// <summary>The number of months since another month; negative when this one is earlier.</summary>
    public int MonthsSince(YearMonth other) => _index - other._index;

    /// <summary>Reads <c>YYYY-MM</c>.</summary>
    /// <exception cref="FormatException">The text is not of that form.</exception>
    public static YearMonth Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException($"\"{s}\" is not a month (YYYY-MM).");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out YearMonth result)
    {
        result = default;
        if (s is not { Length: 7 } || s[4] != '-') return false;
        if (!int.TryParse(s.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (!int.TryParse(s.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return false;
        if (year is 0 || month is < 1 or > 12) return false;
        result = new YearMonth(year, month);
        return true;
    }

    /// <summary>Compares in time.</summary>
    public int CompareTo(YearMonth other) => _index.CompareTo(other._index);

    /// <summary>True when the left month is earlier.</summary>
    public static bool operator <(YearMonth left, YearMonth right) => left._index < right._index;

    /// <summary>True when the left month is later.</summary>
    public static bool operator >(YearMonth left, YearMonth right) => left._index > right._index;

    /// <summary>True when the left month is not later.</summary>
    public static bool operator <=(YearMonth left, YearMonth right) => left._index <= right._index;

    /// <summary>True when the left month is not earlier.</summary>
    public static bool operator >=(YearMonth left, YearMonth right) => left._index >= right._index;

    /// <summary>The month as <c>YYYY-MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
