using Microsoft.Data.Sqlite;
using Yorozu.Cli.Tests;
using Yorozu.Data.Audit;
using Yorozu.Data.Maintenance;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>A store that is broken is said to be, is never written to, and comes back from a backup.</summary>
public sealed class CorruptionTests : IAsyncLifetime, IDisposable
{
    private const int PageSize = 4096;

    private readonly CommandLine _cli = new();

    private string Database => Path.Combine(_cli.DataDirectory, "yorozu.db");

    private string Advice => $"{Database} は壊れているか、よろずのデータベースではありません。何も変えていません。restore でバックアップに戻すか、別のデータフォルダーを指定してください。";

    public async Task InitializeAsync()
    {
        await using var store = await TemporaryStore.CreateAsync(PageBuilder.Consultations(1).Build(), PageBuilder.Consultations(2).Build());
        await StoreBackup.WriteAsync(store.Directory.DatabasePath, Database);
        File.Copy(Database, Path.Combine(_cli.DataDirectory, "night.db"));
        _cli.Write(PageBuilder.Consultations(3).Build("next.txt"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("other file")]
    [InlineData("header")]
    [InlineData("half")]
    [InlineData("schema")]
    public async Task A_broken_store_is_refused_untouched_and_restored(string damage)
    {
        Damage(damage);
        var broken = await File.ReadAllBytesAsync(Database);

        foreach (var command in (string[][])[["import", "next.txt"], ["releases"], ["check"], ["export"]])
        {
            var result = await _cli.RunAsync(command);
            result.ExitCode.Should().Be(1, "of {0}", command[0]);
            result.Error.Should().StartWith(Advice, "of {0}", command[0]).And.EndWith("）\n").And.NotContain("   at ");
        }

        (await File.ReadAllBytesAsync(Database)).Should().Equal(broken);
        (await _cli.RunAsync("restore", "night.db")).Should().Be(new CommandLine.Result(0, "night.db の内容に戻しました。\n", ""));
        StoreDigest.Of(Database).Should().Be(StoreDigest.Of(Path.Combine(_cli.DataDirectory, "night.db")));
    }

    [Fact]
    public async Task A_backup_that_is_broken_itself_is_not_restored()
    {
        var before = StoreDigest.Of(Database);
        var broken = Path.Combine(_cli.DataDirectory, "broken.db");
        File.Copy(Database, broken);
        await using (var connection = new SqliteConnection($"Data Source={broken};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            // One index in the place of another: every page can be read, but not all say the same.
            command.CommandText =
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_master
                SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_releases_1')
                WHERE name = 'sqlite_autoindex_metrics_1'
                """;
            await command.ExecuteNonQueryAsync();
        }

        var restore = await _cli.RunAsync("restore", "broken.db");

        restore.Should().Be(new CommandLine.Result(1, "", $"{broken} は壊れています。復元していません。\n"));
        StoreDigest.Of(Database).Should().Be(before);
    }

    [Fact]
    public async Task A_damaged_store_is_kept_beside_the_restored_one()
    {
        Damage("other file");
        var broken = await File.ReadAllBytesAsync(Database);

        await _cli.RunAsync("restore", "night.db");

        (await File.ReadAllBytesAsync(Directory.GetFiles(_cli.DataDirectory, "yorozu.db.broken-*").Single())).Should().Equal(broken);
    }

    [Fact]
    public async Task A_page_in_the_middle_that_is_overwritten_is_found_by_the_check()
    {
        Damage("figures");

        var check = await _cli.RunAsync("check");

        check.ExitCode.Should().Be(1);
        (check.Output + check.Error).Should().MatchRegex("データベース: 異常あり|壊れている").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_torn_write_ahead_log_beside_the_store_is_ignored()
    {
        var before = StoreDigest.Of(Database);
        byte[] log, file;
        await using (var db = StoreDatabase.Open(Database))
        {
            await StoreDatabase.MigrateAsync(db, default);
            await new ActionLog(db, TimeProvider.System).WriteAsync(new("sato"), LogAction.SignIn, "", LogOutcome.Done);
            (log, file) = (await ReadAsync(Database + "-wal"), await ReadAsync(Database));
        }

        using var torn = new CommandLine();
        await File.WriteAllBytesAsync(Path.Combine(torn.DataDirectory, "yorozu.db"), file);
        await File.WriteAllBytesAsync(Path.Combine(torn.DataDirectory, "yorozu.db-wal"), log[..^100]);

        (await torn.RunAsync("check")).Should().Match<CommandLine.Result>(r => r.ExitCode == 0 && r.Error == "");
        StoreDigest.Of(Path.Combine(torn.DataDirectory, "yorozu.db")).Should().Be(before);
    }

    private static async Task<byte[]> ReadAsync(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes);
        return bytes;
    }

    private void Damage(string what)
    {
        var bytes = File.ReadAllBytes(Database);
        var middle = bytes.Length / 2 / PageSize * PageSize;
        var damaged = what switch
        {
            "other file" => "Dear store, this is no database at all."u8.ToArray(),
            "header" => [.. new byte[100], .. bytes[100..]],
            "half" => bytes[..(bytes.Length / 2)],
            "schema" => [.. bytes[..100], .. new byte[PageSize - 100], .. bytes[PageSize..]],
            _ => [.. bytes[..middle], .. Enumerable.Repeat((byte)7, PageSize), .. bytes[(middle + PageSize)..]],
        };
        File.WriteAllBytes(Database, damaged);
    }
}
