using Microsoft.Data.Sqlite;
using Yorozu.Cli.Tests;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>What can go wrong below the program is said in a sentence, changes nothing, and passes with its cause.</summary>
public sealed class FaultTests : IDisposable
{
    private readonly CommandLine _cli = new();

    private string Database => Path.Combine(_cli.DataDirectory, "yorozu.db");

    public void Dispose()
    {
        StoreConnections.Close(Database);
        _cli.Dispose();
    }

    [SmallDiskFact]
    public async Task A_full_disk_refuses_the_import_and_shows_what_is_there()
    {
        using var disk = SmallDisk.Mount(_cli.DataDirectory);
        await ImportAsync(1);
        var next = _cli.Write(PageBuilder.Consultations(12, 2025).Build("next.txt"));
        var before = StoreDigest.Of(Database);
        var exported = await _cli.RunAsync("export");
        disk.Fill(butBytes: 100_000);

        var import = await _cli.RunAsync("import", "--accept-date", next);
        var backup = await _cli.RunAsync("backup", "night.db");
        var export = await _cli.RunAsync("export");
        var file = await _cli.RunAsync("export", "--output", "all.csv");

        Refused(import, $"{Database} に書き込めません。ディスクの空きがありません。何も変えていません。空きを作ってから、もう一度実行してください。");
        Refused(backup, "night.db にバックアップを書けません。フォルダーがあり、書き込め、ディスクに空きがあることを確かめてください。");
        export.Should().Be(exported);
        file.ExitCode.Should().Be(0, "this one still fits");
        Directory.GetFiles(_cli.DataDirectory, "*.partial").Should().BeEmpty();
        StoreDigest.Of(Database).Should().Be(before);
        disk.MakeRoom();
        (await _cli.RunAsync("import", "--accept-date", next)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_may_not_grow_refuses_the_import()
    {
        await ImportAsync(1);
        var before = StoreDigest.Of(Database);
        var name = _cli.Write(PublishedDocuments.Fy2021);
        // The limit would end a program by a signal, and stops the runtime's own large files; neither is meant here.
        using var limited = new CommandLine
        {
            Data = _cli.DataDirectory,
            Launcher = ["sh", "-c", "trap '' XFSZ; ulimit -f 300; exec env DOTNET_EnableWriteXorExecute=0 \"$@\"", "sh"],
        };

        var import = await limited.RunAsync("import", "--accept-date", Path.Combine(_cli.DataDirectory, name));

        import.ExitCode.Should().Be(1);
        import.Error.Should().StartWith(Database).And.NotContain("   at ");
        StoreDigest.Of(Database).Should().Be(before);
    }

    [Fact]
    public async Task A_read_only_file_refuses_the_import_and_is_read()
    {
        await ImportAsync(1);
        var exported = await _cli.RunAsync("export");
        var before = StoreDigest.Of(Database);
        using (new ReadOnlyPlace(Database))
        {
            Refused(await _cli.RunAsync("import", "next.txt"), $"{Database} は読み取り専用です。何も変えていません。ファイルとフォルダーに書き込めるようにしてから、もう一度実行してください。");
            (await _cli.RunAsync("export")).Should().Be(exported);
        }

        StoreDigest.Of(Database).Should().Be(before);
        (await _cli.RunAsync("import", "next.txt")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_read_only_folder_is_said_to_be_one()
    {
        await ImportAsync(1);
        var before = StoreDigest.Of(Database);
        using (new ReadOnlyPlace(_cli.DataDirectory))
        {
            Refused(await _cli.RunAsync("import", "next.txt"), $"{Database} を開けません。データフォルダーがフォルダーであり、このユーザーが読み書きできることを確かめてください。");
        }

        StoreDigest.Of(Database).Should().Be(before);
    }

    [Fact]
    public async Task While_another_writes_without_end_the_import_gives_up_and_readers_go_on()
    {
        await ImportAsync(1);
        await using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await other.OpenAsync();
            await using var writing = other.BeginTransaction();

            var import = _cli.RunAsync("import", "next.txt");

            (await _cli.RunAsync("export")).ExitCode.Should().Be(0);
            Refused(await import, $"{Database} には、ほかのプログラムが書き込み中です。10秒待ちましたが終わらないため、何も変えていません。終わってから、もう一度実行してください。");
        }

        (await _cli.RunAsync("import", "next.txt")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_left_alone()
    {
        await ImportAsync(1);
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '9.9.9')");
        var before = StoreDigest.Of(Database);
        File.Copy(Database, Path.Combine(_cli.DataDirectory, "newer.db"));

        var import = await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(2, 2025).Build()));
        var restore = await _cli.RunAsync("restore", "newer.db");

        Refused(import, $"{Database} は、より新しい版のプログラムが書いたものです。何も変えていません。その版以降のプログラムで開いてください。（29990101000000_Later）");
        Refused(restore, "newer.db は、より新しい版のプログラムが書いたものです。");
        StoreDigest.Of(Database).Should().Be(before);
    }

    [Fact]
    public async Task A_file_as_the_data_folder_is_reported()
    {
        using var cli = new CommandLine { Data = Path.Combine(_cli.DataDirectory, _cli.Write(PageBuilder.Consultations(1).Build())) };

        Refused(await cli.RunAsync("releases"), $"{cli.Data}/yorozu.db を開けません。データフォルダーがフォルダーであり、このユーザーが読み書きできることを確かめてください。");
    }

    private async Task ImportAsync(int months)
    {
        (await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(months, 2025).Build($"{months}.txt")))).ExitCode.Should().Be(0);
        _cli.Write(PageBuilder.Consultations(months + 1, 2025).Build("next.txt"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static void Refused(CommandLine.Result result, string message)
    {
        result.Error.Should().Contain(message);
        result.Error.TrimEnd().Should().NotContain("\n", "one line says it all, and no stack trace");
        result.ExitCode.Should().Be(1);
    }
}
