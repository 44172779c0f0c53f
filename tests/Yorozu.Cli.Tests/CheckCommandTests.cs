using Microsoft.Data.Sqlite;
using Yorozu.Data.Store;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

public sealed class CheckCommandTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_sound_store_passes_with_every_check_counted()
    {
        await _cli.RunAsync("import", _cli.Write(PublishedDocuments.Fy2021), _cli.Write(PublishedDocuments.Fy2026April));

        var result = await _cli.RunAsync("check");

        result.Should().Be(new CommandLine.Result(0, """
            データベース: 異常なし
            公表 1 r03-results.txt: 検算 244/244 一致
            公表 2 r08-results.txt: 検算 405/405 一致

            """, ""));
    }

    [Fact]
    public async Task A_sum_that_does_not_hold_is_exit_code_3()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(2).Printed("2.相談実績件数", "岡山県", 0, "1").Build()));

        var result = await _cli.RunAsync("check");

        result.ExitCode.Should().Be(3);
        result.Output.Should().MatchRegex(@"不一致 \d+:\d+: one-stop-consultations 岡山県 累計値 公表値 1、計算値 6,609");
    }

    [Theory]
    [InlineData("UPDATE observations SET value = 1 WHERE area_id = 33",
        "公表 1 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「1」、抽出データは「1」です。")]
    [InlineData("UPDATE table_parts SET name = '来訪'",
        "公表 1 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「3,304」、抽出データは「なし」です。")]
    [InlineData("DELETE FROM observations WHERE area_id = 33",
        "公表 1 相談実績件数 岡山県 2026-04: 公表資料は「3,304」、保存値は「なし」、抽出データは「なし」です。")]
    [InlineData("INSERT INTO observations SELECT table_id, part, area_id, 202605, 1, '1', 1, 1 FROM observations WHERE area_id = 33",
        "公表 1 相談実績件数 岡山県 2026-05: 公表資料は「なし」、保存値は「1」、抽出データは「1」です。")]
    [InlineData("DELETE FROM observations; DELETE FROM cumulatives; DELETE FROM check_results; DELETE FROM check_counts; "
        + "DELETE FROM table_parts; DELETE FROM tables",
        "公表 1 相談実績件数: 表が保存されていません。公表資料には96のセルがあります。")]
    [InlineData("UPDATE documents SET bytes = x'00'", "公表 1: 公表資料のSHA-256が保存時と違います。")]
    public async Task A_store_that_differs_from_its_document_is_exit_code_3(string sql, string difference)
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build()));
        await ExecuteAsync(sql);

        var result = await _cli.RunAsync("check");

        result.ExitCode.Should().Be(3);
        result.Output.Split('\n').Should().Contain($"  相違 {difference}");
    }

    [Fact]
    public async Task A_damaged_database_is_exit_code_1()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build()));
        await ExecuteAsync("PRAGMA foreign_keys = OFF; UPDATE check_counts SET table_id = 9 WHERE kind = 0");

        var result = await _cli.RunAsync("check");

        result.ExitCode.Should().Be(1);
        result.Output.Should().StartWith("データベース: 異常あり\n");
    }

    [Fact]
    public async Task Withdrawing_by_command_line_shows_what_changes_back()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build("april.txt")), _cli.Write(PageBuilder.Consultations(2).Build("may.txt")));

        var dry = await _cli.RunAsync("withdraw", "2", "--dry-run");
        var done = await _cli.RunAsync("withdraw", "2", "--note", "誤り");
        var again = await _cli.RunAsync("withdraw", "2");

        dry.Output.Should().Be("相談実績件数（one-stop-consultations）: 48件の値が変わり、公表 1 の値に戻ります。\n取り下げていません（--dry-run）。\n");
        done.Output.Should().EndWith("公表 2 を取り下げました。\n");
        again.Should().Be(new CommandLine.Result(1, "", "公表 2 はないか、取り下げ済みです。番号は releases で確認できます。\n"));
        (await _cli.RunAsync("releases")).Output.Split('\n').Select(l => l.Split('\t').ElementAtOrDefault(4)).Should().Equal("公開中", "取り下げ", null);
    }

    [Fact]
    public async Task A_reason_that_is_too_long_withdraws_nothing()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build("april.txt")));

        var result = await _cli.RunAsync("withdraw", "1", "--note", new string('あ', 1001));

        result.Should().Be(new CommandLine.Result(1, "", "取り下げの理由は1,000文字までです。取り下げていません。\n"));
        (await _cli.RunAsync("releases")).Output.Should().Contain("\t公開中\t");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_cli.DataDirectory, "yorozu.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
