using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>
/// The area of a row in a published table: a prefecture, or the whole country (全国, code 00, printed as 合計).
/// </summary>
public readonly record struct Area : IParsable<Area>, IComparable<Area>
{
    private static readonly string[] Codes = [.. Enumerable.Range(0, 48).Select(number => number.ToString("00", CultureInfo.InvariantCulture))];

    private Area(int number) => Number = number;

    /// <summary>全国, the printed 合計 row.</summary>
    public static Area Nation => default;

    /// <summary>全国 and the 47 prefectures, in code order.</summary>
    public static IReadOnlyList<Area> All { get; } = [.. Enumerable.Range(0, 48).Select(FromNumber)];

    /// <summary>The code as a number: 0 (全国) or a JIS X 0401 code 1 to 47.</summary>
    public int Number { get; }

    /// <summary>The code, two digits: <c>00</c> to <c>47</c>.</summary>
    public string Code => Codes[Number];

    /// <summary>全国, or the official name of the prefecture.</summary>
    public string Name => Prefecture?.Name ?? "全国";

    /// <summary>The label of its row: 合計, or the prefecture.</summary>
    internal object RowLabel => IsNation ? new Phrase("合計") : this;

    /// <summary>True for 全国.</summary>
    public bool IsNation => Number == 0;

    /// <summary>The prefecture, or null for 全国.</summary>
    public Prefecture? Prefecture => IsNation ? null : Prefecture.FromNumber(Number);

    /// <summary>The area with this code number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not 0 to 47.</exception>
    public static Area FromNumber(int number) =>
        number is >= 0 and <= 47 ? new Area(number) : throw new ArgumentOutOfRangeException(nameof(number), number, "An area code is 0 to 47.");

    /// <summary>The area of a prefecture.</summary>
    public static Area Of(Prefecture prefecture) => new(prefecture.Number);

    /// <summary>Reads a two-digit code, <c>00</c> to <c>47</c>.</summary>
    /// <exception cref="FormatException">The text is not such a code.</exception>
    public static Area Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var area) ? area : throw new FormatException($"\"{s}\" is not an area code (00 to 47).");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Area result)
    {
        result = default;
        if (s == "00") return true;
        if (!Prefecture.TryParse(s, provider, out var prefecture)) return false;
        result = Of(prefecture);
        return true;
    }

    /// <summary>Compares by code.</summary>
    public int CompareTo(Area other) => Number.CompareTo(other.Number);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
