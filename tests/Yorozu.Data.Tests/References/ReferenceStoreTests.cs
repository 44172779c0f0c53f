using Yorozu.Data.Audit;
using Yorozu.Data.Queries.References;
using Yorozu.Data.References;
using Yorozu.Data.Snapshots;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Testing;

namespace Yorozu.Data.Tests.References;

public sealed class ReferenceStoreTests : IAsyncLifetime
{
    private static readonly Actor Admin = new("admin");

    private TemporaryStore _store = null!;

    public async Task InitializeAsync() => _store = await TemporaryStore.CreateAsync();

    public Task DisposeAsync() => _store.DisposeAsync().AsTask();

    [Fact]
    public void A_data_directory_of_its_own_finds_the_tables_that_are_part_of_the_program()
    {
        var folder = _store.Directory.ReferencePaths.First();

        folder.Should().Be(Path.Combine(AppContext.BaseDirectory, "reference"));
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Should().Contain(["population.csv", "population.json"]);
    }

    [Fact]
    public async Task A_table_stands_until_it_is_replaced_or_removed()
    {
        await using var db = _store.Open();
        var store = new ReferenceStore(db, _store.Clock);

        (await store.SetAsync(Table(1000), 0, Admin, default)).Should().BeTrue();
        (await db.ReferencesAsync(default)).Should().BeEquivalentTo([Table(1000)]);

        (await store.SetAsync(Table(2000), 1, Admin, default)).Should().BeTrue();
        (await db.ReferencesAsync(default)).Should().BeEquivalentTo([Table(2000)]);

        (await store.RemoveAsync(Table(2000), 2, Admin, default)).Should().BeTrue();
        (await db.ReferencesAsync(default)).Should().BeEmpty();
        using var file = new StoreFile(_store.Directory.DatabasePath);
        file.Rows("SELECT id, is_removed, (SELECT sum(value) FROM reference_values WHERE reference_id = id) FROM reference_tables").Should().Equal(
            "1|0|47000", "2|0|94000", "3|1|");
        file.Rows("SELECT actor, action, subject, outcome, detail FROM log").Should().Equal(
            "admin|reference-set|firms|done|中小企業数、2021-06-01、経済センサス",
            "admin|reference-set|firms|done|中小企業数、2021-06-01、経済センサス",
            "admin|reference-remove|firms|done|中小企業数、2021-06-01、経済センサス");
    }

    [Fact]
    public async Task Who_has_not_seen_the_last_change_changes_nothing()
    {
        await using var db = _store.Open();
        var store = new ReferenceStore(db, _store.Clock);
        await store.SetAsync(Table(1000), 0, Admin, default);

        (await store.SetAsync(Table(2000), 0, Admin, default)).Should().BeFalse();
        (await store.RemoveAsync(Table(1000), 0, Admin, default)).Should().BeFalse();

        (await db.ReferencesAsync(default)).Should().BeEquivalentTo([Table(1000)]);
    }

    [Fact]
    public async Task Each_change_makes_another_snapshot_of_the_same_figures()
    {
        await using var db = _store.Open();
        var before = await db.LatestSnapshotAsync(default);

        await new ReferenceStore(db, _store.Clock).SetAsync(Table(1000), 0, Admin, default);

        (await db.LatestSnapshotAsync(default)).Should().Be(before with { References = 1 });
    }

    [Fact]
    public async Task Files_are_imported_once_and_what_an_administrator_does_afterwards_stands()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_store.Directory.Path, "reference")).FullName;
        WriteFiles(folder, "firms", 1000);
        await using var db = _store.Open();
        var store = new ReferenceStore(db, _store.Clock);

        (await ReferenceFiles.ImportAsync(store, _store.Directory, default)).Should().BeEmpty();
        (await KeysAsync(db)).Should().Equal("firms 1000", "population 5224614");

        await store.SetAsync(Table(3000), null, Admin, default);
        await ReferenceFiles.ImportAsync(store, _store.Directory, default);
        (await KeysAsync(db)).Should().Equal("firms 3000", "population 5224614");

        WriteFiles(folder, "firms", 4000);
        WriteFiles(folder, "population", 7);
        await ReferenceFiles.ImportAsync(store, _store.Directory, default);
        (await KeysAsync(db)).Should().Equal("firms 4000", "population 7");
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_its_place_and_the_others_are_imported()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_store.Directory.Path, "reference")).FullName;
        WriteFiles(folder, "firms", 1000);
        WriteFiles(folder, "Firms_2", 1000);
        WriteFiles(folder, "zero", 0);
        File.WriteAllText(Path.Combine(folder, "alone.csv"), ReferenceReader.Heading);
        await using var db = _store.Open();

        var refused = await ReferenceFiles.ImportAsync(new ReferenceStore(db, _store.Clock), _store.Directory, default);

        refused.Take(3).Should().Equal(
            "Firms_2.csv: 名前は小文字の英数字とハイフンで、40字までです。",
            "alone.csv: 説明のファイル alone.json がありません。",
            "zero.csv:2: 北海道の値「0」は正の整数ではありません。");
        (await KeysAsync(db)).Should().Equal("firms 1000", "population 5224614");
    }

    [Fact]
    public async Task A_file_whose_bytes_cannot_be_read_stops_nothing()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_store.Directory.Path, "reference")).FullName;
        WriteFiles(folder, "firms", 1000);
        WriteFiles(folder, "lost", 1000);
        File.Delete(Path.Combine(folder, "lost.csv"));
        File.CreateSymbolicLink(Path.Combine(folder, "lost.csv"), Path.Combine(folder, "nowhere"));
        await using var db = _store.Open();

        var refused = await ReferenceFiles.ImportAsync(new ReferenceStore(db, _store.Clock), _store.Directory, default);

        refused.Should().ContainSingle().Which.Should().StartWith("lost.csv: ファイルを読み取れません。");
        (await KeysAsync(db)).Should().Equal("firms 1000", "population 5224614");
    }

    private static async Task<IEnumerable<string>> KeysAsync(YorozuDbContext db) =>
        (await db.ReferencesAsync(default)).Select(r => $"{r.Key} {r.Of(Area.FromNumber(1))}");

    private static ReferenceTable Table(long value) => new(
        "firms",
        new ReferenceDescription("中小企業数", "Small firms", "者", 1000, new DateOnly(2021, 6, 1), "経済センサス", "CC BY 4.0") { EnglishSource = "Economic Census" },
        [.. Prefecture.All.Select(_ => value)]);

    private static void WriteFiles(string folder, string name, long value)
    {
        File.WriteAllLines(Path.Combine(folder, name + ".csv"), [ReferenceReader.Heading, .. Prefecture.All.Select(p => $"{p.Code},{p.Name},{value}")]);
        File.WriteAllText(
            Path.Combine(folder, name + ".json"),
            """{"name": "a", "englishName": "b", "unit": "者", "per": 1000, "date": "2021-06-01", "source": "c", "licence": "d"}""");
    }
}
