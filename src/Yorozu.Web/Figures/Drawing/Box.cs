namespace Yorozu.Web.Figures.Drawing;

/// <summary>A rectangle in pixels; y grows downwards.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Middle => (Left + Right) / 2;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>True where the line between two points passes through.</summary>
    public bool IsCrossedBy((double X, double Y) from, (double X, double Y) to)
    {
        var ((x1, y1), (x2, y2)) = from.X <= to.X ? (from, to) : (to, from);
        if (x2 < Left || x1 > Right) return false;
        var slope = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0;
        var (atLeft, atRight) = (y1 + (slope * (Math.Max(Left, x1) - x1)), y1 + (slope * (Math.Min(Right, x2) - x1)));
        if (x1 == x2) (atLeft, atRight) = (y1, y2);
        return Math.Min(atLeft, atRight) < Bottom && Math.Max(atLeft, atRight) > Top;
    }
}
