using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Headings;

/// <summary>
/// A line between the heading of a metric and its table that only says how the table is arranged: 都道府県別・月別の推移,
/// 表1 令和8年度の相談対応件数. A line with any other word may name another metric.
/// </summary>
internal static partial class TableDescription
{
    /// <summary>True for such a line: a caption, a heading below that of the metric, or plain text.</summary>
    public static bool Fits(Heading line, Heading metric) =>
        (line.Line.Level == 0 || line.Line.Level > metric.Line.Level) && SaysNothingElse(line.Line.Text, metric.Name);

    private static bool SaysNothingElse(string text, string metric)
    {
        if (!text.Any(char.IsLetter)) return false;
        var rest = MetricCatalogue.Normalise(text).Replace(MetricCatalogue.Normalise(metric), "", StringComparison.Ordinal);
        if (CountOf().Match(metric) is { Success: true } count) rest = rest.Replace(count.Value, "", StringComparison.Ordinal);
        return Arrangement().Replace(rest, "").Length == 0;
    }

    [GeneratedRegex("[件者人]数$", RegexOptions.CultureInvariant)]
    private static partial Regex CountOf();

    [GeneratedRegex(
        "(?:令和|平成|R|H)?(?:元|[0-9]{1,4})年度?(?:分|実績|よろず支援拠点相談等実績)?|第?[0-9]{1,2}表|[表図][0-9-]{0,4}"
            + "|都道府県|全国|[各全]?拠点|よろず支援|全国本部|47|月次|年間|各|別|ごと|毎|一覧|推移|状況|実績|内訳|詳細|集計|結果|データ|合計|数値|件数等"
            + "|速報値?|確報値?|暫定値?|確定値?|現在|及び|および|単位|[月年値表図の・、。~:()\\[\\]【】<>「」/●■○◎-]",
        RegexOptions.CultureInvariant)]
    private static partial Regex Arrangement();
}
