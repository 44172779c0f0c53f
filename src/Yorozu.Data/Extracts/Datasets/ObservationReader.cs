using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>
/// Reads the observations of chosen tables one by one, in the order of the extracts, through one prepared command on
/// the context's connection. Tables never change once stored, so no transaction is needed to see one state.
/// </summary>
public sealed class ObservationReader(YorozuDbContext db)
{
    /// <summary>Answered from the primary key alone, row order included; a test looks at its plan.</summary>
    public const string Cells =
        """
        SELECT area_id, month, value FROM observations
        WHERE table_id = @table AND part = @part AND area_id BETWEEN @first AND @last
        ORDER BY area_id, month
        """;

    public async IAsyncEnumerable<ObservationRow> ReadAsync(
        IEnumerable<ExtractTable> tables, ObservationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = Command(filter);
        foreach (var table in tables)
        {
            var published = table.HasCumulative ? await PublishedAsync(table.Id, cancellationToken) : [];
            foreach (var part in table.Parts)
            {
                var total = new RunningTotal(new FiscalYear(table.FiscalYear));
                await foreach (var (area, month, value, source) in CellsAsync(command, table, part, cancellationToken))
                {
                    var cumulative = total.Add(area, month, value);
                    if (!filter.Includes(Area.FromNumber(area)) || !filter.Includes(YearMonth.FromNumber(month))) continue;
                    yield return new ObservationRow(
                        source, part, area, month, value, cumulative, month == table.LastMonth ? published.GetValueOrDefault((part, area)) : null);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>The cells of a part in order, each from the latest table that speaks about its month.</summary>
    private static async IAsyncEnumerable<(int Area, int Month, long? Value, ExtractTable Source)> CellsAsync(
        DbCommand command, ExtractTable table, string part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        command.Parameters[1].Value = part;
        if (table.Earlier.Count == 0)
        {
            await foreach (var (area, month, value) in CellsAsync(command, table.Id, cancellationToken)) yield return (area, month, value, table);
            yield break;
        }

        List<ExtractTable> tables = [table, .. table.Earlier];
        List<TableSpan> spans = [.. tables.Select(t => t.Span)];
        var cells = new SortedDictionary<(int Area, int Month), (long? Value, ExtractTable Source)>();
        foreach (var source in tables)
        {
            // The row stays that of the latest table, so that a series is one; only where it comes from differs.
            var shown = table with { ReleaseId = source.ReleaseId };
            await foreach (var (area, month, value) in CellsAsync(command, source.Id, cancellationToken))
            {
                if (TableSpan.Current(spans, month)?.TableId == source.Id) cells[(area, month)] = (value, shown);
            }
        }

        foreach (var ((area, month), cell) in cells) yield return (area, month, cell.Value, cell.Source);
    }

    private static async IAsyncEnumerable<(int Area, int Month, long? Value)> CellsAsync(DbCommand command, int table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        command.Parameters[0].Value = table;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (reader.Read()) yield return (reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt64(2));
    }

    private DbCommand Command(ObservationFilter filter)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Cells;
        Add("@table", 0);
        Add("@part", "");
        Add("@first", filter.Areas.Count == 0 ? 0 : filter.Areas[0].Number);
        Add("@last", filter.Areas.Count == 0 ? int.MaxValue : filter.Areas[^1].Number);
        command.Prepare();
        return command;

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private Task<Dictionary<(string, int), long?>> PublishedAsync(int tableId, CancellationToken cancellationToken) => db.Cumulatives
        .Where(c => c.TableId == tableId)
        .ToDictionaryAsync(c => (c.Part, c.Area), c => c.Value, cancellationToken);
}

/// <summary>Adds up the months of one row of a table after the other.</summary>
internal struct RunningTotal(FiscalYear year)
{
    private int _area = -1;
    private YearMonth _next;
    private long? _sum;

    /// <summary>The total from April to this month, or null when any month on the way is missing.</summary>
    public long? Add(int area, int month, long? value)
    {
        if (area != _area) (_area, _next, _sum) = (area, year.FirstMonth, 0);
        _sum = month == _next.Number ? _sum + value : null;
        _next = _next.AddMonths(1);
        return _sum;
    }
}
