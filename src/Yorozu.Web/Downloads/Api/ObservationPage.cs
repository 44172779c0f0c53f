using System.Globalization;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Web.Downloads.Api;

/// <summary>One page of observations.</summary>
internal sealed record ObservationPage(ObservationFilter Filter, int Size, ObservationCursor? After)
{
    private const int DefaultSize = 1000;
    private const int LargestSize = 10_000;

    public static IReadOnlyList<ExtractParameter> Parameters { get; } = [.. ExtractParameter.Filters, ExtractParameter.PageSize, ExtractParameter.After];

    public static ObservationPage Parse(ParameterReader reader, ExtractVocabulary known) => new(
        ObservationFilter.Parse(reader, known),
        reader.One(ExtractParameter.PageSize, TrySize, DefaultSize),
        reader.One<ObservationCursor?>(ExtractParameter.After, ObservationCursor.TryParse, null));

    /// <summary>False for a cursor from the future, or one that was given for another filter.</summary>
    public async Task<bool> CursorFitsAsync(YorozuDbContext db, StoreView view, CancellationToken cancellationToken) =>
        After!.Version <= view.Latest.Number
        && (await db.ExtractTablesAsync(After.Version, Filter, cancellationToken)).Exists(t => t.Id == After.TableId);

    public IEnumerable<KeyValuePair<string, string>> ToParameters(ObservationCursor? after = null) =>
    [
        .. Filter.ToParameters(),
        .. Size == DefaultSize ? [] : new[] { KeyValuePair.Create("page_size", Size.ToString(CultureInfo.InvariantCulture)) },
        .. (after ?? After) is { } cursor ? [KeyValuePair.Create("after", cursor.ToString())] : Array.Empty<KeyValuePair<string, string>>(),
    ];

    public async Task<ExtractSummary> WriteAsync(YorozuDbContext db, long version, Stream stream, CancellationToken cancellationToken)
    {
        IEnumerable<ExtractTable> tables = await db.ExtractTablesAsync(version, Filter, cancellationToken);
        if (After is { } after) tables = tables.SkipWhile(t => t.Id != after.TableId);
        await using var json = new JsonTable(stream, TableExtracts.Observations, version);
        ObservationRow last = default;
        var isMore = false;
        await foreach (var row in new ObservationReader(db).ReadAsync(tables, Filter, cancellationToken))
        {
            if (After?.IsBefore(row) == false) continue;
            if (isMore = json.Rows == Size) break;
            await json.AddAsync(ObservationRows.Values(row), cancellationToken);
            last = row;
        }

        var next = isMore ? ObservationCursor.After(version, last) : null;
        json.Finish(next?.ToString(), next is null ? null : $"{ApiEndpoints.Prefix}/observations{QueryText.Of([.. ToParameters(next)])}");
        return new ExtractSummary(json.Rows, []);
    }

    private static bool TrySize(string text, out int size) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size is >= 1 and <= LargestSize;
}
