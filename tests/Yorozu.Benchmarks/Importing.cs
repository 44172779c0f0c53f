using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Benchmarks;

/// <summary>
/// The FY2021 page into an empty store, from its bytes to the end of the commit (read, verify, plan, write, fsync), against
/// plain INSERTs of the very same rows into the same tables in one transaction. Both open the file themselves.
/// </summary>
[Config(typeof(WarmWholes))]
[MemoryDiagnoser]
public class Importing
{
    private readonly DocumentFile _page = PublishedDocuments.Fy2021;
    private string _path = "";
    private byte[] _empty = [];
    private List<(string Sql, List<object[]> Rows)> _tables = [];

    // Run in this process, setup that returns a task is not waited for.
    [GlobalSetup]
    public void ReadRows() => ReadRowsAsync().GetAwaiter().GetResult();

    private async Task ReadRowsAsync()
    {
        await using var store = await TemporaryStore.CreateAsync();
        SqliteConnection.ClearAllPools();
        _empty = await File.ReadAllBytesAsync(store.Directory.DatabasePath);
        _path = Path.Combine(Path.GetTempPath(), $"yorozu-import-{Guid.NewGuid():N}.db");
        await store.PublishAsync(_page);
        using var connection = Open(store.Directory.DatabasePath);
        string[] names =
        [
            "documents", "releases", "metrics", "tables", "table_parts",
            "observations", "cumulatives", "check_results", "check_counts", "log",
        ];
        _tables = [.. names.Select(name => Read(connection, name))];
        Console.WriteLine($"// {_tables.Sum(t => t.Rows.Count):N0} rows");
    }

    [IterationSetup]
    public void Empty()
    {
        Remove();
        File.WriteAllBytes(_path, _empty);
    }

    [GlobalCleanup]
    public void Remove()
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(_path + suffix);
    }

    [Benchmark(Baseline = true)]
    public void Inserts()
    {
        using var connection = Open(_path);
        using var transaction = connection.BeginTransaction();
        foreach (var (sql, rows) in _tables)
        {
            using var insert = new SqliteCommand(sql, connection, transaction);
            for (var i = 0; i < rows[0].Length; i++) insert.Parameters.AddWithValue($"@p{i}", DBNull.Value);
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i];
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    [Benchmark]
    public async Task<PublishOutcome> Import()
    {
        await using var db = StoreDatabase.Open(_path);
        var importer = new Importer(db, TimeProvider.System);
        var proposal = await importer.PrepareAsync(_page, CancellationToken.None);
        return await importer.PublishAsync(proposal, new Actor("benchmark"), "", CancellationToken.None, new Acceptance(Date: true));
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString());
        connection.Open();
        return connection;
    }

    private static (string Sql, List<object[]> Rows) Read(SqliteConnection connection, string table)
    {
        using var command = new SqliteCommand($"SELECT * FROM {table}", connection);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return ($"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => $"@p{i}"))})", rows);
    }
}
