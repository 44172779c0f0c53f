using System.Collections.Immutable;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

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

    public static string ViewBox => $"0 0 {Columns * Tile.Size} {Rows * Tile.Size}";

    public static Tile Of(Prefecture prefecture)
    {
        var (column, row) = Places[prefecture.Number - 1];
        return new Tile(column * Tile.Size, row * Tile.Size);
    }

    /// <summary>The name without its suffix, short enough for a tile: 東京, 北海道.</summary>
    public static string Label(Prefecture prefecture) => prefecture.Number == 1 ? prefecture.Name : prefecture.Name[..^1];
}

/// <summary>The upper left corner of a prefecture's square.</summary>
public sealed record Tile(int X, int Y)
{
    public const int Size = 48;

    public int Left => X + 1;

    public int Top => Y + 1;

    /// <summary>The position of the name.</summary>
    public int Baseline => Y + 30;

    /// <summary>The size of a square without the gap.</summary>
    public int Inner => Size - 2;

    public int Middle => X + (Size / 2);
}
