using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Rows other than areas: subtotals of regions, averages, remarks and page numbers.</summary>
internal static partial class RowWords
{
    /// <summary>True for a known row that is not an area. Its figures do not belong to the table.</summary>
    public static bool IsOther(string label) => IsRegion(label) || Statistic().IsMatch(Unmarked(MetricCatalogue.Normalise(label)));

    /// <summary>True for a region: 東北計, 【東北】, 小計. Marked, 【北海道】 is the region and not the prefecture.</summary>
    public static bool IsRegion(string label)
    {
        var text = MetricCatalogue.Normalise(label);
        var unmarked = Unmarked(text);
        return Region().IsMatch(unmarked) || (unmarked.Length < text.Length && unmarked is "北海道" or "沖縄");
    }

    private static string Unmarked(string text) => text.Trim('【', '】', '[', ']', '<', '>', '〔', '〕', '■', '●', '○');

    /// <summary>True for a line within a table that is unrelated to its rows: a remark, a page number.</summary>
    public static bool IsRemark(string line) => Remark().IsMatch(MetricCatalogue.Normalise(line));

    [GeneratedRegex(
        "^(?:北海道・東北|東北・北海道|北海道(?!$)|東北|北東北|南東北|関東|北関東|南関東|首都圏|甲信越|関東甲信越|北陸|東海|東海・北陸|中部|近畿|関西|中国|四国|中国・四国|九州|九州・沖縄|沖縄(?!$)|東日本|西日本)"
            + "(?:地方|地域|ブロック|管内|経済産業局(?:管内)?|総合事務局)?(?:小計|合計|計|平均)?$|^(?:地域|地方|ブロック)?(?:小計|別計)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex("^(?:全国|1拠点)?(?:平均|平均値|中央値|最大|最大値|最小|最小値|標準偏差)(?:\\(.*\\))?$|^(?:参考|前年度?|前年同月|対前年.*|構成比)$", RegexOptions.CultureInvariant)]
    private static partial Regex Statistic();

    [GeneratedRegex(
        "^[※*].+$|^[(]?(?:注|備考|出典|資料|次ページ|次頁|前ページ|前頁|続く|続き).*$|"
            + "^[-\u2010-\u2015]?(?:P|p|Page)?\\.?[0-9]{1,3}(?:ページ|頁|/[0-9]{1,3}(?:ページ|頁)?)?[-\u2010-\u2015]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
