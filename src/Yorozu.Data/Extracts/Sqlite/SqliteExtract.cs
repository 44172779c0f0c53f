using Microsoft.Data.Sqlite;
using Yorozu.Data.Extracts.Csv;
using Yorozu.Data.Extracts.Datasets;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Sqlite;

/// <summary>
/// <c>/extracts/yorozu.sqlite</c>: every extract as a table of a new database. It is built up from the extracts and not
/// cut down from the store, so nothing that is not an extract (accounts, log, documents, uploads) can be in it.
/// </summary>
public static class SqliteExtract
{
    public static async Task<ExtractSummary> WriteAsync(YorozuDbContext db, DataState state, string path, CancellationToken cancellationToken)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        await using var target = new SqliteConnection(connectionString);
        await target.OpenAsync(cancellationToken);
        await ExecuteAsync(target, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", cancellationToken);
        long observations = 0;
        await using (var transaction = (SqliteTransaction)await target.BeginTransactionAsync(cancellationToken))
        {
            foreach (var table in TableExtracts.All)
            {
                var query = new TableQuery(state.View, ObservationFilter.All, WithHolding: true);
                var rows = await CopyAsync(target, table, table.Rows(db, query, cancellationToken), cancellationToken);
                if (table == TableExtracts.Observations) observations = rows;
            }

            await NotesAsync(target, state, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return new ExtractSummary(observations, []);
    }

    private static async Task<long> CopyAsync(SqliteConnection target, TableExtract table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        // Names come from the schema in this program, never from outside.
        var columns = table.Columns.Select(c => $"\"{c.Name}\" {(c.Type is ColumnType.Count or ColumnType.Flag ? "INTEGER" : "TEXT")}{(c.Required ? " NOT NULL" : "")}");
        var key = table.Key.Count == 0 ? "" : $", PRIMARY KEY ({string.Join(", ", table.Key)})";
        await ExecuteAsync(target, $"CREATE TABLE {table.Name} ({string.Join(", ", columns)}{key})", cancellationToken);

        await using var insert = target.CreateCommand();
        insert.CommandText = $"INSERT INTO {table.Name} VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        foreach (var i in Enumerable.Range(0, table.Columns.Count)) insert.Parameters.Add(new SqliteParameter($"@p{i}", DBNull.Value));
        insert.Prepare();
        long count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
            count++;
        }

        return count;
    }

    private static async Task NotesAsync(SqliteConnection target, DataState state, CancellationToken cancellationToken)
    {
        await ExecuteAsync(target, "CREATE TABLE notes (item TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL)", cancellationToken);
        foreach (var (item, text) in ExtractNotes.For(state))
        {
            await using var insert = target.CreateCommand();
            insert.CommandText = "INSERT INTO notes VALUES (@item, @text)";
            insert.Parameters.AddWithValue("@item", item);
            insert.Parameters.AddWithValue("@text", text);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task ExecuteAsync(SqliteConnection target, string sql, CancellationToken cancellationToken)
    {
        await using var command = target.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
