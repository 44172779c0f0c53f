using System.Text.RegularExpressions;
using Yorozu.Data.Extracts.Codes;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>The headings of a column of figures.</summary>
/// <param name="Code">For programs: as in the files with a row for each figure.</param>
/// <param name="Detail">What tells more than the names: a code, or how far an unfinished year goes; empty where nothing does.</param>
internal sealed partial record PivotHeading(string Code, string English, string Japanese, string Detail)
{
    // A table of a workbook takes 255 characters.
    private const int MaxLength = 200;

    /// <summary>The part of a metric that has none.</summary>
    private static readonly PivotHeading NoPart = new("no_part", "no parts", "内訳なし", "");

    public string EnglishSubject => Detail.Length == 0 ? English : $"{English} ({Detail})";

    public string JapaneseSubject => Detail.Length == 0 ? Japanese : $"{Japanese}（{Detail}）";

    /// <summary>Headings that differ from each other and from those of the columns before them.</summary>
    public static IEnumerable<PivotHeading> Of(IEnumerable<PivotKey> columns, IReadOnlyList<Column> before)
    {
        var names = before.Select(c => c.Name).ToList();
        var (codes, english) = (Used(names), Used(names));
        var japanese = Used(before.Select(c => c.JapaneseName));
        foreach (var heading in columns.Select(Of))
        {
            yield return heading with
            {
                Code = MakeUnique(heading.Code, codes),
                English = MakeUnique(heading.English, english),
                Japanese = MakeUnique(heading.Japanese, japanese),
            };
        }

        static HashSet<string> Used(IEnumerable<string> headings) => headings.ToHashSet(StringComparer.OrdinalIgnoreCase);

        static string MakeUnique(string heading, HashSet<string> used)
        {
            var unique = Clean(heading);
            for (var i = 2; !used.Add(unique); i++) unique = $"{Clean(heading)} {i}";
            return unique;
        }
    }

    private static PivotHeading Of(PivotKey key) => key switch
    {
        { Metric: { } metric } => Of(metric),
        { Place: { } place } => new(place.Code, place.EnglishName, place.Name, place.Code),
        { Period: { } period } => Of(period),
        { Part: { Length: > 0 } part } => new(part, MetricCatalogue.Default.EnglishPart(part) ?? part, part, ""),
        _ => NoPart,
    };

    private static PivotHeading Of(PivotPeriod period)
    {
        var code = period.ToString();
        return new PivotHeading(code, code, code, period.IsMonth ? "" : $"{period.Year.FirstMonth}/{period.Last}");
    }

    private static PivotHeading Of(Metric metric)
    {
        var english = SharedColumns.EnglishName(metric.Key, metric.Name);
        var unit = SharedColumns.EnglishUnit(metric.Key, metric.Unit);
        var section = MetricCatalogue.Default.HasNamesake(metric) ? metric.Section : "";
        var about = string.Join('、', new[] { section, metric.Unit }.Where(text => text.Length > 0));
        return new PivotHeading(
            metric.Key, english + (unit.Length > 0 ? $" ({unit})" : ""), metric.Name + (about.Length > 0 ? $"（{about}）" : ""), metric.Key);
    }

    private static string Clean(string heading) => ShortText.Shorten(Spaces().Replace(heading, " ").Trim(), MaxLength);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
