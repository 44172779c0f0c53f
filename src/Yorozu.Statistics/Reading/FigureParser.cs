using System.Collections.Frozen;

namespace Yorozu.Statistics.Reading;

/// <summary>Reads one cell: digits in either width, with thousands separators in their places or without any.</summary>
internal static class FigureParser
{
    private const int MaxDigits = 12;

    private static readonly FrozenSet<string> NotPublished = new[]
    {
        "-", "－", "‐", "‑", "–", "—", "―", "−", "ー", "─", "--", "…", "‥", "……", "...", "・・・",
        "未集計", "集計中", "集計前", "未公表", "非公表", "公表前", "未確定", "未定", "調査中", "確認中", "精査中",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>False when the text is neither a count nor a way to print that there is none.</summary>
    public static bool TryParse(string text, out Figure figure)
    {
        figure = Figure.NotPublished;
        if (text.Length == 0) return true;
        return TryParseCount(text, out figure) || NotPublished.Contains(text);
    }

    private static bool TryParseCount(string text, out Figure figure)
    {
        figure = Figure.NotPublished;
        long count = 0;
        var digits = 0;
        var sinceSeparator = 0;
        var separators = 0;
        foreach (var c in text)
        {
            if (Digit(c) is >= 0 and var digit)
            {
                if (++digits > MaxDigits) return false;
                count = (count * 10) + digit;
                sinceSeparator++;
            }
            else if (c is ',' or '，')
            {
                if (separators == 0 ? sinceSeparator is < 1 or > 3 : sinceSeparator != 3) return false;
                separators++;
                sinceSeparator = 0;
            }
            else
            {
                return false;
            }
        }

        if (separators > 0 && sinceSeparator != 3) return false;
        if (digits > 1 && Digit(text[0]) == 0) return false;
        figure = Figure.Of(count);
        return true;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => -1,
    };
}
