using Xunit.Abstractions;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Data.Store.Entities;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>The program may die at any moment: the store is then as before or as after, never between.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    /// <summary>Nearly as much as a page may hold.</summary>
    private static readonly DocumentFile Large = Enumerable.Range(1, 28)
        .Aggregate(new PageBuilder(new FiscalYear(2025), 12), (page, i) => page.Metric("(1)ワンストップ相談窓口", $"{i}.試験の指標{i}"))
        .Build("large.txt");

    private static readonly IReadOnlyList<DocumentFile> Documents =
    [
        PageBuilder.Consultations(1).Build("1.txt"), PageBuilder.Consultations(2).Build("2.txt"),
        PageBuilder.Consultations(3).Figure("2.相談実績件数", "岡山県", 4, 9).Build("3.txt"), PageBuilder.Consultations(4).Build("4.txt"),
    ];

    [Fact]
    public async Task An_import_that_is_killed_leaves_a_whole_number_of_releases()
    {
        await using var reference = await TemporaryStore.CreateAsync();
        var states = new List<StoreDigest>();
        // Many and small: most of the time goes into committing.
        var documents = Enumerable.Range(1, 8).Select(i => PageBuilder.Consultations(i, 2025).Build($"{i}.txt")).ToList();
        var start = await StartAsync(reference, documents);
        foreach (var document in documents)
        {
            states.Add(StoreDigest.Of(reference.Directory.DatabasePath));
            await reference.PublishAsync(document);
        }

        states.Add(StoreDigest.Of(reference.Directory.DatabasePath));

        var killer = new Killer(start, null, ["import", .. documents.Select(d => d.Name)]);
        var left = await killer.LeftoversAsync(StateAsync, states: 4);

        Report("import", left, killer);
        left.Should().OnlyContain(state => states.Contains(state));
    }

    [Fact]
    public async Task A_withdrawal_that_is_killed_is_done_or_not_done()
    {
        await using var store = await TemporaryStore.CreateAsync(Documents);
        var start = await StartAsync(store);
        var before = StoreDigest.Of(store.Directory.DatabasePath);
        await store.WithdrawAsync(3);
        var after = StoreDigest.Of(store.Directory.DatabasePath);

        var killer = new Killer(start, "yorozu.db-wal", "withdraw", "3", "--note", "test");
        var left = await killer.LeftoversAsync(StateAsync);

        Report("withdraw", left, killer);
        left.Distinct().Should().BeEquivalentTo([before, after]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_migration_that_is_killed_goes_on_with_the_next_start(bool fromOlder)
    {
        await using var store = await TemporaryStore.CreateAsync();
        var migrated = StoreDigest.Of(store.Directory.DatabasePath);
        var start = Directory.CreateDirectory(Path.Combine(store.Directory.Path, "start")).FullName;
        if (fromOlder) await EarlierStore.MakeAsync(Path.Combine(start, "yorozu.db"), EarlierStore.Versions[0]);
        var signal = fromOlder ? "yorozu.db-wal" : "yorozu.db";

        var killer = new Killer(start, signal, "releases");
        var left = await killer.LeftoversAsync(async folder =>
        {
            var stopped = File.Exists(Path.Combine(folder, "yorozu.db")) ? StoreDigest.Of(Path.Combine(folder, "yorozu.db")) : new StoreDigest(-1, "none");
            await using (var db = StoreDatabase.Open(Path.Combine(folder, "yorozu.db"))) await StoreDatabase.MigrateAsync(db, default);
            return (Stopped: stopped, Resumed: await StateAsync(folder));
        });

        Report("migrate", left.Select(l => l.Stopped), killer);
        left.Should().OnlyContain(l => l.Resumed == migrated);
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_the_store_or_the_backup()
    {
        await using var store = await TemporaryStore.CreateAsync(Large);
        await AddUploadsAsync(store);
        var start = await StartAsync(store);
        var backup = Path.Combine(start, "night.db");
        File.Move(Path.Combine(start, "yorozu.db"), backup);
        await store.WithdrawAsync(1);
        await StartAsync(store);

        var killer = new Killer(start, "yorozu.db-wal", "restore", "night.db");
        var left = await killer.LeftoversAsync(StateAsync);

        Report("restore", left, killer);
        left.Distinct().Should().BeEquivalentTo([StoreDigest.Of(store.Directory.DatabasePath), StoreDigest.Of(backup)]);
    }

    [Fact]
    public async Task A_backup_that_is_killed_has_no_file_or_a_whole_one()
    {
        await using var store = await TemporaryStore.CreateAsync(Large);
        await AddUploadsAsync(store);
        var whole = StoreDigest.Of(store.Directory.DatabasePath);

        var killer = new Killer(await StartAsync(store), "night.db.partial", "backup", "night.db");
        var left = await killer.LeftoversAsync(async folder =>
        {
            var backup = Path.Combine(folder, "night.db");
            var found = File.Exists(backup) ? StoreDigest.Of(backup) : null;
            // What the killed one left behind does not get in the way.
            if (found is null) await StoreBackup.WriteAsync(Path.Combine(folder, "yorozu.db"), backup);
            StoreDigest.Of(backup).Should().Be(whole);
            return found;
        });

        Report("backup", left, killer);
        left.Should().Contain(whole).And.Contain((StoreDigest?)null);
    }

    [Fact]
    public async Task An_export_that_is_killed_leaves_the_file_that_was_there()
    {
        await using var store = await TemporaryStore.CreateAsync(Large);
        var start = await StartAsync(store);
        await File.WriteAllTextAsync(Path.Combine(start, "all.csv"), "earlier");

        var killer = new Killer(start, "all.csv.partial", "export", "--output", "all.csv");
        var left = await killer.LeftoversAsync(folder => File.ReadAllTextAsync(Path.Combine(folder, "all.csv")));

        Report("export", left.Select(l => l.Length), killer);
        left.Distinct().Should().HaveCount(2).And.Contain("earlier").And.Contain(l => l.EndsWith("\r\n"));
    }

    private static async Task<StoreDigest> StateAsync(string folder)
    {
        var digest = StoreDigest.Of(Path.Combine(folder, "yorozu.db"));
        await using var db = StoreDatabase.Open(Path.Combine(folder, "yorozu.db"));
        (await new StoreChecker(db).ReleasesAsync(default)).Where(r => r.Differences.Count > 0).Should().BeEmpty();
        return digest;
    }

    /// <summary>A folder with the store as it is now, without the files SQLite keeps beside it, and these documents.</summary>
    private static async Task<string> StartAsync(TemporaryStore store, params IEnumerable<DocumentFile> documents)
    {
        var folder = Directory.CreateDirectory(Path.Combine(store.Directory.Path, "start")).FullName;
        var copy = Path.Combine(folder, "yorozu.db");
        await StoreBackup.WriteAsync(store.Directory.DatabasePath, copy);
        await using (var db = StoreDatabase.Open(copy)) await StoreDatabase.MigrateAsync(db, default);
        StoreConnections.Close(copy);
        foreach (var document in documents) await File.WriteAllBytesAsync(Path.Combine(folder, document.Name), document.Bytes.ToArray());
        return folder;
    }

    /// <summary>Makes the store large, so that copying it takes long enough to be killed.</summary>
    private static async Task AddUploadsAsync(TemporaryStore store)
    {
        await using var db = store.Open();
        for (var i = 0; i < 4; i++)
        {
            var bytes = new byte[4 << 20];
            new Random(i).NextBytes(bytes);
            db.StagedUploads.Add(new StagedUploadEntity { FileName = "a.txt", UploadedBy = "sato", Sha256 = $"{i}", Bytes = bytes });
        }

        await db.SaveChangesAsync();
    }

    private void Report<T>(string command, IEnumerable<T> left, Killer killer)
    {
        var states = left.GroupBy(state => state).Select(g => $"{g.Count()} × {g.Key}");
        output.WriteLine(
            $"{command}: {killer.Killed} killed, of them {killer.Unfinished} in the middle of writing, {killer.Finished} finished; "
            + string.Join(", ", states));
    }
}
