namespace Yorozu.Web.Figures.Drawing;

/// <summary>Names of points: close by where there is room, else further off on a line to the point; none covers another or a point.</summary>
internal sealed class PointNames(Canvas canvas, Box area, IReadOnlyList<(ChartPoint Point, double X, double Y)> points)
{
    private const double Radius = 5;
    private const double Near = 8;
    private const double Crowded = 60;

    // Between two names, so that they do not read as one.
    private const double Space = 5;
    private static readonly double[] Distances = [3, 7, 14, 22, 32, 44, 58, 74];
    private static readonly TextStyle Style = new(12, Palette.Ink2);

    // Right and left first, then above and below, then aslant.
    private static readonly (double X, double Y)[] Directions = [.. new[] { 0, 8, 4, 12, 2, 6, 10, 14, 1, 3, 5, 7, 9, 11, 13, 15 }
        .Select(step => (Math.Cos(step * Math.PI / 8), Math.Sin(step * Math.PI / 8)))];

    private readonly List<Box> _dots = [.. points.Select(p => new Box(p.X - Radius, p.Y - Radius, p.X + Radius, p.Y + Radius))];
    private readonly List<Box> _names = [];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _leads = [];

    /// <summary>The highlighted and the most crowded choose first; a point without room stays unnamed.</summary>
    public void Draw()
    {
        var crowds = points.Select(p => points.Count(q => Math.Abs(p.X - q.X) < Crowded && Math.Abs(p.Y - q.Y) < Crowded)).ToList();
        foreach (var i in Enumerable.Range(0, points.Count).OrderByDescending(i => points[i].Point.IsHighlighted).ThenByDescending(i => crowds[i])) Place(i);
    }

    private void Place(int i)
    {
        var (point, x, y) = points[i];
        var style = point.IsHighlighted ? Style with { Ink = Palette.Ink, IsBold = true } : Style;
        var (width, height) = (Lettering.Width(point.Name, style.Size, style.IsBold), style.Size + 2);
        foreach (var distance in Distances)
        {
            foreach (var (dx, dy) in Directions)
            {
                // As far out along the direction as it takes to have the name just this far from the point.
                var gap = distance + Radius;
                var reach = Math.Min(((width / 2) + gap) / Math.Abs(dx), ((height / 2) + gap) / Math.Abs(dy));
                var (cx, cy) = (x + (dx * reach), y + (dy * reach));
                var box = new Box(cx - (width / 2), cy - (height / 2), cx + (width / 2), cy + (height / 2));
                var end = (Math.Clamp(x, box.Left, box.Right), Math.Clamp(y, box.Top, box.Bottom));
                if (!IsFree(i, box) || (distance > Near && !IsOpen(i, (x, y), end))) continue;
                if (distance > Near)
                {
                    canvas.Line(x, y, end.Item1, end.Item2, Palette.LineStrong);
                    _leads.Add(((x, y), end));
                }

                _names.Add(box);
                canvas.Text(point.Name, box.Left, cy, style);
                return;
            }
        }
    }

    private bool IsFree(int i, Box box) =>
        box.Left >= area.Left && box.Right <= area.Right + 40 && box.Top >= area.Top && box.Bottom <= area.Bottom
        && !_dots.Where((_, j) => j != i).Any(box.Overlaps)
        && !_names.Exists((box with { Left = box.Left - Space, Right = box.Right + Space }).Overlaps)
        && !_leads.Exists(l => box.IsCrossedBy(l.From, l.To));

    private bool IsOpen(int i, (double X, double Y) from, (double X, double Y) to) =>
        !_dots.Where((_, j) => j != i).Any(d => d.IsCrossedBy(from, to)) && !_names.Exists(n => n.IsCrossedBy(from, to));
}
