using Microsoft.Data.Sqlite;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Sqlite;

/// <summary>
/// <c>/extracts/yorozu.sqlite</c>: every extract as a table of a new database. Built from the extracts, not by
/// removing tables from the store, so that it cannot contain anything else (accounts, log, documents, uploads).
/// </summary>
public static class SqliteExtract
{
    public static async Task<ExtractSummary> WriteAsync(YorozuDbContext db, Snapshot snapshot, string path, CancellationToken cancellationToken)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        await using var target = new SqliteConnection(connectionString);
        await target.OpenAsync(cancellationToken);
        await ExecuteAsync("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
        long observations = 0;
        await using (var transaction = (SqliteTransaction)await target.BeginTransactionAsync(cancellationToken))
        {
            var query = new DatasetQuery(snapshot, ObservationFilter.All);
            foreach (var dataset in DatasetCatalogue.All)
            {
                var rows = await AddAsync(dataset.Name, dataset.Columns, dataset.Key, writer => dataset.WriteRowsAsync(db, query, writer, cancellationToken));
                if (dataset == ObservationDataset.Tidy) observations = rows;
            }

            var notes = ExtractNotes.For(snapshot).ToAsyncEnumerable();
            await AddAsync("notes", ExtractNotes.Columns, ["item"], writer => writer.WriteRowsAsync(ExtractNotes.Columns, notes, cancellationToken));
            await transaction.CommitAsync(cancellationToken);
        }

        return new ExtractSummary(observations, []);

        async Task<long> AddAsync(string name, IReadOnlyList<Column> columns, IReadOnlyList<string> key, Func<IRowWriter, Task<long>> writeRows)
        {
            await ExecuteAsync(CreateTable(name, columns, key));
            using var writer = new SqliteRowWriter(target, name, columns.Count);
            return await writeRows(writer);
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = target.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    // Names come from the columns declared in this program, never from input.
    private static string CreateTable(string name, IReadOnlyList<Column> columns, IReadOnlyList<string> key)
    {
        var declarations = columns.Select(c => $"\"{c.Name}\" {TypeName(c.Type)}{(c.IsRequired ? " NOT NULL" : "")}");
        return key.Count == 0
            ? $"CREATE TABLE {name} ({string.Join(", ", declarations)})"
            : $"CREATE TABLE {name} ({string.Join(", ", declarations)}, PRIMARY KEY ({string.Join(", ", key)})) WITHOUT ROWID";
    }

    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Count or ColumnType.Flag => "INTEGER",
        ColumnType.Ratio => "REAL",
        _ => "TEXT",
    };
}
