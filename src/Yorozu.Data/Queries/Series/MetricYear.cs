using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;

namespace Yorozu.Data.Queries.Series;

/// <summary>The current table of a metric for one fiscal year, with its provenance. Nearly every page uses it.</summary>
public sealed record MetricYear
{
    public required Metric Metric { get; init; }

    public required FiscalYear Year { get; init; }

    /// <summary>The last month with a figure; null when nothing is published yet.</summary>
    public required YearMonth? LastMonth { get; init; }

    /// <summary>The heading as printed, such as <c>3.課題解決件数(件)</c>.</summary>
    public required string Heading { get; init; }

    public required string Definition { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>False when the page prints no 累計値 and only Yorozu's running total exists.</summary>
    public required bool HasCumulative { get; init; }

    /// <summary>Printed names of the sub-columns; one empty name where there are none.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>The requested series, in code order.</summary>
    public required IReadOnlyList<MonthlySeries> Series { get; init; }

    public required TableSource Source { get; init; }

    /// <summary>The main part: the total, or the last part without one.</summary>
    public string MainPart => MainPartOf(Parts);

    /// <inheritdoc cref="MainPart" />
    public static string MainPartOf(IReadOnlyList<string> parts) => parts.FirstOrDefault(MetricPart.IsTotal) ?? parts[^1];

    /// <summary>The number of published months from April.</summary>
    public int PublishedMonths => LastMonth is { } last ? MonthlySeries.IndexOf(last) + 1 : 0;

    /// <summary>The series of an area, or null when the query did not ask for it.</summary>
    public MonthlySeries? Of(Area area, string? part = null)
    {
        part ??= MainPart;
        return Series.FirstOrDefault(s => s.Area == area && s.Part == part);
    }

    /// <summary>The main series of the 47 prefectures, in code order.</summary>
    public IEnumerable<MonthlySeries> Prefectures
    {
        get
        {
            var main = MainPart;
            return Series.Where(s => !s.Area.IsNation && s.Part == main);
        }
    }
}

/// <summary>The release of a table, and the number of checked and failed sums in it.</summary>
public sealed record TableSource(int ReleaseId, YearMonth AsOf, string FileName, int Checked, int Failed);
