using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Yorozu.Data.Store;

/// <summary>
/// Prepared statements for the queries of the first page after a start, and for tens of thousands of cells. EF Core takes longer
/// to compile each of these queries than SQLite to answer all of them.
/// </summary>
internal static class PlainSql
{
    /// <summary>Prepares a statement on the context's connection and in its transaction. Parameters get their values when it runs.</summary>
    public static async Task<DbCommand> PrepareAsync(this YorozuDbContext db, string sql, CancellationToken cancellationToken, params string[] parameters)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return db.Database.GetDbConnection().Prepare(sql, parameters);
    }

    /// <summary>Prepares a statement on an open connection.</summary>
    public static DbCommand Prepare(this DbConnection connection, string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs a prepared statement with these values, in the order of its parameters.</summary>
    public static async Task<List<T>> ReadAsync<T>(
        this DbCommand command, Func<DbDataReader, T> row, CancellationToken cancellationToken, params object[] values)
    {
        var rows = new List<T>();
        await command.ForEachAsync(reader => rows.Add(row(reader)), cancellationToken, values);
        return rows;
    }

    /// <summary>The same for rows that need no list.</summary>
    public static async Task ForEachAsync(this DbCommand command, Action<DbDataReader> row, CancellationToken cancellationToken, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) row(reader);
    }

    /// <summary>Runs a prepared statement for one number.</summary>
    /// <returns>Null when there is no row.</returns>
    public static async Task<int?> NumberAsync(this DbCommand command, CancellationToken cancellationToken, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
        return (int?)(long?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Runs a prepared statement that changes rows; values in the order of its parameters.</summary>
    /// <returns>The number of changed rows.</returns>
    public static async Task<int> WriteAsync(this DbCommand command, CancellationToken cancellationToken, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A count; null where nothing is published.</summary>
    public static long? Count(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateTimeOffset Time(this DbDataReader reader, int column) => StoredTime.Parse(reader.GetString(column));
}
