using System.Text.RegularExpressions;
using Yorozu.Statistics.Metrics;
using Yorozu.Statistics.Reading.Headings;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Column headings other than months: 累計値, columns to skip, and words without meaning.</summary>
internal static partial class ColumnHeading
{
    private const string RemarkWords = "備考|摘要|注記?|コメント|担当|URL|リンク|連絡先";

    /// <summary>True for the heading of the last column, the total of the months.</summary>
    public static bool IsCumulative(string label) => IsWord(label, Cumulative());

    /// <summary>The first and last month in the heading of a sum: 累計（4月～9月）, 4～9月計; null without months.</summary>
    public static (int From, int To)? Range(string label)
    {
        if (label.Length > Label.MaxLength || RangeOfMonths().Match(Label.Plain(label)) is not { Success: true } match) return null;
        return (KanjiNumber.Read(match.Groups["from"].Value) ?? 0, KanjiNumber.Read(match.Groups["to"].Value) ?? 0);
    }

    /// <summary>True for a column with other figures or none: 前年同月, 構成比, 順位, 上半期計, 備考.</summary>
    public static bool IsOther(string label) => IsWord(label, Other());

    /// <summary>True for a column of texts, or one without a heading: 備考, 連絡先.</summary>
    public static bool IsRemark(string label) => label.Length == 0 || IsWord(label, Remark());

    /// <summary>True for a word without meaning below a month: 件数, 当年, (件), 速報値.</summary>
    public static bool IsPlain(string label) => IsWord(label, PlainWord());

    private static bool IsWord(string label, Regex word) => label.Length <= Label.MaxLength && word.IsMatch(Label.Plain(label));

    [GeneratedRegex(
        "^(?:累計|年度|年間|通年|年度内)?(?:累計|累積|合計|総計|計)(?:値|件数|者数|人数)?$|"
            + "^(?:累計|合計|計)\\([^()]*月[^()]*\\)$|^[^()]*月(?:まで)?の?(?:累計|合計|計)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Cumulative();

    [GeneratedRegex(
        "(?<from>1[0-2]|[1-9]|" + KanjiNumber.Numerals + "{1,2})月?[~\u301C\uFF5E\\-\u2013\u2015からー](?:ら)?"
            + "(?<to>1[0-2]|[1-9]|" + KanjiNumber.Numerals + "{1,2})月",
        RegexOptions.CultureInvariant)]
    private static partial Regex RangeOfMonths();

    [GeneratedRegex(
        "^(?:対?(?:前年|昨年|前々年|前月|前回|前期)(?:度|同月|同期|比|計|累計|実績|件数|増減)*(?:\\(?[%％]\\)?)?|増減(?:率|数|値)?|伸び率|構成比(?:率)?|割合|比率|シェア|達成率|順位|ランク|"
            + RemarkWords + "|平均|月平均|年平均|目標(?:値)?|計画(?:値)?|進捗率|[%％]|\\([%％]\\)|"
            + "第?(?:[1-4一二三四]|I{1,3}|IV)四半期(?:計|合計|累計)?|四半期(?:計|合計)|[1-4]Q計?|Q[1-4]計?|[上下]半?期(?:計|合計|累計)?|地域|ブロック|所管局|経済産業局)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Other();

    [GeneratedRegex("^(?:" + RemarkWords + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    [GeneratedRegex(
        "^(?:当年|今年|本年|当年度|今年度|本年度|当月|当月分|単月|月間|月次|件数|実数|人数|者数|数値|数|値|"
            + "実績|実績値|実績数|実績件数|件|者|人|社|\\(?(?:単位:)?[件者人社]\\)?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();
}
