using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Yorozu.Data.Store;

namespace Yorozu.Data.Tests.Queries;

/// <summary>Watches what the database does for a query: the statements, EF Core's or not, and how many steps its machine takes.</summary>
internal sealed class RecordedStore
{
    private readonly List<string> _statements = [];
    private long _steps;

    public static YorozuDbContext Open(string databasePath, out RecordedStore recorded)
    {
        var store = recorded = new RecordedStore();
        var db = StoreDatabase.Open(databasePath);
        db.Database.OpenConnection();
        raw.sqlite3_trace(((SqliteConnection)db.Database.GetDbConnection()).Handle, (_, statement) => store._statements.Add(statement), null);
        return db;
    }

    /// <summary>Counts the steps of SQLite's virtual machine: work that is the same on every machine and at every hour.</summary>
    public async Task<long> StepsAsync(YorozuDbContext db, Func<Task> query)
    {
        await db.Database.OpenConnectionAsync();
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle;
        _steps = 0;
        raw.sqlite3_progress_handler(handle, 1, _ => { _steps++; return 0; }, null);
        await query();
        raw.sqlite3_progress_handler(handle, 0, null, null);
        return _steps;
    }

    /// <summary>The plan of every command so far, one line a step, with the names of tables in place of their aliases.</summary>
    public async Task<IReadOnlyList<string>> PlansAsync(YorozuDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        var plans = new List<string>();
        foreach (var sql in _statements.Distinct().ToList())
        {
            await using var explain = db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            await using var reader = await explain.ExecuteReaderAsync();
            var names = Regex.Matches(sql, "\"?(\\w+)\"? AS \"?(\\w+)\"?").ToLookup(m => m.Groups[2].Value, m => m.Groups[1].Value);
            while (await reader.ReadAsync())
            {
                plans.Add(Regex.Replace(
                    reader.GetString(3), @"^(SCAN|SEARCH) (\w+)", m => $"{m.Groups[1]} {names[m.Groups[2].Value].FirstOrDefault() ?? m.Groups[2].Value}"));
            }
        }

        return plans;
    }
}
