using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Yorozu.Data.Publishing;
using Yorozu.Statistics;

namespace Yorozu.Testing;

/// <summary>
/// Five years of monthly releases, FY2022 to December of FY2026, in the layout of the published FY2026 page: its headings,
/// notes and tables with more months and other figures. They grow from year to year, follow the seasons, and each release
/// revises about one in a hundred figures of the month before. Every figure follows from its place, so they are always the same.
/// </summary>
public static partial class MonthlyHistory
{
    public const int Releases = 57;

    private static readonly FiscalYear FirstYear = new(2022);
    private static readonly FiscalYear YearOfTemplate = new(2026);
    private static readonly double[] Seasons = [0.9, 0.95, 1.05, 1.1, 0.9, 1, 1.1, 1.15, 0.95, 0.9, 1.05, 1.2];
    private static readonly string[] Template = Encoding.UTF8.GetString(PublishedDocuments.Fy2026April.Bytes.Span).ReplaceLineEndings("\n").Split('\n');

    /// <summary>The releases in the order of their publication.</summary>
    public static IEnumerable<DocumentFile> Documents =>
        Enumerable.Range(0, Releases).Select(i => Document(new FiscalYear(FirstYear.StartYear + (i / 12)), (i % 12) + 1));

    /// <summary>The release that brought this many months of a fiscal year.</summary>
    public static DocumentFile Document(FiscalYear year, int months)
    {
        var text = new StringBuilder();
        var table = 0;
        for (var line = 0; line < Template.Length; line++)
        {
            if (!Template[line].StartsWith('\t'))
            {
                text.Append(Template[line].Replace(YearOfTemplate.JapaneseName, year.JapaneseName, StringComparison.Ordinal)).Append('\n');
                continue;
            }

            var rows = Template.Skip(line).TakeWhile(l => l.Contains('\t', StringComparison.Ordinal)).Select(l => l.Split('\t')).ToList();
            foreach (var row in Table(rows, table++, year, months)) text.AppendJoin('\t', row).Append('\n');
            line += rows.Count - 1;
        }

        return new DocumentFile($"r{year.StartYear - 2018:00}-{months:00}-results.txt", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IEnumerable<IEnumerable<string>> Table(List<string[]> rows, int table, FiscalYear year, int months)
    {
        var columns = year.Months.Take(months).ToList();
        var hasParts = rows[1][0].Length == 0 && rows[1].Length > 2 && !char.IsAsciiDigit(rows[1][1][0]);
        var total = rows[0][^1] == "累計値" ? new[] { "累計値" } : [];
        yield return hasParts ? ["", .. columns.SelectMany(c => new[] { $"{c.Month}月", "", "" })] : ["", .. columns.Select(c => $"{c.Month}月"), .. total];
        if (hasParts) yield return ["", .. columns.SelectMany(_ => rows[1][1..])];

        var body = rows.Skip(hasParts ? 2 : 1).ToList();
        var prefectures = body.Skip(1).Select(row => Figures(row, table, columns, hasParts)).ToList();
        foreach (var (row, figures) in body.Zip(prefectures.Prepend([.. Enumerable.Range(0, prefectures[0].Length).Select(i => prefectures.Sum(p => p[i]))])))
        {
            yield return [row[0], .. figures.Select(Print), .. total.Select(_ => Print(figures.Sum()))];
        }
    }

    // The third of three parts is the sum of the others.
    private static long[] Figures(string[] row, int table, List<YearMonth> columns, bool hasParts)
    {
        var place = $"{table} {Tag().Replace(row[0], "")}";
        long[] Of(int part) => [.. columns.Select((month, i) => Figure(
            long.Parse(row[part], NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
            month,
            isRevised: i + 1 < columns.Count,
            Hash($"{place} {part} {month}")))];
        return hasParts ? [.. Of(1).Zip(Of(2)).SelectMany(p => new[] { p.First, p.Second, p.First + p.Second })] : Of(1);
    }

    private static long Figure(long april, YearMonth month, bool isRevised, uint hash)
    {
        var growth = Math.Pow(1.06, month.FiscalYear.StartYear - YearOfTemplate.StartYear);
        var first = (long)Math.Round(april * Seasons[(month.Month + 8) % 12] * growth * (0.92 + (hash % 160 / 1000.0))) + (hash % 5 == 0 ? 1 : 0);
        return isRevised && hash / 1000 % 100 == 0 ? first + Math.Max(1, first / 40) : first;
    }

    private static string Print(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    // FNV-1a: the same on every machine and in every run.
    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, c) => unchecked((hash ^ c) * 16777619));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
