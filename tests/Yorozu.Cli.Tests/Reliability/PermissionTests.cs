using Yorozu.Testing;

namespace Yorozu.Cli.Tests.Reliability;

/// <summary>Other users of the machine cannot read what the program writes, whatever umask it was started with.</summary>
public sealed class PermissionTests
{
    [Fact]
    public async Task Database_and_backup_are_for_the_programs_user_alone_and_an_export_is_as_he_wants_it()
    {
        using var cli = new CommandLine { Launcher = ["sh", "-c", "umask 000; exec \"$@\"", "sh"] };

        await cli.RunWithInputAsync("kawa-no-nagare-77\n", "admin", "add", "sato");
        await cli.RunAsync("backup", Path.Combine(cli.DataDirectory, "backup.db"));
        await cli.RunAsync("export", "--output", Path.Combine(cli.DataDirectory, "export.csv"));

        var written = Permissions.Below(cli.DataDirectory);
        written.Keys.Should().Contain(["yorozu.db", "backup.db", "export.csv"]);
        written["export.csv"].Should().HaveFlag(UnixFileMode.OtherRead);
        written.Where(f => f.Key != "export.csv" && f.Value != Permissions.Private(Path.Combine(cli.DataDirectory, f.Key))).Should().BeEmpty();
    }
}
