using System.Globalization;
using Yorozu.Data.Extracts;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;

namespace Yorozu.Web.Downloads.Api;

/// <summary>One page of observations.</summary>
internal sealed record ObservationPage(ObservationFilter Filter, int Size, ObservationCursor? After)
{
    private const int DefaultSize = 1000;

    /// <summary>The request of the examples: narrow, because all its rows are counted.</summary>
    public static ObservationPage Example { get; } = new(
        new ObservationFilter { Metrics = [ExtractParameter.Metric.Example!], Areas = [Area.Parse(ExtractParameter.Area.Example!, null)] }, 1, null);

    private static readonly (int Min, int Max) Sizes = ExtractParameter.PageSize.Range!.Value;

    public static IReadOnlyList<ExtractParameter> Parameters { get; } = [.. ExtractParameter.Filters, ExtractParameter.PageSize, ExtractParameter.After];

    public static ObservationPage Parse(ParameterReader reader, ExtractVocabulary known) => new(
        ObservationFilter.Parse(reader, known),
        reader.One(ExtractParameter.PageSize, TrySize, DefaultSize),
        reader.One<ObservationCursor?>(ExtractParameter.After, ObservationCursor.TryParse, null));

    /// <summary>The tables from the cursor's on; none for a cursor of a future data version or of another filter.</summary>
    /// <param name="snapshot">The snapshot of the request.</param>
    public async Task<IReadOnlyList<ObservationTable>> RestAsync(YorozuDbContext db, Snapshot snapshot, CancellationToken cancellationToken) =>
        After!.Version > snapshot.Version || After.Filter != ObservationCursor.HashOf(Filter)
            ? []
            : [.. (await db.ObservationTablesAsync(After.Of(snapshot), Filter, cancellationToken)).SkipWhile(t => t.Id != After.TableId)];

    public IEnumerable<KeyValuePair<string, string>> ToParameters(ObservationCursor? after = null) =>
    [
        .. Filter.ToParameters(),
        .. Size == DefaultSize ? [] : new[] { KeyValuePair.Create("page_size", Size.ToString(CultureInfo.InvariantCulture)) },
        .. (after ?? After) is { } cursor ? [KeyValuePair.Create("after", cursor.ToString())] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    /// <param name="rest">The tables from the cursor's on; null for the first page.</param>
    public async Task<ExtractSummary> WriteAsync(
        YorozuDbContext db, Snapshot snapshot, IReadOnlyList<ObservationTable>? rest, Stream stream, CancellationToken cancellationToken)
    {
        var tables = rest ?? await db.ObservationTablesAsync(snapshot, Filter, cancellationToken);
        var total = After?.Total ?? await ExtractEstimate.CountAsync(db, tables, new ExtractRequest(Filter, new CsvFormat()), cancellationToken);
        await using var json = new JsonTable(stream, ObservationDataset.Tidy, snapshot.Version);
        ObservationRow last = default;
        var isMore = false;
        var rows = 0;
        await foreach (var row in new ObservationReader(db).ReadAsync(tables, Filter, cancellationToken))
        {
            if (After?.IsBefore(row) == false) continue;
            if (isMore = rows == Size) break;
            await json.WriteRowAsync(ObservationDataset.Tidy.Columns, row, cancellationToken);
            rows++;
            last = row;
        }

        var next = isMore ? ObservationCursor.After(Filter, snapshot, total, last) : null;
        var address = next is null ? null : $"{ApiEndpoints.Prefix}/observations{QueryText.Of([.. ToParameters(next)])}";
        json.Finish(total, next?.ToString(), address);
        return new ExtractSummary(rows, []) { Next = address };
    }

    private static bool TrySize(string text, out int size) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size >= Sizes.Min && size <= Sizes.Max;
}
