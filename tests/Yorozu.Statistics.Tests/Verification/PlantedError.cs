using System.Globalization;

namespace Yorozu.Statistics.Tests.Verification;

/// <summary>The slips of a hand that copies figures.</summary>
public enum Slip
{
    /// <summary>One digit missing.</summary>
    DigitDropped,

    /// <summary>One digit too many.</summary>
    DigitAdded,

    /// <summary>The first two digits in each other's place.</summary>
    LeadingDigitsTransposed,

    /// <summary>Any two neighbouring digits in each other's place.</summary>
    AnyDigitsTransposed,
}

/// <summary>What a count becomes by a slip.</summary>
internal static class PlantedError
{
    /// <summary>All the counts that a slip can make of a count, one for each place (and digit) it can happen at.</summary>
    public static IReadOnlyList<long> All(Slip slip, long count)
    {
        var digits = count.ToString(CultureInfo.InvariantCulture);
        var texts = slip switch
        {
            Slip.DigitDropped => Enumerable.Range(0, digits.Length).Select(i => digits.Remove(i, 1)),
            Slip.DigitAdded => Enumerable.Range(0, digits.Length + 1)
                .SelectMany(i => "0123456789".Where(d => i > 0 || d != '0').Select(d => digits.Insert(i, d.ToString()))),
            Slip.LeadingDigitsTransposed => Transposed(digits).Take(1),
            _ => Transposed(digits),
        };
        return [.. texts.Select(t => long.Parse(t, CultureInfo.InvariantCulture)).Where(c => c != count)];
    }

    private static IEnumerable<string> Transposed(string digits) =>
        Enumerable.Range(0, digits.Length - 1).Select(i => $"{digits[..i]}{digits[i + 1]}{digits[i]}{digits[(i + 2)..]}");
}
