namespace Yorozu.Statistics.Reading;

/// <summary>Splits the lines between two tables into the notes of the one above and the headings of the one below.</summary>
/// <param name="Notes">Lines that belong to the table above.</param>
/// <param name="Headings">Lines from the first heading on, in printed order.</param>
/// <param name="Metric">The line that names the metric of the table below, or null.</param>
internal sealed record TableHeading(IReadOnlyList<Line> Notes, IReadOnlyList<Line> Headings, Line? Metric)
{
    public static TableHeading Split(IReadOnlyList<Line> lines, bool isLast)
    {
        var metric = isLast ? -1 : MetricLine(lines);
        var start = metric < 0 ? lines.Count : metric;
        while (start > 0 && IsHeading(lines[start - 1])) start--;
        var first = lines.TakeWhile(l => !IsStrong(l)).Count();
        start = Math.Min(start, first);
        return new TableHeading([.. lines.Take(start)], [.. lines.Skip(start)], metric < 0 ? null : lines[metric]);
    }

    private static int MetricLine(IReadOnlyList<Line> lines)
    {
        var i = lines.Count - 1;
        while (i >= 0 && lines[i].Text.StartsWith('※')) i--;
        if (i < 0) return -1;
        var role = Heading.Of(lines[i]).Role;
        return role is LineRole.Metric or LineRole.Group || (role == LineRole.Plain && lines[i].Style == LineStyle.Heading) ? i : -1;
    }

    private static bool IsStrong(Line line) => line.Style == LineStyle.Heading || Heading.Of(line).Role is LineRole.Section or LineRole.Group;

    private static bool IsHeading(Line line) =>
        IsStrong(line) || Heading.Of(line).Role == LineRole.Metric || (Heading.Of(line).Role == LineRole.Plain && FiscalYearHeading.YearsIn(line.Text).Any());
}
