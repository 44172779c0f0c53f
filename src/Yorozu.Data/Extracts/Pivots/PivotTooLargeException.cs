using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Pivots;

/// <summary>A pivot would have more cells than a page can hold.</summary>
public sealed class PivotTooLargeException(int rows, int columns) : Exception($"{rows} × {columns} cells.")
{
    /// <summary>All areas in twenty years of months.</summary>
    public const int MaxCells = 12_000;

    public const int MaxColumns = 500;

    /// <exception cref="PivotTooLargeException">There are more cells or columns than that.</exception>
    public static void ThrowIfTooLarge(int rows, int columns)
    {
        if ((long)rows * columns > MaxCells || columns > MaxColumns) throw new PivotTooLargeException(rows, columns);
    }

    /// <summary>What to do instead.</summary>
    public Phrase Reason { get; } = new Phrase(
        "この表は {0}行 × {1}列になります。集計は {2}セル、{3}列までです。metric、area、fy などで絞り込むか、shape=tidy で取得してください。",
        rows,
        columns,
        MaxCells,
        MaxColumns);
}
