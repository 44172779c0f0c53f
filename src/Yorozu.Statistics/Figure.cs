using System.Globalization;

namespace Yorozu.Statistics;

/// <summary>
/// The content of one published cell (値): a count, a whole number from 0 to 999,999,999,999, or <em>not published</em>
/// (blank, －, …, 未集計). Zero is a count. The unit (件, 者 or 人) belongs to the metric.
/// </summary>
public readonly record struct Figure
{
    /// <summary>The largest count a page may print: twelve digits.</summary>
    public const long MaxCount = 999_999_999_999;

    private Figure(long? count) => Count = count;

    /// <summary>A cell without a count.</summary>
    public static Figure NotPublished => default;

    /// <summary>The count, or null when it is not published.</summary>
    public long? Count { get; }

    /// <summary>True when the cell holds a count.</summary>
    public bool IsPublished => Count.HasValue;

    /// <summary>A published count, or a cell without one for null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or longer than twelve digits.</exception>
    public static Figure Of(long? count) => count is null or (>= 0 and <= MaxCount)
        ? new Figure(count)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "A count has no sign and at most twelve digits.");

    /// <summary>The digits of the count, or an empty text when it is not published.</summary>
    public override string ToString() => Count?.ToString(CultureInfo.InvariantCulture) ?? "";
}
