using System.Runtime.CompilerServices;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>The selected months of one series and fiscal year in one row.</summary>
public sealed record WideRow(IReadOnlyList<ObservationRow> Months)
{
    public ObservationRow First => Months[0];

    /// <summary>The running total at the last month with a figure.</summary>
    public long? Cumulative => LastWithValue.Cumulative;

    /// <summary>The months that the running total includes, which may begin before those chosen; null without one.</summary>
    public (YearMonth From, YearMonth To)? CumulativeMonths =>
        LastWithValue is { Cumulative: not null } last ? (last.Month.FiscalYear.FirstMonth, last.Month) : null;

    /// <summary>The month with the published total, if any.</summary>
    public ObservationRow Total => Months.FirstOrDefault(r => r.PublishedCumulative is not null);

    private ObservationRow LastWithValue => Months.LastOrDefault(r => r.Value is not null);

    public long? ValueOf(int month) => Months.FirstOrDefault(r => r.Month.Month == month).Value;

    /// <summary>Combines the consecutive rows of one series and fiscal year.</summary>
    public static async IAsyncEnumerable<WideRow> GroupAsync(
        IAsyncEnumerable<ObservationRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var months = new List<ObservationRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (months.Count > 0 && !IsSameSeries(months[0], row))
            {
                yield return new WideRow(months);
                months = [];
            }

            months.Add(row);
        }

        if (months.Count > 0) yield return new WideRow(months);
    }

    private static bool IsSameSeries(ObservationRow one, ObservationRow other) =>
        one.Table.Id == other.Table.Id && one.Area == other.Area && one.Part == other.Part;
}
