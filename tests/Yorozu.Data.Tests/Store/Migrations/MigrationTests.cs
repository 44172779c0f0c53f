using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Store.Migrations;

public sealed class MigrationTests
{
    public static TheoryData<string> EarlierVersions { get; } = new(EarlierStore.Versions);

    [Fact]
    public async Task The_migrations_know_the_whole_model_of_the_program()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();

        db.Database.HasPendingModelChanges().Should().BeFalse("a change of the model needs a migration: README, Decisions");
    }

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public async Task A_store_of_every_earlier_version_gets_the_tables_of_a_new_one(string version)
    {
        await using var store = await TemporaryStore.CreateAsync();
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "yorozu.db");
        await EarlierStore.MakeAsync(path, version);

        await using (var db = StoreDatabase.Open(path)) await StoreDatabase.MigrateAsync(db, default);

        Schema(path).Should().BeEquivalentTo(Schema(store.Directory.DatabasePath));
    }

    /// <summary>The fixture was made by the program as it was then: both published pages, a correction, a withdrawal, an account, an upload and a session that ended.</summary>
    [Fact]
    public async Task A_store_of_the_version_before_keeps_all_it_has()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "yorozu.db");
        Unpack("MigrationTests.EndedSessions.db.gz", path);
        var before = StoreDigest.Of(path);

        await using (var db = StoreDatabase.Open(path)) await StoreDatabase.MigrateAsync(db, default);

        StoreDigest.Of(path).Should().Be(before);
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();

        await StoreDatabase.MigrateAsync(db, default);

        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Readers_go_on_while_an_import_writes_and_foreign_keys_are_enforced()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();

        (await ScalarAsync(db, "PRAGMA journal_mode")).Should().Be("wal");
        (await ScalarAsync(db, "PRAGMA foreign_keys")).Should().Be("1");
    }

    [Fact]
    public void SQLite_is_the_one_the_program_brings() => StoreDatabase.SqliteVersion.Should().Be("3.50.4");

    private static List<string> Schema(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("SELECT type, name, sql FROM sqlite_schema", connection);
        using var reader = command.ExecuteReader();
        var schema = new List<string>();
        while (reader.Read()) schema.Add($"{reader[0]} {reader[1]}: {reader[2]}");
        return schema;
    }

    private static void Unpack(string fixture, string path)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Migrations", fixture)), CompressionMode.Decompress);
        using var file = File.Create(path);
        packed.CopyTo(file);
    }

    private static async Task<string?> ScalarAsync(YorozuDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
