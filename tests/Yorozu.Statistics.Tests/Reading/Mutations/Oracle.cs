using System.Globalization;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;

namespace Yorozu.Statistics.Tests.Reading.Mutations;

/// <summary>
/// What a document says, found out without the reader and in the plainest way: which rows name an area and which figures
/// stand in them, in order, below which heading.
/// </summary>
internal static partial class Oracle
{
    public const string Unreadable = "?";

    private static readonly HashSet<string> Totals = ["合計", "全国", "計", "総計", "全国計", "全国合計"];
    private static readonly List<string> KanjiMonths = ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"];
    private static readonly HashSet<string> Blanks = ["", "-", "－", "‐", "–", "—", "―", "−", "ー", "…", "***", "未集計", "未公表", "未定"];

    public static IReadOnlyList<string> OfText(string text)
    {
        var said = new List<string>();
        var (heading, header, isInTable, skipped) = ("", "", false, Array.Empty<int>());
        foreach (var line in text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None))
        {
            var cells = line.Split('\t');
            if (cells.Length > 1 && cells.Any(c => IsMonth(Plain(c))))
            {
                // A header that is printed again says nothing new.
                var months = Months(cells.Select(Plain));
                if (!isInTable) said.Add($"table {heading}");
                if (!isInTable || months != header) said.Add(months);
                if (!isInTable) skipped = [];
                (header, isInTable) = (months, true);
            }
            else if (cells.Contains("累計値"))
            {
                // A running total among the parts of a month is none of them.
                skipped = [.. cells.Index().Where(c => c.Item == "累計値").Select(c => c.Index)];
            }
            else if (cells.Skip(1).Any(c => Plain(c).Length > 0) || (isInTable && Row(Plain(cells[0]), []).Any()))
            {
                said.AddRange(Row(Plain(cells[0]), cells.Where((_, i) => i > 0 && !skipped.Contains(i)).Select(Plain)));
            }
            else if (Plain(line).Length > 0)
            {
                // A remark between the rows does not end a table.
                isInTable &= Plain(line)[0] == '※';
                if (!Plain(line).Contains('。') && !"◆※|".Contains(Plain(line)[0]) && Years(line).Count == 0) heading = Plain(line.TrimStart('#', ' '));
            }
        }

        return said;
    }

    public static string Months(IEnumerable<string> cells)
    {
        var months = cells.Select(Squeeze)
            .Where(c => c.Contains('月'))
            .Select(c => KanjiMonths.Contains(c) ? $"{KanjiMonths.IndexOf(c) + 1}月" : c.TrimStart('0', '０'))
            .Distinct();
        return $"months {string.Join(' ', months)}";
    }

    /// <summary>A row as the oracle writes it; nothing when the first cell names no area.</summary>
    public static IEnumerable<string> Row(string label, IEnumerable<string> cells)
    {
        var figures = cells.Select(Figure).ToList();
        while (figures.Count > 0 && figures[^1].Length == 0) figures.RemoveAt(figures.Count - 1);
        var name = Squeeze(label);
        if (name.Length == 0 && figures.Exists(f => f.Length > 0 && f != Unreadable)) name = "合計";
        if (Totals.Contains(name)) name = "全国";
        name = NumberForm().Replace(name, "");
        name = Prefecture.All.FirstOrDefault(p => p.ShortName == name)?.Name ?? name;
        return name == "全国" || Prefecture.TryFromName(name, out _) ? [$"{name}: {string.Join(' ', figures.Select(f => f.Length == 0 ? "_" : f))}"] : [];
    }

    /// <summary>The same of what was read.</summary>
    public static IReadOnlyList<string> OfPage(PublishedPage page)
    {
        var said = new List<string>();
        foreach (var table in page.Tables)
        {
            said.Add($"table {Plain(table.Heading)}");
            said.Add($"months {string.Join(' ', table.Months.Select(m => $"{m.Month}月"))}");
            foreach (var row in table.Observations.GroupBy(o => o.Area))
            {
                var cumulative = table.Cumulatives.Where(c => c.Area == row.Key).Select(c => c.Figure.ToString());
                said.AddRange(Row(row.Key.Name, row.Select(o => o.Figure.ToString()).Concat(cumulative)));
            }
        }

        return said;
    }

    /// <summary>Whether what was read agrees with what is said; of a heading that was wrapped only the last line is said.</summary>
    public static bool Agree(string said, string read) =>
        said == read
        || (said.StartsWith("table ", StringComparison.Ordinal)
            && read.StartsWith("table ", StringComparison.Ordinal)
            && Squeeze(read).EndsWith(Squeeze(said[6..]), StringComparison.Ordinal));

    /// <summary>The start years that titles name; of a damaged title its end is enough.</summary>
    public static IReadOnlyList<int> Years(string text) =>
        [.. TitleForm()
            .Matches(Squeeze(TagForm().Replace(text, "")).Replace("令和七", "令和7", StringComparison.Ordinal))
            .Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + 2018)
            .Distinct()];

    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    public static bool IsMonth(string text) => MonthForm().IsMatch(Squeeze(text)) || KanjiMonths.Contains(Squeeze(text));

    private static string Figure(string cell)
    {
        if (cell is ['"', .., '"']) cell = cell[1..^1];
        if (Blanks.Contains(cell)) return "";
        cell = MarkForm().Replace(cell, "");
        var digits = string.Concat(cell.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c == '，' ? ',' : c));
        return CountForm().IsMatch(digits) && digits.Count(char.IsAsciiDigit) <= 12 ? digits.Replace(",", "", StringComparison.Ordinal) : Unreadable;
    }

    private static string Plain(string cell) => TagForm().Replace(cell, "").Replace("\u200B", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex("^(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)$")]
    private static partial Regex CountForm();

    /// <summary>A unit, or a mark that leads to a note, behind a count.</summary>
    [GeneratedRegex("(?<=^[0-9０-９,，]+)(?:件|者|人|[※*](?:1?[0-9])?|[¹²³]|[rp])$")]
    private static partial Regex MarkForm();

    [GeneratedRegex("^[0-9０-９]{1,2}月$")]
    private static partial Regex MonthForm();

    /// <summary>The number of a row.</summary>
    [GeneratedRegex("^[0-9]{1,2}[.]?")]
    private static partial Regex NumberForm();

    [GeneratedRegex("<[a-zA-Z][^>]*>|</[^>]*>")]
    private static partial Regex TagForm();

    [GeneratedRegex("令和([0-9]+)年度(?:よろ|[^令]{1,15}相談等実績)")]
    private static partial Regex TitleForm();
}
