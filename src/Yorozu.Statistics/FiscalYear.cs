using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>
/// A Japanese fiscal year (年度), April to March, named by the calendar year it starts in: 令和3年度 is 2021.
/// Years before 平成元年度 (1989) are outside the range. Source of the eras: 元号を改める政令 (平成 from 1989-01-08,
/// 令和 from 2019-05-01).
/// </summary>
public readonly record struct FiscalYear : IParsable<FiscalYear>, IComparable<FiscalYear>
{
    internal const int FirstHeiseiYear = 1989;
    private const int FirstReiwaYear = 2019;
    private const int MaxYear = 9998;

    /// <summary>The fiscal year that starts in April of this calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1989 to 9998.</exception>
    public FiscalYear(int startYear)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startYear, FirstHeiseiYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startYear, MaxYear);
        StartYear = startYear;
    }

    /// <summary>The calendar year of its April.</summary>
    public int StartYear { get; }

    /// <summary>April.</summary>
    public YearMonth FirstMonth => new(StartYear, 4);

    /// <summary>March of the next calendar year.</summary>
    public YearMonth LastMonth => new(StartYear + 1, 3);

    /// <summary>The twelve months, April to March.</summary>
    public IEnumerable<YearMonth> Months
    {
        get
        {
            var april = FirstMonth;
            return Enumerable.Range(0, 12).Select(i => april.AddMonths(i));
        }
    }

    /// <summary>The name in the Japanese calendar: 令和3年度, 令和元年度, 平成30年度.</summary>
    public string JapaneseName
    {
        get
        {
            var (era, first) = StartYear >= FirstReiwaYear ? ("令和", FirstReiwaYear) : ("平成", FirstHeiseiYear);
            var year = StartYear - first + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{era}{(year == 1 ? "元" : year)}年度");
        }
    }

    /// <summary>The name in both calendars: 令和3年度（2021年度）.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{JapaneseName}（{StartYear}年度）");

    /// <summary>True for a month from April 1989 to March 9999, for which <see cref="YearMonth.FiscalYear"/> does not throw.</summary>
    public static bool Covers(YearMonth month) => month >= new FiscalYear(FirstHeiseiYear).FirstMonth && month <= new FiscalYear(MaxYear).LastMonth;

    /// <summary>The month with this number (1 to 12) in the fiscal year: 1 is January of the next calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 12.</exception>
    public YearMonth Month(int number) => new(number >= 4 ? StartYear : StartYear + 1, number);

    /// <summary>Reads the western start year: <c>2021</c>.</summary>
    /// <exception cref="FormatException">The text is not four digits, 1989 to 9998.</exception>
    public static FiscalYear Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var year) ? year : throw new FormatException($"\"{s}\" is not a fiscal year (four digits, 1989 to 9998).");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FiscalYear result)
    {
        result = default;
        if (s is not { Length: 4 } || !int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (year is < FirstHeiseiYear or > MaxYear) return false;
        result = new FiscalYear(year);
        return true;
    }

    /// <summary>
    /// The year of an era: 令和3 is 2021, 平成30 is 2018. Null when the era has no such year (平成32).
    /// </summary>
    public static FiscalYear? FromEra(string era, int year) => (era, year) switch
    {
        ("令和", >= 1 and <= 999) => new FiscalYear(FirstReiwaYear + year - 1),
        ("平成", >= 1 and <= 31) => new FiscalYear(FirstHeiseiYear + year - 1),
        _ => null,
    };

    /// <summary>Compares in time.</summary>
    public int CompareTo(FiscalYear other) => StartYear.CompareTo(other.StartYear);

    /// <summary>The start year, four digits.</summary>
    public override string ToString() => StartYear.ToString("0000", CultureInfo.InvariantCulture);
}
