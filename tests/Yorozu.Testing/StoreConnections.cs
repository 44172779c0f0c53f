using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;

namespace Yorozu.Testing;

/// <summary>The pooled connections of one store. Closing those of all would break the requests of tests that run meanwhile.</summary>
public static class StoreConnections
{
    public static void Close(string databasePath)
    {
        using var db = StoreDatabase.Open(databasePath);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
    }
}
