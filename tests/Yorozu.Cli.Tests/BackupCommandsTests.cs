using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

public sealed class BackupCommandsTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_backup_restores_the_whole_store()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build()), _cli.Write(PublishedDocuments.Fy2021));
        var releases = (await _cli.RunAsync("releases")).Output;
        var extract = (await _cli.RunAsync("export")).Output;

        var backup = await _cli.RunAsync("backup", "night.db");
        await _cli.RunAsync("withdraw", "1");
        var restore = await _cli.RunAsync("restore", "night.db");

        backup.Should().Be(new CommandLine.Result(0, "night.db にバックアップしました。\n", ""));
        restore.Should().Be(new CommandLine.Result(0, "night.db の内容に戻しました。\n", ""));
        (await _cli.RunAsync("releases")).Output.Should().Be(releases);
        (await _cli.RunAsync("export")).Output.Should().Be(extract);
        (await _cli.RunAsync("check")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_backup_never_overwrites_a_file()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build()));
        var file = Path.Combine(_cli.DataDirectory, "night.db");
        await File.WriteAllTextAsync(file, "precious");

        var result = await _cli.RunAsync("backup", "night.db");

        result.ExitCode.Should().Be(1);
        result.Error.Should().EndWith("night.db はすでにあります。別の名前を指定してください。\n");
        (await File.ReadAllTextAsync(file)).Should().Be("precious");
    }

    [Fact]
    public async Task A_file_that_is_not_a_backup_is_refused_and_the_store_stays()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build()));
        await File.WriteAllTextAsync(Path.Combine(_cli.DataDirectory, "letter.txt"), "Dear store, this is no database at all.");

        var result = await _cli.RunAsync("restore", "letter.txt");

        result.ExitCode.Should().Be(1);
        result.Error.Should().EndWith("letter.txt はよろずのバックアップではありません。復元していません。\n");
        (await _cli.RunAsync("releases")).Output.Should().StartWith("1\t");
    }
}
