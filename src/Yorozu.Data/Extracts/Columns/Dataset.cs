using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Columns;

/// <summary>A query of a dataset.</summary>
/// <param name="IncludePassed">Includes passed checks, not only failed ones.</param>
public sealed record DatasetQuery(Snapshot Snapshot, ObservationFilter Filter, bool IncludePassed = false)
{
    /// <summary>True for names, units and definitions in English.</summary>
    public bool InEnglish { get; init; }

    /// <summary>Stops after so many rows; null for all.</summary>
    public int? MaxRows { get; init; }
}

/// <summary>A published table: every format, schema and dictionary is written from it, so they cannot differ.</summary>
/// <param name="name">The name in addresses and files, such as <c>releases</c>.</param>
/// <param name="title">Its Japanese name.</param>
public abstract class Dataset(string name, string title, string description)
{
    public string Name => name;

    public string Title => title;

    public string Description => description;

    public string FileName => $"{name}.csv";

    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The columns of the primary key; empty without one.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>True where what it shows of earlier snapshots can change: publication dates, reference tables.</summary>
    public bool CanBeCorrected { get; init; }

    /// <summary>True for what this site computes; false for what another publisher prints.</summary>
    public bool IsComputed { get; init; }

    /// <summary>The supported parameters besides encoding and language.</summary>
    public IReadOnlyList<ExtractParameter> Parameters { get; init; } = [];

    /// <returns>How many rows there were.</returns>
    public abstract Task<long> WriteRowsAsync(YorozuDbContext db, DatasetQuery query, IRowWriter writer, CancellationToken cancellationToken);
}

/// <summary>A dataset with its rows.</summary>
/// <param name="read">Finds the rows.</param>
public sealed class Dataset<TRow>(
    string name,
    string title,
    string description,
    IReadOnlyList<Column<TRow>> columns,
    Func<YorozuDbContext, DatasetQuery, CancellationToken, IAsyncEnumerable<TRow>> read) : Dataset(name, title, description)
{
    public override IReadOnlyList<Column<TRow>> Columns => columns;

    public IAsyncEnumerable<TRow> ReadAsync(YorozuDbContext db, DatasetQuery query, CancellationToken cancellationToken) => read(db, query, cancellationToken);

    /// <summary>The same with rows that are found in another way.</summary>
    public Dataset<TRow> WithRows(Func<YorozuDbContext, DatasetQuery, CancellationToken, IAsyncEnumerable<TRow>> other) =>
        new(Name, Title, Description, columns, other) { Key = Key, CanBeCorrected = CanBeCorrected, IsComputed = IsComputed, Parameters = Parameters };

    public override Task<long> WriteRowsAsync(YorozuDbContext db, DatasetQuery query, IRowWriter writer, CancellationToken cancellationToken)
    {
        var rows = read(db, query, cancellationToken);
        return writer.WriteRowsAsync(columns.In(query.InEnglish), query.MaxRows is { } max ? rows.Take(max) : rows, cancellationToken);
    }
}
