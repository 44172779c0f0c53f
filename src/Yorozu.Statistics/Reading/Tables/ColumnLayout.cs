using Yorozu.Statistics.Documents;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Statistics.Reading.Tables;

/// <summary>One column of a table.</summary>
/// <param name="Label">The column's heading as printed.</param>
/// <param name="Month">The month, or null for 累計値.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
/// <param name="Position">Where the heading stands.</param>
/// <param name="IsSkipped">True for a column with other figures than those of the table: 前年比, 順位.</param>
internal readonly record struct Column(string Label, YearMonth? Month, string Part, SourcePosition Position, bool IsSkipped = false)
{
    /// <summary>The column as a person names it: 8月, 累計値, 4月・出向者.</summary>
    public Phrase Name => Phrase.List("・", new object[] { Month is { } month ? month : new Phrase("累計値"), Part }.Where(n => n is not ""));
}

/// <summary>The columns of a table after the areas, and the number of header rows above the first area.</summary>
internal sealed record ColumnLayout(IReadOnlyList<Column> Columns, int HeaderRows)
{
    public IReadOnlyList<YearMonth> Months { get; } = [.. Columns.Where(c => c.Month.HasValue && !c.IsSkipped).Select(c => c.Month!.Value).Distinct()];

    public IReadOnlyList<string> Parts { get; } = [.. Columns.Where(c => c.Month.HasValue && !c.IsSkipped).Select(c => c.Part).Distinct()];

    /// <summary>True when only remarks stand from a column on. A row may end before it.</summary>
    public bool HasOnlyRemarksFrom(int column) => Columns.Skip(column).All(c => c.IsSkipped && ColumnHeading.IsRemark(c.Label));

    public bool HasCumulative => Columns.Any(c => c.Month is null && !c.IsSkipped);
}
