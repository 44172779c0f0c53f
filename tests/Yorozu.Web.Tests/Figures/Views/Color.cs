using System.Globalization;

namespace Yorozu.Web.Tests.Figures.Views;

public enum ColorVision
{
    Usual,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

/// <summary>
/// A colour in linear sRGB. Colour-vision types after Machado, Oliveira and Fernandes (2009), severity 1.0; distance is
/// ΔE*ab (CIE 1976); contrast as in WCAG 2.
/// </summary>
internal sealed record Color(double Red, double Green, double Blue)
{
    private static readonly Dictionary<ColorVision, double[,]> Visions = new()
    {
        [ColorVision.Usual] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        [ColorVision.Protanopia] = new double[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        [ColorVision.Deuteranopia] = new double[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        [ColorVision.Tritanopia] = new double[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    public double Luminance => (0.2126 * Red) + (0.7152 * Green) + (0.0722 * Blue);

    public double Lightness => Lab.L;

    private (double L, double A, double B) Lab
    {
        get
        {
            var x = Cubic(((0.4124564 * Red) + (0.3575761 * Green) + (0.1804375 * Blue)) / 0.95047);
            var y = Cubic((0.2126729 * Red) + (0.7151522 * Green) + (0.0721750 * Blue));
            var z = Cubic(((0.0193339 * Red) + (0.1191920 * Green) + (0.9503041 * Blue)) / 1.08883);
            return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
        }
    }

    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static Color Parse(string hex) => new(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5));

    public Color SeenBy(ColorVision vision)
    {
        var m = Visions[vision];
        double Row(int i) => Math.Clamp((m[i, 0] * Red) + (m[i, 1] * Green) + (m[i, 2] * Blue), 0, 1);
        return new Color(Row(0), Row(1), Row(2));
    }

    public double DistanceTo(Color other)
    {
        var ((l1, a1, b1), (l2, a2, b2)) = (Lab, other.Lab);
        return Math.Sqrt(Math.Pow(l1 - l2, 2) + Math.Pow(a1 - a2, 2) + Math.Pow(b1 - b2, 2));
    }

    public double ContrastTo(Color other) =>
        (Math.Max(Luminance, other.Luminance) + 0.05) / (Math.Min(Luminance, other.Luminance) + 0.05);

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static double Cubic(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
}
