using System.Data.Common;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Store;

namespace Yorozu.Data.Extracts.Observations;

/// <summary>Prepared commands on a context's connection, for queries of hundreds of tables in turn.</summary>
internal static class CellCommands
{
    /// <summary>A command with the area range of a filter and these parameters.</summary>
    public static async Task<DbCommand> PrepareAsync(
        this YorozuDbContext db, string sql, ObservationFilter filter, IEnumerable<string> parameters, CancellationToken cancellationToken)
    {
        var command = await db.PrepareAsync(sql, cancellationToken, ["@first", "@last", .. parameters]);
        command.Parameters[0].Value = filter.Areas.Count == 0 ? 0 : filter.Areas[0].Number;
        command.Parameters[1].Value = filter.Areas.Count == 0 ? int.MaxValue : filter.Areas[^1].Number;
        await command.PrepareAsync(cancellationToken);
        return command;
    }
}
