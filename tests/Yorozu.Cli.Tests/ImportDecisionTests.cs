using Yorozu.Statistics;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

/// <summary>What the command line says about a document besides its file.</summary>
public sealed class ImportDecisionTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_name_that_resembles_a_known_one_is_stored_only_when_somebody_says_that_it_is_new()
    {
        var file = _cli.Write(PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "3.相談実績件数（新規）").Build());

        var refused = await _cli.RunAsync("import", file);
        var accepted = await _cli.RunAsync("import", file, "--accept-new");

        refused.ExitCode.Should().Be(1);
        refused.Output.Should().Contain("— 既知の「相談実績件数」に似ています").And.EndWith(
            "  既知の名前に似た名前があるため保存していません。同じものなら --same-as \"名前=既知の名前\" を、新しいものなら --accept-new を付けて実行してください。\n");
        accepted.ExitCode.Should().Be(0);
        accepted.Output.Should().EndWith("  公表 1 として公開しました。\n");
    }

    [Fact]
    public async Task A_document_was_published_on_the_day_that_is_given_if_that_can_be()
    {
        var file = _cli.Write(PublishedDocuments.Fy2021);

        var unreadable = await _cli.RunAsync("import", file, "--published-on", "15.5.2022");
        var impossible = await _cli.RunAsync("import", file, "--published-on", "2022-02-28");
        var stored = await _cli.RunAsync("import", file, "--published-on", "2022-05-15");
        var again = await _cli.RunAsync("import", file, "--dry-run", "--published-on", "2022-02-28");
        var before = await _cli.RunAsync("export", "--asof", "2022-05-14");
        var then = await _cli.RunAsync("export", "--asof", "2022-05-15");

        (unreadable.ExitCode, impossible.ExitCode, stored.ExitCode, again.ExitCode).Should().Be((2, 1, 0, 0), "a document that is published keeps its day");
        unreadable.Error.Should().Contain("--published-on の「15.5.2022」は日付ではありません。2026-05-15 のように指定してください。");
        impossible.Output.Should().Contain("  保存していません。公表日は、値のある最後の月の初め（2022-03-01）から今日").And.Contain("「2022-02-28」は使えません。");
        stored.Output.Should().EndWith("  公表 1 として公開しました。\n");
        before.Output.Split('\n').Should().HaveCount(2, "only the heading");
        then.Output.Split('\n').Should().HaveCount(2306);
    }

    [Fact]
    public async Task A_year_far_from_every_release_is_stored_only_when_somebody_says_that_it_is_right()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build("r08.txt")));
        var file = _cli.Write(PageBuilder.Consultations(1, 2036).Build("r18.txt"));

        var strict = await _cli.RunAsync("import", file, "--strict");
        var refused = await _cli.RunAsync("import", file);
        var accepted = await _cli.RunAsync("import", file, "--strict", "--accept-date");

        (strict.ExitCode, refused.ExitCode, accepted.ExitCode).Should().Be((3, 1, 0));
        refused.Output.Should().Contain($"  要確認 {file}: 令和18年度の資料ですが、同じ指標の公表でいちばん近いのは令和8年度です。年度を確かめてください\n")
            .And.Contain($"  要確認 {file}: 令和18年度の4月はまだ来ていません（今日は")
            .And.EndWith("  年度と月に確かめるところがあるため保存していません。令和18年度（2036年度） 4月分で正しければ --accept-date を付けて実行してください。\n");
        accepted.Output.Should().EndWith("  公表 2 として公開しました。\n");
    }

    [Fact]
    public async Task A_national_figure_outside_its_usual_range_is_named_and_held_back_by_strict()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(12, 2024).Build("r06.txt")));
        var april = new PageBuilder(new FiscalYear(2025), 1).Metric("(1)ワンストップ相談窓口", "2.相談実績件数", (p, m) => ((p.Number * 100) + m.Month) * 2);
        var file = _cli.Write(april.Build("april.txt"));

        var strict = await _cli.RunAsync("import", file, "--strict");
        var json = await _cli.RunAsync("import", file, "--json");

        strict.ExitCode.Should().Be(3);
        strict.Output.Should().Contain($"  要確認 {file}:8:4: one-stop-consultations 全国 2025-04 公表値 225,976、ふだんの値 112,894\n");
        json.ExitCode.Should().Be(0);
        json.Output.Should().Contain("\"area_code\": \"00\"").And.Contain("\"published\": 225976");
    }

    [Fact]
    public async Task A_dry_run_names_what_is_doubtful_about_year_and_month()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(3, 2025).Build("june.txt")));
        var older = _cli.Write(PageBuilder.Consultations(2, 2025).Build("may.txt"));
        var later = _cli.Write(PageBuilder.Consultations(5, 2025).Build("august.txt"));

        var dry = await _cli.RunAsync("import", "--dry-run", older, later);
        var refused = await _cli.RunAsync("import", older, later);
        var accepted = await _cli.RunAsync("import", "--accept-date", later);

        (dry.ExitCode, refused.ExitCode, accepted.ExitCode).Should().Be((0, 1, 0));
        foreach (var output in new[] { dry.Output, refused.Output })
        {
            output.Should().Contain($"  要確認 {older}: 5月分までの資料ですが、同じ年度の6月分までが公表済みです。古い資料でないか確かめてください\n")
                .And.Contain($"  要確認 {later}: 7月分の公表がないまま、8月分までの資料です。抜けた公表がないか確かめてください\n");
        }

        (await _cli.RunAsync("releases")).Output.Should().NotContain("may.txt");
    }

    [Fact]
    public async Task A_name_is_stored_as_the_known_one_that_it_is_said_to_be()
    {
        var file = _cli.Write(new PageBuilder(new FiscalYear(2026), 1).Metric("(1)ワンストップ相談窓ロ", "3.相談実積件数").Build());

        var malformed = await _cli.RunAsync("import", file, "--same-as", "相談実積件数");
        var half = await _cli.RunAsync("import", file, "--same-as", "ワンストップ相談窓ロ=ワンストップ相談窓口");
        var mistyped = await _cli.RunAsync("import", file, "--same-as", "ワンストップ相談窓ロ=ワンストップ相談窓", "--accept-new");
        var whole = await _cli.RunAsync(
            "import", file, "--same-as", "ワンストップ相談窓ロ=ワンストップ相談窓口", "--same-as", "相談実積件数=相談実績件数");

        mistyped.ExitCode.Should().Be(1, "the name is not one on offer");
        mistyped.Output.Should().EndWith("--same-as の既知の名前は、上の「既知の「…」に似ています」に示した名前のとおりに書いてください。\n");
        malformed.ExitCode.Should().Be(2);
        malformed.Error.Should().Contain("--same-as は「名前=既知の名前」の形で指定してください。");
        (half.ExitCode, whole.ExitCode).Should().Be((1, 0));
        half.Output.Should().Contain("— 既知の「相談実績件数」に似ています").And.EndWith("--accept-new を付けて実行してください。\n");
        (await _cli.RunAsync("export", "--metric", "one-stop-consultations")).Output.Should().Contain("ワンストップ相談窓口,one-stop-consultations,相談実績件数");
    }
}
