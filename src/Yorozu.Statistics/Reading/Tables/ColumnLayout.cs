using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>What one column of a table holds.</summary>
/// <param name="Label">The column's heading as printed.</param>
/// <param name="Month">The month, or null for 累計値.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Position">Where the heading stands.</param>
internal readonly record struct Column(string Label, YearMonth? Month, string Part, SourcePosition Position)
{
    /// <summary>The column as a person names it: 8月, 累計値, 4月・出向者.</summary>
    public string Name => (Month is { } month ? $"{month.Month}月" : "累計値") + (Part.Length > 0 ? $"・{Part}" : "");
}

/// <summary>The columns of a table after that of the areas, and the number of header rows above the first area.</summary>
internal sealed record ColumnLayout(IReadOnlyList<Column> Columns, int HeaderRows)
{
    public IReadOnlyList<YearMonth> Months => [.. Columns.Where(c => c.Month.HasValue).Select(c => c.Month!.Value).Distinct()];

    public IReadOnlyList<string> Parts => [.. Columns.Where(c => c.Month.HasValue).Select(c => c.Part).Distinct()];

    /// <summary>True for the heading of the last column, which adds up the months.</summary>
    public static bool IsCumulative(string label) =>
        Label.Plain(label) is "累計値" or "累計" or "累計件数" or "年度累計" or "年度累計値" or "年間累計" or "年度計" or "年度合計" or "年間計" or "年間合計" or "合計" or "総計" or "計";

    public bool HasCumulative => Columns.Any(c => c.Month is null);
}
