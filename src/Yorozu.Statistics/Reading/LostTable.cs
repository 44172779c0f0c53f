using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Reading.Blocks;
using Yorozu.Statistics.Reading.Tables;

namespace Yorozu.Statistics.Reading;

/// <summary>Finds rows of a table without column separators, whose figures cannot be assigned to columns.</summary>
internal static partial class LostTable
{
    private const int MinRows = 3;

    public static void Check(IEnumerable<Block> blocks, ProblemList problems)
    {
        var rows = new List<Line>();
        foreach (var block in blocks.Append(new Grid(default, [])))
        {
            if (block is Line line && IsRow(line.Text)) rows.Add(line);
            else if (block is not Grid) continue;
            if (block is not Grid || rows.Count == 0) continue;
            if (rows.Count >= MinRows)
            {
                problems.Add(
                    ProblemKind.Markup,
                    rows[0].Position,
                    Phrase.None,
                    new Phrase("表の行のようですが、列の区切りがありません。同じような行が{0}行あります", rows.Count),
                    new Phrase("列をタブか「|」で区切った行。公表元の表を選択してコピーし直してください"),
                    rows[0].Text);
            }

            rows.Clear();
        }
    }

    private static bool IsRow(string text)
    {
        if (Row().Match(text) is not { Success: true } match || AreaName.Read(match.Groups["name"].Value) is null) return false;
        return match.Groups["figures"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } figures
            && figures.All(f => FigureParser.TryParse(f, out _)) && figures.Any(f => f.Any(char.IsDigit));
    }

    [GeneratedRegex("^(?<name>[^0-9０-９]{2,12}?)(?<figures>[0-9０-９,，\\s\u3000…－-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
