using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>
/// Collects the sums among the columns and rows of a table that are passed over: 第1四半期計, 上半期計, 東北計. What a row adds up is
/// told from its place: the prefectures since the sum before it, or below it when it comes first. Sums listed together add up what
/// <see cref="ListedRegions"/> finds.
/// </summary>
internal sealed partial class PrintedSums(ColumnLayout layout)
{
    private static readonly Area Hokkaido = Area.Of(Prefecture.All[0]);
    private readonly IReadOnlyList<(int Column, string Part, IReadOnlyList<YearMonth> Months)> _columns = [.. ColumnsOf(layout)];
    private readonly List<PrintedSum> _found = [];
    private readonly List<(GridRow Row, List<Area> Above)> _regions = [];
    private readonly ListedRegions _listed = new([.. layout.Columns.Index().Where(c => !c.Item.IsSkipped).Select(c => c.Index)]);
    private List<Area> _areas = [];

    /// <summary>Adds the row of an area and the sums in it.</summary>
    public void AddArea(Area area, GridRow row)
    {
        if (!area.IsNation)
        {
            _areas.Add(area);
            _listed.AddArea(area, row);
        }

        foreach (var (column, part, months) in _columns)
        {
            if (column + 1 >= row.Cells.Length || !FigureParser.TryParse(row.Cells[column + 1].Text, out var figure) || !figure.IsPublished) continue;
            _found.Add(new PrintedSum(layout.Columns[column].Label, false, [area], months, part, figure, row.Cells[column + 1].Position));
        }
    }

    /// <summary>Adds the row of a region.</summary>
    public void AddRegion(GridRow row)
    {
        _regions.Add((row, _areas));
        _areas = [];
    }

    public IReadOnlyList<PrintedSum> All()
    {
        // Without a prefecture above the first one, each stands above its prefectures.
        var standsAbove = _regions.Count > 0 && _regions[0].Above.Count == 0;
        var areListed = _regions.Count > 1 && _regions.Skip(1).All(r => r.Above.Count == 0);
        for (var i = 0; i < _regions.Count; i++)
        {
            var areas = !standsAbove ? _regions[i].Above : i + 1 < _regions.Count ? _regions[i + 1].Above : _areas;
            areas = areListed ? _listed.Next(_regions[i].Row) : MembersOf(_regions[i].Row.Cells[0].Text, areas);
            if (areas.Count > 0) AddRow(_regions[i].Row, areas);
        }

        return _found;
    }

    /// <summary>The areas that a region adds up: 東北 begins behind 北海道, which often has no sum of its own.</summary>
    private static List<Area> MembersOf(string label, List<Area> areas) =>
        label.Contains("東北", StringComparison.Ordinal) && !label.Contains(Hokkaido.Name, StringComparison.Ordinal) ? areas.FindAll(a => a != Hokkaido) : areas;

    private void AddRow(GridRow row, List<Area> areas)
    {
        if (row.Cells.Length != layout.Columns.Count + 1) return;
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var (column, cell) = (layout.Columns[i], row.Cells[i + 1]);
            if (column.IsSkipped || cell.IsSpanned || !FigureParser.TryParse(cell.Text, out var figure) || !figure.IsPublished) continue;
            _found.Add(new PrintedSum(row.Cells[0].Text, true, areas, column.Month is { } month ? [month] : [], column.Part, figure, cell.Position));
        }
    }

    /// <summary>The columns that add up months, all of which have a column of their own. One for all parts is that of their total.</summary>
    private static IEnumerable<(int Column, string Part, IReadOnlyList<YearMonth> Months)> ColumnsOf(ColumnLayout layout)
    {
        var parts = layout.Parts.ToHashSet(StringComparer.Ordinal);
        var total = layout.Parts.FirstOrDefault(MetricPart.IsTotal);
        var (since, isSummed) = (new List<YearMonth>(), false);
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var column = layout.Columns[i];
            if (!column.IsSkipped && column.Month is { } month)
            {
                // The first month behind a sum begins the next one.
                if (isSummed) (since, isSummed) = ([], false);
                if (since.Count == 0 || since[^1] != month) since.Add(month);
            }

            if (!column.IsSkipped || column.Month is not null || Sum().Match(Label.Plain(column.Label)) is not { Success: true } match) continue;
            var months = match.Groups["quarter"].Success ? Months(layout, (QuarterOf(match) - 1) * 3, 3)
                : match.Groups["half"].Success ? Months(layout, match.Groups["half"].Value == "上" ? 0 : 6, 6)
                : since;
            isSummed |= !match.Groups["half"].Success;
            if (months.Count > 0 && PartOf(column.Part) is { } part) yield return (i, part, [.. months]);
        }

        // The part that a column of sums adds up; null when the months have none of that name.
        string? PartOf(string part) => parts.Contains(part) ? part : part.Length == 0 || ColumnHeading.IsPlain(part) ? total : null;
    }

    private static int QuarterOf(Match match) => match.Groups["quarter"].Value switch
    {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        var number => KanjiNumber.Read(number)!.Value,
    };

    /// <summary>Months of the fiscal year; none unless the table has all of them.</summary>
    private static List<YearMonth> Months(ColumnLayout layout, int first, int count)
    {
        var months = layout.Months.Where(m => (m.Month + 8) % 12 >= first && (m.Month + 8) % 12 < first + count).ToList();
        return months.Count == count ? months : [];
    }

    [GeneratedRegex(
        "^(?:第?(?<quarter>[1-4一二三四]|I{1,3}|IV)四半期(?:計|合計)?|(?<quarter>[1-4])Q計?|Q(?<quarter>[1-4])計?|(?<half>[上下])半?期(?:計|合計)?|四半期(?:計|合計))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sum();
}
