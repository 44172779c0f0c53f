using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Datasets;

/// <summary>Prepared commands on a context's connection, for queries of hundreds of tables in turn.</summary>
internal static class CellCommands
{
    /// <summary>A command with the area range of a filter and these parameters.</summary>
    public static async Task<DbCommand> PrepareAsync(
        this YorozuDbContext db, string sql, ObservationFilter filter, IEnumerable<string> parameters, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Add("@first", filter.Areas.Count == 0 ? 0 : filter.Areas[0].Number);
        command.Add("@last", filter.Areas.Count == 0 ? int.MaxValue : filter.Areas[^1].Number);
        foreach (var name in parameters) command.Add(name, 0);
        await command.PrepareAsync(cancellationToken);
        return command;
    }

    public static long? Count(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static void Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
