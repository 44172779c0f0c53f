using System.Collections.Immutable;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Web.Wording;

namespace Yorozu.Web.Figures.Map;

/// <summary>
/// The layout of a map of equal squares, large enough for touch on a phone: 11 columns, 12 rows, neighbours kept
/// together.
/// </summary>
public static class PrefectureTiles
{
    private const int Columns = 11;
    private const int Rows = 12;

    // Column and row, in code order.
    private static readonly ImmutableArray<(int Column, int Row)> Places =
    [
        (10, 0), (10, 1), (10, 2), (10, 3), (9, 2), (9, 3), (10, 4), // 北海道, 東北
        (10, 6), (10, 5), (9, 5), (9, 6), (10, 7), (9, 7), (9, 8), // 茨城 to 神奈川
        (9, 4), (8, 4), (7, 4), (6, 5), (8, 6), (8, 5), (7, 5), (8, 7), (7, 6), (7, 7), // 新潟 to 三重
        (6, 6), (5, 6), (5, 7), (4, 7), (6, 7), (6, 8), // 滋賀 to 和歌山
        (3, 6), (2, 6), (3, 7), (2, 7), (1, 7), // 鳥取 to 山口
        (5, 10), (5, 9), (4, 9), (4, 10), // 四国
        (1, 8), (0, 8), (0, 9), (1, 9), (2, 8), (2, 9), (1, 10), (0, 11), // 九州, 沖縄
    ];

    // In code order, with a hyphen where a long name goes on in a second line.
    private static readonly ImmutableArray<string> EnglishNames =
    [
        .. """
            Hok-kaido Ao-mori Iwate Miya-gi Akita Yama-gata Fuku-shima
            Iba-raki Tochi-gi Gunma Sai-tama Chiba Tokyo Kana-gawa
            Nii-gata To-yama Ishi-kawa Fukui Yama-nashi Naga-no Gifu Shizu-oka Aichi Mie
            Shiga Kyoto Osaka Hyogo Nara Waka-yama
            Tot-tori Shi-mane Oka-yama Hiro-shima Yama-guchi
            Toku-shima Kaga-wa Ehime Kochi
            Fuku-oka Saga Naga-saki Kuma-moto Oita Miya-zaki Kago-shima Oki-nawa
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    public static string ViewBox => $"0 0 {Columns * Tile.Size} {Rows * Tile.Size}";

    public static Tile Of(Prefecture prefecture)
    {
        var (column, row) = Places[prefecture.Number - 1];
        return new Tile(column * Tile.Size, row * Tile.Size);
    }

    /// <summary>
    /// The name in the language of the page, short enough for a tile: 東京, 北海道 without the suffix; Kago-, shima on two lines.
    /// </summary>
    public static IReadOnlyList<string> Label(Prefecture prefecture)
    {
        if (UiLanguage.IsEnglish) return EnglishNames[prefecture.Number - 1].Replace("-", "-\n", StringComparison.Ordinal).Split('\n');
        return [prefecture.ShortName];
    }
}

/// <summary>The upper left corner of a prefecture's square.</summary>
public sealed record Tile(int X, int Y)
{
    public const int Size = 48;
    private const int LineHeight = 16;

    public int Left => X + 1;

    public int Top => Y + 1;

    /// <summary>The name, line by line, with the position of each.</summary>
    public IEnumerable<(string Text, int Baseline)> Lines(IReadOnlyList<string> label) =>
        label.Select((text, i) => (text, Y + 30 + (LineHeight * i) - (LineHeight * (label.Count - 1) / 2)));

    /// <summary>The size of a square without the gap.</summary>
    public int Inner => Size - 2;

    public int Middle => X + (Size / 2);
}
