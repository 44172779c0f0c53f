using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Yorozu.Data.Extracts.Columns;
using Yorozu.Data.Extracts.Observations;
using Yorozu.Data.Extracts.Parameters;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
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

    /// <summary>
    /// The previous version of the program made the fixture: both published pages, a correction, a withdrawal, an account, an upload
    /// and a revoked session.
    /// </summary>
    [Fact]
    public async Task A_store_of_the_version_before_keeps_all_it_has()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "yorozu.db");
        Unpack("MigrationTests.EndedSessions.db.gz", path);
        // One o'clock in the morning of the next day in Japan.
        using (var file = new StoreFile(path)) file.Rows("UPDATE releases SET PublishedAt = '2026-05-15T16:00:00.000Z' WHERE Id = 5");
        var before = Content(path, kept => kept.Then);

        await using (var db = StoreDatabase.Open(path)) await StoreDatabase.MigrateAsync(db, default);

        Content(path, kept => kept.Now).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
        await using var migrated = StoreDatabase.Open(path);
        (await new StoreChecker(migrated).IntegrityAsync(default)).Should().BeEmpty();
        (await new StoreChecker(migrated).ReleasesAsync(default)).Should().HaveCount(5).And.OnlyContain(r => r.Differences.Count == 0);
    }

    /// <summary>The version before kept the names of parts as one text, a name on every line, and a name with a line break as two.</summary>
    [Fact]
    public async Task A_part_with_a_line_break_or_a_mark_in_its_name_keeps_it_and_is_extracted()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "yorozu.db");
        Unpack("MigrationTests.EndedSessions.db.gz", path);
        using (var file = new StoreFile(path))
        {
            foreach (var table in new[] { "observations", "cumulatives" })
            {
                file.Rows($"UPDATE {table} SET Part = CASE Part WHEN 'トレーニー' THEN 'トレー' || char(10) || 'ニー' WHEN '出向者' THEN '出向者※1' ELSE Part END");
            }

            file.Rows("UPDATE tables SET Parts = replace(replace(Parts, 'トレーニー', 'トレー' || char(10) || 'ニー'), '出向者', '出向者※1')");
        }

        await using (var earlier = StoreDatabase.Open(path)) await StoreDatabase.MigrateAsync(earlier, default);

        await using var db = StoreDatabase.Open(path);
        var query = new DatasetQuery(await db.LatestSnapshotAsync(default), new ObservationFilter { FiscalYears = [new FiscalYear(2026)] });
        var rows = await ObservationDataset.Tidy.ReadAsync(db, query, default).Where(r => r.Part.Length > 0).ToListAsync();
        rows.GroupBy(r => r.Part).Select(g => (g.Key, g.Count())).Should().Equal(("トレー\nニー", 48), ("出向者※1", 48), ("合計", 48));
        (await new StoreChecker(db).ReleasesAsync(default)).SelectMany(c => c.Differences).Should()
            .Contain("公表 2 トレーニーの受け入れ人数や出向の受け入れ人数 内訳「トレー\\nニー」 岡山県 2026-04: 公表資料は「なし」、保存値は「0」、抽出データは「0」です。");
    }

    [Fact]
    public async Task A_backup_of_the_version_before_is_brought_up_to_date_before_it_takes_the_place_of_the_store()
    {
        await using var store = await TemporaryStore.CreateAsync(PublishedDocuments.Fy2021);
        var backup = Path.Combine(store.Directory.Path, "backup.db");
        Unpack("MigrationTests.EndedSessions.db.gz", backup);
        var earlier = await File.ReadAllBytesAsync(backup);
        using var server = new SnapshotWatch(store.Directory);
        server.Read();

        await StoreBackup.RestoreAsync(backup, store.Directory.DatabasePath);

        server.Read().Version.Should().Be(6);
        Content(store.Directory.DatabasePath, kept => kept.Now).Should().Equal(Content(backup, kept => kept.Then));
        (await File.ReadAllBytesAsync(backup)).Should().Equal(earlier);
        Directory.GetFiles(store.Directory.Path).Should().NotContain(f => f.Contains(".restore"));
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

    /// <summary>What the store must keep, table by table: as it was asked for then and as it is asked for now.</summary>
    private static readonly (string Then, string Now)[] Kept =
    [
        ("SELECT * FROM documents", "SELECT * FROM documents"),
        (
            "SELECT Id, DocumentId, FiscalYear, AsOf, Sequence, PublishedVersion, PublishedAt, PublishedBy, "
                + "NULL, Note, WithdrawnVersion, WithdrawnAt, WithdrawnBy, WithdrawalNote, "
                + "iif(PublishedAt < '2026-05-15T15', '2026-05-15', '2026-05-16') FROM releases",
            "SELECT * FROM releases"),
        ("SELECT * FROM metrics", "SELECT * FROM metrics"),
        ("SELECT * FROM observations ORDER BY TableId, Part, Area, Month", "SELECT * FROM observations ORDER BY table_id, part, area_id, month"),
        ("SELECT * FROM cumulatives ORDER BY TableId, Part, Area", "SELECT * FROM cumulatives ORDER BY table_id, part, area_id"),
        ("SELECT *, NULL, NULL FROM findings", "SELECT * FROM check_results"),
        ("SELECT * FROM check_counts ORDER BY TableId, Kind", "SELECT * FROM check_counts ORDER BY table_id, kind"),
        ("SELECT * FROM store_state", "SELECT * FROM store_state"),
        ("SELECT * FROM log", "SELECT * FROM log"),
        (
            "SELECT Id, Name, NormalizedName, PasswordHash, SecurityStamp, ConcurrencyStamp, NULL, CreatedAt, LastSignInAt FROM accounts",
            "SELECT * FROM accounts"),
        ("SELECT *, NULL FROM staged_uploads", "SELECT * FROM staged_uploads"),
        ("SELECT * FROM ended_sessions", "SELECT * FROM revoked_sessions"),
        (
            "SELECT name, seq FROM sqlite_sequence WHERE name IN ('accounts', 'log', 'staged_uploads') ORDER BY name",
            "SELECT name, seq FROM sqlite_sequence ORDER BY name"),
        (
            "SELECT Id, ReleaseId, MetricId, FiscalYear, Precedence, Ordinal, SourceTable, Row, Heading, Unit, HasCumulative, "
                + "Definition, Notes, LastMonth, FigureCount, (SELECT min(Month) FROM observations WHERE TableId = tables.Id), "
                + "(SELECT min(max(Month), AsOf) FROM observations JOIN releases ON releases.Id = ReleaseId WHERE TableId = tables.Id), Parts FROM tables",
            "SELECT *, (SELECT group_concat(name, char(10)) FROM (SELECT name FROM table_parts WHERE table_id = id ORDER BY ordinal)) FROM tables"),
    ];

    private static List<string> Content(string path, Func<(string Then, string Now), string> query)
    {
        using var file = new StoreFile(path);
        return [.. Kept.SelectMany(kept => file.Rows(query(kept)))];
    }

    private static List<string> Schema(string path)
    {
        using var file = new StoreFile(path);
        return file.Rows("SELECT type, name, sql FROM sqlite_schema");
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
