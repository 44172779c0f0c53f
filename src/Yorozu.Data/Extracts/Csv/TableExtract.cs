using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Csv;

/// <summary>What a table extract is asked for.</summary>
/// <param name="WithHolding">Findings that hold too, not only those that do not.</param>
public sealed record TableQuery(StoreView View, ObservationFilter Filter, bool WithHolding = false);

/// <summary>
/// A table that can be taken away: its name, its columns and its rows. CSV, XLSX, SQLite and the descriptors are all
/// written from this, so they cannot differ.
/// </summary>
/// <param name="Name">The name in addresses and files, such as <c>releases</c>.</param>
/// <param name="Title">Its Japanese name.</param>
/// <param name="Key">The columns that tell rows apart.</param>
/// <param name="Parameters">The parameters that make sense for it, besides encoding and language.</param>
/// <param name="Rows">Each row a value per column: a text, a <see cref="long"/>, or null.</param>
public sealed record TableExtract(
    string Name,
    string Title,
    string Description,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<string> Key,
    IReadOnlyList<ExtractParameter> Parameters,
    Func<YorozuDbContext, TableQuery, CancellationToken, IAsyncEnumerable<object?[]>> Rows)
{
    public string FileName => $"{Name}.csv";

    public async Task<ExtractSummary> WriteCsvAsync(
        YorozuDbContext db, TableQuery query, CsvFormat format, Stream stream, CancellationToken cancellationToken) => await CsvDocument.WriteAsync(
        stream,
        format,
        Columns,
        async output =>
        {
            await foreach (var row in Rows(db, query, cancellationToken))
            {
                foreach (var value in row)
                {
                    if (value is string text) output.Text(text);
                    else output.Number((long?)value);
                }

                await output.EndRowAsync(cancellationToken);
            }
        },
        cancellationToken);
}
