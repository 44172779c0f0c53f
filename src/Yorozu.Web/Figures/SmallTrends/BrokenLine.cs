namespace Yorozu.Web.Figures.SmallTrends;

/// <summary>Lines between gaps.</summary>
public static class BrokenLine
{
    /// <summary>The points of each line, as SVG writes them.</summary>
    /// <param name="points">Such as <c>10,20</c>; null is a gap.</param>
    public static IEnumerable<string> Of(IEnumerable<string?> points)
    {
        var line = new List<string>();
        foreach (var point in points.Append(null))
        {
            if (point is not null) line.Add(point);
            else if (line.Count > 0)
            {
                yield return string.Join(' ', line);
                line.Clear();
            }
        }
    }
}
