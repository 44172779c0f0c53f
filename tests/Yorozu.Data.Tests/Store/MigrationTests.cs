using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.Store;

public sealed class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_exactly_the_model_of_the_program()
    {
        await using var store = await TemporaryStore.CreateAsync();
        await using var db = store.Open();
        var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
        var initialized = db.GetService<IModelRuntimeInitializer>().Initialize(snapshot, designTime: true);

        var pending = db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(initialized.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());

        pending.Should().BeEmpty("a change of the model needs a migration: dotnet ef migrations add NAME --project src/Yorozu.Data");
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

    private static async Task<string?> ScalarAsync(YorozuDbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
