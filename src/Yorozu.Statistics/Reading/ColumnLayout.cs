namespace Yorozu.Statistics.Reading;

/// <summary>What one column of a table holds.</summary>
/// <param name="Month">The month, or null for 累計値.</param>
/// <param name="Part">The printed name of the sub-column; empty where there is none.</param>
internal readonly record struct Column(YearMonth? Month, string Part)
{
    public string Name => (Month is { } month ? $"{month.Month}月" : "累計値") + (Part.Length > 0 ? $"・{Part}" : "");
}

/// <summary>The columns of a table after that of the areas, and the number of header rows they were read from.</summary>
internal sealed record ColumnLayout(IReadOnlyList<Column> Columns, int HeaderRows)
{
    public IReadOnlyList<YearMonth> Months => [.. Columns.Where(c => c.Month.HasValue).Select(c => c.Month!.Value).Distinct()];

    public IReadOnlyList<string> Parts => [.. Columns.Select(c => c.Part).Distinct()];

    public bool HasCumulative => Columns.Any(c => c.Month is null);
}
