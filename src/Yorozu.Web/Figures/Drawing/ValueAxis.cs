using System.Globalization;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Drawing;

/// <summary>The scale of the values: from zero, with at most six round steps, as the chart in the browser has it.</summary>
/// <param name="Bottom">The value at the foot of the plot.</param>
/// <param name="Top">The value at its head; smaller than <paramref name="Bottom"/> where the first is on top.</param>
public sealed record ValueAxis(double Bottom, double Top, IReadOnlyList<double> Ticks)
{
    private const int MaxSpaces = 5;

    // Room above and below, as a share of the range.
    private const double Grace = 0.025;
    private const double RoomOfPowers = 1.15;

    /// <summary>Ranks: the first on top, 47 the last, with room for their points.</summary>
    public static ValueAxis OfRanks { get; } = new(48, 0, [1, 10, 20, 30, 40, 47]);

    /// <summary>True where equal steps are equal factors.</summary>
    public bool IsLog { get; private init; }

    /// <summary>
    /// 1, 2 and 5 of each power of ten, or where none is among the values, which are positive, the least and the greatest of
    /// these; with some room beyond them.
    /// </summary>
    public static ValueAxis OfPowers(IReadOnlyCollection<double> values)
    {
        var (bottom, top) = (values.Min() / RoomOfPowers, values.Max() * RoomOfPowers);
        var powers = Enumerable.Range((int)Math.Floor(Math.Log10(bottom)), (int)Math.Ceiling(Math.Log10(top / bottom)) + 2).Select(p => Math.Pow(10, p));
        double[] ticks = [.. powers.SelectMany(p => new[] { p, 2 * p, 5 * p }).Where(t => t >= bottom && t <= top)];
        return new ValueAxis(bottom, top, ticks.Length > 0 ? ticks : [.. new[] { values.Min(), values.Max() }.Distinct()]) { IsLog = true };
    }

    /// <param name="hasFractions">False for counts, whose axis has whole numbers only.</param>
    /// <param name="maxSpaces">At most so many steps.</param>
    public static ValueAxis Of(IReadOnlyCollection<double> values, bool hasFractions, int maxSpaces = MaxSpaces)
    {
        var (least, greatest) = values.Count > 0 ? (values.Min(), values.Max()) : (0, 0);
        var room = (greatest - least) * Grace;
        var min = least < 0 ? least - room : 0;
        var max = greatest > 0 ? greatest + room : 0;
        if (min == max) max = 1;
        var step = RoundStep((max - min) / maxSpaces);
        var spaces = Math.Ceiling(max / step) - Math.Floor(min / step);
        if (spaces > maxSpaces) step = RoundStep(spaces * step / maxSpaces);
        if (!hasFractions) step = Math.Ceiling(step);
        var (first, last) = (Math.Floor(min / step), Math.Ceiling(max / step));
        double[] ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Math.Round((first + i) * step, 10))];
        return new ValueAxis(ticks[0], ticks[^1], ticks);
    }

    /// <summary>How far up the axis a value stands: 0 at its foot, 1 at its head.</summary>
    public double Share(double value) => IsLog ? Math.Log(value / Bottom) / Math.Log(Top / Bottom) : (value - Bottom) / (Top - Bottom);

    /// <summary>How high in the plot a value stands.</summary>
    public double At(double value, Box plot) => plot.Bottom - (Share(value) * plot.Height);

    /// <summary>万 only on axes whose figures are all that large; the zero line stays 0.</summary>
    public static string Text(double value, double greatest, string unit, bool isChange)
    {
        var plain = value.ToString("0.##########", CultureInfo.InvariantCulture).Replace('-', '−');
        if (unit == "%" || isChange) return (isChange && value > 0 ? "+" : "") + plain + (unit == "%" ? unit : "");
        if (UiLanguage.IsEnglish || greatest < 100_000 || value % 1000 != 0) return value.ToString("#,0.###", CultureInfo.InvariantCulture);
        return value == 0 ? "0" : $"{(value / 10_000).ToString(CultureInfo.InvariantCulture)}万";
    }

    // 1, 2 or 5 of a power of ten.
    private static double RoundStep(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return Math.Round(least / power, 9) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
    }
}
