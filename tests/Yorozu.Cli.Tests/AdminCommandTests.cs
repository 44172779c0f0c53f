using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

public sealed class AdminCommandTests : IDisposable
{
    private const string Password = "kawa-no-nagare-77";
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task The_first_admin_is_made_with_a_password_from_standard_input()
    {
        var result = await _cli.RunWithInputAsync(Password + "\n", "admin", "add", "佐藤");

        result.Should().Be(new CommandLine.Result(0, "管理者「佐藤」を追加しました。\n", ""));
        (await _cli.RunAsync("admin", "list")).Output.Should().MatchRegex("^佐藤\t\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z\tサインインなし\n$");
    }

    [Fact]
    public async Task There_is_no_account_until_somebody_makes_one() => (await _cli.RunAsync("admin", "list")).Should().Be(new CommandLine.Result(0, "", ""));

    [Fact]
    public async Task The_password_is_stored_only_as_a_hash_and_not_in_the_log()
    {
        await _cli.RunWithInputAsync(Password + "\n", "admin", "add", "sato");

        StoreConnections.Close(Path.Combine(_cli.DataDirectory, "yorozu.db"));
        var files = Directory.EnumerateFiles(_cli.DataDirectory).Select(f => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(f)));

        string.Concat(files).Should().Contain("sato").And.NotContain(Password);
    }

    [Theory]
    [InlineData("sato", "short", "パスワードは12文字以上にしてください。\n")]
    [InlineData("sato", "", "パスワードは12文字以上にしてください。\nこのパスワードはよく使われていて、推測されます。関係のない単語をいくつか並べるなど、別のものにしてください。\n")]
    [InlineData("s", Password, "名前は2文字以上50文字以内で、文字と数字、「.」「_」「-」「@」だけを使ってください。\n")]
    public async Task A_refusal_is_explained(string name, string password, string explanation)
    {
        var result = await _cli.RunWithInputAsync(password + "\n", "admin", "add", name);

        result.Should().Be(new CommandLine.Result(1, "", explanation));
    }

    [Fact]
    public async Task A_name_is_taken_once_whatever_its_case()
    {
        await _cli.RunWithInputAsync(Password, "admin", "add", "Sato");

        var again = await _cli.RunWithInputAsync(Password, "admin", "add", "sATO");

        again.Should().Be(new CommandLine.Result(1, "", "同じ名前の管理者がいます。別の名前にしてください。\n"));
    }

    [Fact]
    public async Task A_password_is_replaced_and_an_unknown_name_is_an_error()
    {
        await _cli.RunWithInputAsync(Password, "admin", "add", "sato");

        var known = await _cli.RunWithInputAsync("yama-no-mukou-88", "admin", "password", "sato");
        var unknown = await _cli.RunWithInputAsync("yama-no-mukou-88", "admin", "password", "suzuki");

        known.Should().Be(new CommandLine.Result(0, "管理者「sato」のパスワードを変更しました。\n", ""));
        unknown.Should().Be(new CommandLine.Result(1, "", "その名前の管理者はいません。一覧で名前をご確認ください。\n"));
    }

    [Fact]
    public async Task The_last_admin_stays()
    {
        await _cli.RunWithInputAsync(Password, "admin", "add", "sato");
        await _cli.RunWithInputAsync(Password, "admin", "add", "suzuki");

        var first = await _cli.RunAsync("admin", "remove", "sato");
        var last = await _cli.RunAsync("admin", "remove", "suzuki");

        first.Should().Be(new CommandLine.Result(0, "管理者「sato」を削除しました。\n", ""));
        last.Should().Be(new CommandLine.Result(1, "", "最後の管理者は削除できません。先に別の管理者を追加してください。\n"));
    }

    [Fact]
    public async Task Passkeys_are_listed_and_removed_when_a_device_is_lost()
    {
        await _cli.RunWithInputAsync(Password, "admin", "add", "sato");
        var none = await _cli.RunAsync("admin", "passkeys", "sato");
        Rows("INSERT INTO passkeys VALUES (1, 1, x'01', '職場のパソコン', x'02', 0, 'internal', 1, 0, 0, '2026-05-15T00:00:00.000Z', NULL)");
        Rows("INSERT INTO passkeys VALUES (2, 1, x'02', '電話', x'02', 3, '', 1, 1, 1, '2026-05-16T00:00:00.000Z', '2026-05-17T01:02:03.000Z')");
        var before = Rows("SELECT security_stamp FROM accounts");

        var list = await _cli.RunAsync("admin", "passkeys", "SATO");
        var removed = await _cli.RunAsync("admin", "passkeys", "sato", "--remove");
        var unknown = await _cli.RunAsync("admin", "passkeys", "suzuki", "--remove");

        none.Should().Be(new CommandLine.Result(0, "", ""));
        list.Should().Be(new CommandLine.Result(
            0, "職場のパソコン\t2026-05-15T00:00:00Z\tサインインなし\n電話\t2026-05-16T00:00:00Z\t2026-05-17T01:02:03Z\n", ""));
        removed.Should().Be(new CommandLine.Result(0, "管理者「sato」のパスキーを2個削除し、すべての端末からサインアウトさせました。\n", ""));
        unknown.Should().Be(new CommandLine.Result(1, "", "その名前の管理者はいません。名前は admin list で確認できます。\n"));
        Rows("SELECT count(*) FROM passkeys").Should().Equal("0");
        Rows("SELECT security_stamp FROM accounts").Should().NotEqual(before, "sessions end with it");
        Rows("SELECT action || ' ' || subject || ' ' || outcome || ' ' || detail FROM log WHERE action LIKE '%passkey%'")
            .Should().Equal("account-passkey-remove sato done 職場のパソコン、電話");
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("admin", "add")]
    [InlineData("admin", "promote", "sato")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments) => (await _cli.RunAsync(arguments)).ExitCode.Should().Be(2);

    private List<string> Rows(string sql)
    {
        using var file = new StoreFile(Path.Combine(_cli.DataDirectory, "yorozu.db"));
        return file.Rows(sql);
    }
}
