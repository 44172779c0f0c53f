using Yorozu.Statistics;

namespace Yorozu.Data.Store.Entities;

/// <summary>One table of a release: a metric by area and month.</summary>
public sealed class TableEntity
{
    private const long SequencesOfMonth = 100_000;

    public int Id { get; set; }

    public int ReleaseId { get; set; }

    public ReleaseEntity Release { get; set; } = null!;

    public int MetricId { get; set; }

    public MetricEntity Metric { get; set; } = null!;

    /// <summary>A copy of the release's fiscal year, for the index: every query filters by it.</summary>
    public int FiscalYear { get; set; }

    /// <summary>As-of month and sequence as one number: of two tables of a metric and year that cover a month, the higher one is current.</summary>
    public long Precedence { get; set; }

    /// <summary>The table's position in the document, from 1.</summary>
    public int Ordinal { get; set; }

    /// <summary>The number of the table element in an HTML document; 0 in text; that of the sheet in a workbook, negative.</summary>
    public int SourceTable { get; set; }

    public int Row { get; set; }

    public required string Heading { get; set; }

    public required string Unit { get; set; }

    public bool HasCumulative { get; set; }

    public List<TablePartEntity> Parts { get; init; } = [];

    public required string Definition { get; set; }

    /// <summary>Remarks as published, one per line.</summary>
    public required string Notes { get; set; }

    /// <summary>The last month with a figure, as year × 100 + month; null without a figure.</summary>
    public int? LastMonth { get; set; }

    /// <summary>The number of cells with a figure.</summary>
    public int FigureCount { get; set; }

    /// <summary>The first month with a column.</summary>
    public int FirstMonth { get; set; }

    /// <summary>The last month it covers: the last with a column, but not after the as-of month of its release.</summary>
    public int EndMonth { get; set; }

    public static long PrecedenceOf(int asOf, int sequence) => (asOf * SequencesOfMonth) + sequence;

    /// <summary>The as-of month of a precedence.</summary>
    public static YearMonth AsOfMonth(long precedence) => YearMonth.FromNumber((int)(precedence / SequencesOfMonth));
}
