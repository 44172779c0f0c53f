using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>Reads one cell: digits of either width, with correct thousands separators or none.</summary>
internal static partial class FigureParser
{
    private const int MaxDigits = 12;
    private const int MaxMarkedLength = 30;

    private static readonly FrozenSet<string> NotPublished = new[]
    {
        "...", "．．．", "N/A", "NA", "N.A.", "n/a", "na", "x", "X", "×", "✕", "なし", "無し", "該当なし", "実績なし", "データなし",
        "欠測", "不明", "空欄", "未集計", "集計中", "集計前", "未公表", "非公表", "公表前", "公表予定", "後日公表",
        "未発表", "未確定", "未定", "調査中", "調整中", "確認中", "精査中", "準備中",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Strokes = SearchValues.Create("-－‐‑–—―−ー─━…‥・･*＊/／");

    /// <summary>False when the text is neither a count nor a known mark for an unpublished figure.</summary>
    public static bool TryParse(string text, out Figure figure)
    {
        figure = Figure.NotPublished;
        if (text.Length == 0) return true;
        if (Digit(text[0]) < 0) return IsBlank(text) || (text.Length <= MaxMarkedLength && IsBlank(Label.WithoutNoteMark(text)));
        if (!TryParseCount(text, out var count) && !TryParseMarked(text, out count)) return false;
        figure = Figure.Of(count);
        return true;
    }

    private static bool IsBlank(string text) =>
        text.Length > 0 && (text.AsSpan().IndexOfAnyExcept(Strokes) < 0 || NotPublished.Contains(text.Trim('(', ')', '（', '）')));

    /// <summary>A count with a unit, a note mark or a status mark: 858件, 858※1, 858(注), 858r.</summary>
    private static bool TryParseMarked(string text, out long count)
    {
        count = 0;
        return text.Length <= MaxMarkedLength && Marked().Match(text) is { Success: true } match && TryParseCount(match.Groups["count"].Value, out count);
    }

    /// <summary>Why a text is not a count.</summary>
    public static Phrase Describe(string text)
    {
        var printed = ShortText.Shorten(text);
        if (text.StartsWith('=')) return new Phrase("「{0}」は計算結果が保存されていない数式です", printed);
        var digits = text.Count(c => Digit(c) >= 0);
        if (digits == 0) return new Phrase("「{0}」は数ではありません", printed);
        if (text[0] is '-' or '－' or '−' or '▲' or '△' or '‐' or '–') return new Phrase("「{0}」は負の数です", printed);
        if (text.IndexOfAny(['.', '．']) >= 0) return new Phrase("「{0}」に小数点があります", printed);
        if (text.FirstOrDefault(c => Digit(c) < 0 && !IsSeparator(c)) is not '\0' and var other)
        {
            return char.IsWhiteSpace(other)
                ? new Phrase("「{0}」の途中に空白があります", printed)
                : new Phrase("「{0}」に数字でない文字「{1}」があります", printed, other);
        }

        if (digits > MaxDigits) return new Phrase("「{0}」は{1}桁あります", printed, digits);
        return text.Any(IsSeparator)
            ? new Phrase("「{0}」の桁区切りの位置が正しくありません", printed)
            : new Phrase("「{0}」の先頭に余分な0があります", printed);
    }

    private static bool TryParseCount(string text, out long count)
    {
        count = 0;
        var (digits, sinceSeparator, hasSeparator) = (0, 0, false);
        foreach (var c in text)
        {
            if (IsSeparator(c))
            {
                if (hasSeparator ? sinceSeparator != 3 : sinceSeparator > 3) return false;
                (sinceSeparator, hasSeparator) = (0, true);
                continue;
            }

            var digit = Digit(c);
            if (digit < 0 || ++digits > MaxDigits) return false;
            count = (count * 10) + digit;
            sinceSeparator++;
        }

        return (!hasSeparator || sinceSeparator == 3) && (digits == 1 || Digit(text[0]) > 0);
    }

    private static bool IsSeparator(char c) => c is ',' or '，';

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };

    [GeneratedRegex(
        @"^(?<count>[0-9０-９,，]+)\s*[件者人社]?\s*(?:[(（]?\s*(?:※|＊|\*|注|†|‡)\s*(?:[1１]?[0-9０-９])?\s*[)）]?"
            + @"|[(（]?[rp][)）]?|[(（](?:速報|確報|暫定|修正|訂正|改定|改訂|概数)値?[)）]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}[)）]?){0,3}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
