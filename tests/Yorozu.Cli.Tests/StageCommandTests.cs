using System.Text.Json;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

/// <summary>The waiting list from the command line: <c>stage</c>, <c>waiting</c>, <c>publish</c> and <c>discard</c>.</summary>
public sealed class StageCommandTests : IDisposable
{
    private const string Consultations = "2.相談実績件数";
    private const string Gone = "確認待ち 1 はありません。公開されたか、破棄されています。番号は waiting で確認できます。\n";
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task A_document_waits_is_listed_and_is_published()
    {
        var april = PageBuilder.Consultations(1).Build("april.txt");

        var staged = await _cli.RunAsync("stage", _cli.Write(april));
        var released = await _cli.RunAsync("releases");
        var waiting = await _cli.RunAsync("waiting");
        var published = await _cli.RunAsync("publish", "1");

        staged.Should().Be(new CommandLine.Result(
            0,
            """
            april.txt: 令和8年度（2026年度） 4月まで、1表
              新しい値 48、改訂 0、変更なし 0
              検算 累計値: 48/48 一致
              検算 全国計: 2/2 一致
              確認待ち 1 に入れました。まだ公開していません。

            """,
            ""));
        released.Output.Should().BeEmpty();
        waiting.Output.Should().MatchRegex(
            $"^1\tapril\\.txt\t\\d{{4}}-\\d\\d-\\d\\dT[\\d:]+Z\t{Environment.UserName}\t公表日の指定なし\t{april.Bytes.Length}\t{april.Sha256}\n$");
        published.ExitCode.Should().Be(0);
        published.Output.Should().StartWith("april.txt: 令和8年度（2026年度） 4月まで、1表\n").And.EndWith("  公表 1 として公開しました。\n");
        (await _cli.RunAsync("releases")).Output.Should().StartWith("1\t令和8年度（2026年度）\t2026-04\t第1報\t公開中\t");
        (await _cli.RunAsync("waiting")).Should().Be(new CommandLine.Result(0, "", ""));
        Log().Should().Equal("upload april.txt staged", "import april.txt published");
    }

    [Fact]
    public async Task The_day_given_with_a_document_is_kept_until_it_is_published_unless_another_is_given_then()
    {
        var files = Enumerable.Range(2020, 2).Select(year => _cli.Write(PageBuilder.Consultations(12, year).Build($"{year}.txt"))).ToArray();

        await _cli.RunAsync(["stage", .. files, "--published-on", "2022-05-15"]);
        var waiting = await _cli.RunAsync("waiting");
        await _cli.RunAsync("publish", "1");
        var impossible = await _cli.RunAsync("publish", "2", "--note", "同じ値", "--accept-date", "--published-on", "2022-02-28");
        await _cli.RunAsync("publish", "2", "--note", "同じ値", "--accept-date", "--published-on", "2022-05-16");

        waiting.Output.Split('\t').Should().Contain("2022-05-15");
        impossible.ExitCode.Should().Be(1);
        impossible.Output.Should().Contain("  公開していません。公表日は、値のある最後の月の初め（2022-03-01）から今日").And.Contain("「2022-02-28」は使えません。");
        Rows("SELECT published_on FROM releases").Should().Equal("2022-05-15", "2022-05-16");
    }

    [Fact]
    public async Task A_document_that_waits_takes_the_day_that_is_given_with_it_again()
    {
        var file = _cli.Write(PageBuilder.Consultations(12, 2021).Build("r03.txt"));
        await _cli.RunAsync("stage", file);

        var dated = await _cli.RunAsync("stage", file, "--published-on", "2022-05-15");
        var same = await _cli.RunAsync("stage", file, "--published-on", "2022-05-15");
        var silent = await _cli.RunAsync("stage", file, "--json");

        (dated.ExitCode, same.ExitCode, silent.ExitCode).Should().Be((0, 0, 0));
        dated.Output.Should().EndWith("  同じ資料がすでに確認待ち 1 にあります。公表日を 2022-05-15 に変えました。\n");
        same.Output.Should().EndWith("  同じ資料がすでに確認待ち 1 にあります。何も変更していません。\n");
        Document(silent).GetProperty("upload").GetInt32().Should().Be(1);
        Rows("SELECT published_on FROM staged_uploads").Should().Equal("2022-05-15");
        Log().Should().Equal("upload r03.txt staged", "upload r03.txt redated", "upload r03.txt unchanged", "upload r03.txt unchanged");
    }

    [Theory]
    [InlineData("2022-02-28", "  確認待ちに入れていません。公表日は、値のある最後の月の初め（2022-03-01）から今日")]
    [InlineData("9999-12-31", "「9999-12-31」は使えません。")]
    public async Task A_day_on_which_it_cannot_have_been_published_keeps_a_document_out(string day, string explanation)
    {
        var result = await _cli.RunAsync("stage", _cli.Write(PublishedDocuments.Fy2021), "--published-on", day);

        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain(explanation);
        (await _cli.RunAsync("waiting")).Output.Should().BeEmpty();
        Log().Should().Equal("upload r03-results.txt refused");
    }

    [Fact]
    public async Task The_same_bytes_wait_once_and_published_ones_not_at_all()
    {
        var april = _cli.Write(PageBuilder.Consultations(1).Build("april.txt"));
        await _cli.RunAsync("stage", april);

        var again = await _cli.RunAsync("stage", _cli.Write(PageBuilder.Consultations(1).Build("again.txt")));
        await _cli.RunAsync("publish", "1");
        var published = await _cli.RunAsync("stage", april, "--json");
        var gone = await _cli.RunAsync("publish", "1");

        again.ExitCode.Should().Be(0);
        again.Output.Should().EndWith("  同じ資料がすでに確認待ち 1 にあります。何も変更していません。\n");
        published.ExitCode.Should().Be(0);
        Document(published).GetProperty("outcome").GetString().Should().Be("unchanged");
        Document(published).GetProperty("release").GetInt32().Should().Be(1);
        (await _cli.RunAsync("stage", april)).Output.Should().EndWith("  同じ資料が公表 1 として公開済みです。何も変更していません。\n");
        gone.Should().Be(new CommandLine.Result(1, "", Gone));
        Log().Should().Equal(
            "upload april.txt staged", "upload again.txt unchanged", "import april.txt published", "upload april.txt unchanged",
            "import upload 1 gone", "upload april.txt unchanged");
    }

    [Fact]
    public async Task A_document_published_while_it_waited_is_taken_from_the_list()
    {
        var file = _cli.Write(PageBuilder.Consultations(1).Build("april.txt"));
        await _cli.RunAsync("import", file);
        await _cli.RunAsync("withdraw", "1");
        await _cli.RunAsync("stage", file);
        Rows("UPDATE releases SET withdrawn_version = NULL");

        var result = await _cli.RunAsync("publish", "1");

        result.ExitCode.Should().Be(0);
        result.Output.Should().EndWith("  同じ資料が公表 1 として公開済みです。何も変更していません。\n");
        (await _cli.RunAsync("waiting")).Output.Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_as_an_import_is_and_the_others_wait()
    {
        var broken = PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "12x").Build("broken.txt");
        var picture = new DocumentFile("page.png", Convert.FromHexString("89504E470D0A1A0A"));

        var result = await _cli.RunAsync("stage", _cli.Write(broken), _cli.Write(picture), _cli.Write(PageBuilder.Consultations(1).Build("april.txt")));

        result.ExitCode.Should().Be(1);
        result.Error.Should().MatchRegex(@"^broken\.txt:\d+:\d+: .*岡山県・4月.*12x.*\npage\.png: 画像の");
        result.Output.Should().StartWith("broken.txt: 取り込めません。問題が1件あります。\npage.png: 取り込めません。問題が1件あります。\n")
            .And.EndWith("  確認待ち 1 に入れました。まだ公開していません。\n");
        Log().Should().Equal("upload broken.txt refused", "upload page.png refused", "upload april.txt staged");
    }

    [Fact]
    public async Task Discarding_takes_a_document_from_the_list_once()
    {
        await _cli.RunAsync("stage", _cli.Write(PageBuilder.Consultations(1).Build("april.txt")));

        (await _cli.RunAsync("discard", "1")).Should().Be(new CommandLine.Result(0, "確認待ち 1 を破棄しました。公開中の値は変わっていません。\n", ""));
        (await _cli.RunAsync("discard", "1")).Should().Be(new CommandLine.Result(1, "", Gone));
        (await _cli.RunAsync("waiting")).Output.Should().BeEmpty();
        Log().Should().Equal("upload april.txt staged", "discard april.txt discarded", "discard upload 1 gone");
    }

    [Fact]
    public async Task Revised_figures_need_a_note()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build("april.txt")));
        await _cli.RunAsync("stage", _cli.Write(PageBuilder.Consultations(2).Figure(Consultations, "岡山県", 4, 9).Build("may.txt")));

        var without = await _cli.RunAsync("publish", "1");
        var tooLong = await _cli.RunAsync("publish", "1", "--note", new string('あ', PublicNote.MaxLength + 1));
        var with = await _cli.RunAsync("publish", "1", "--note", "4月分の訂正");

        (without.ExitCode, tooLong.ExitCode, with.ExitCode).Should().Be((1, 1, 0));
        without.Output.Should().EndWith("  公開していません。公開中の値が変わるか、確かめる必要のある値があります。理由を --note で指定してください。\n");
        tooLong.Output.Should().EndWith("  公開していません。理由は1,000文字までです。\n");
        with.Output.Should().EndWith("  公表 2 として公開しました。\n");
        Rows("SELECT note FROM releases WHERE id = 2").Should().Equal("4月分の訂正");
    }

    [Fact]
    public async Task Similar_names_and_far_years_are_confirmed()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Build("april.txt")));
        await _cli.RunAsync(
            "stage",
            _cli.Write(PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "3.相談実績件数（新規）").Build("new.txt")),
            _cli.Write(PageBuilder.Consultations(1, 2036).Build("r18.txt")));

        var undecided = await _cli.RunAsync("publish", "1", "--note", "新規");
        var decided = await _cli.RunAsync("publish", "1", "--note", "新規", "--accept-new");
        var doubtful = await _cli.RunAsync("publish", "2", "--note", "来年", "--accept-new", "--json");
        var sure = await _cli.RunAsync("publish", "2", "--note", "来年", "--accept-new", "--accept-date", "--json");

        undecided.ExitCode.Should().Be(1);
        undecided.Output.Should().EndWith(
            "  公開していません。既知の名前に似た名前があります。同じものなら管理画面の確認で選び、新しいものなら --accept-new を付けて実行してください。\n");
        decided.Output.Should().EndWith("  公表 2 として公開しました。\n");
        (doubtful.ExitCode, sure.ExitCode).Should().Be((1, 0));
        Document(doubtful).GetProperty("outcome").GetString().Should().Be("year-unconfirmed");
        Document(sure).GetProperty("outcome").GetString().Should().Be("published");
        (Document(sure).GetProperty("upload").GetInt32(), Document(sure).GetProperty("release").GetInt32()).Should().Be((2, 3));
    }

    [Fact]
    public async Task Publications_at_the_same_time_wait_for_each_other()
    {
        var files = Enumerable.Range(2018, 4).Select(year => _cli.Write(PageBuilder.Consultations(12, year).Build($"{year}.txt"))).ToArray();
        await _cli.RunAsync(["stage", .. files]);

        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(id => _cli.RunAsync("publish", $"{id}", "--note", "まとめて公開", "--accept-date")));

        results.Should().OnlyContain(r => r.ExitCode == 0);
        Rows("SELECT count(*) FROM releases").Should().Equal("4");
    }

    [Fact]
    public async Task Json_names_its_fields_as_all_reports_do()
    {
        var april = PageBuilder.Consultations(1).Build("april.txt");

        var staged = await _cli.RunAsync("stage", _cli.Write(april), "--json", "--published-on", "2026-05-15");
        var waiting = await _cli.RunAsync("waiting", "--json");

        var document = Document(staged);
        document.GetProperty("file").GetString().Should().Be("april.txt");
        document.GetProperty("outcome").GetString().Should().Be("staged");
        document.GetProperty("upload").GetInt32().Should().Be(1);
        document.TryGetProperty("release", out _).Should().BeFalse();
        document.GetProperty("fiscal_year").GetInt32().Should().Be(2026);
        document.GetProperty("counts").GetProperty("new").GetInt32().Should().Be(48);
        var upload = JsonDocument.Parse(waiting.Output).RootElement.GetProperty("uploads").EnumerateArray().Should().ContainSingle().Subject;
        upload.EnumerateObject().Select(p => p.Name).Should().Equal("upload", "file", "sha256", "bytes", "uploaded_at", "uploaded_by", "published_on");
        upload.GetProperty("sha256").GetString().Should().Be(april.Sha256);
        upload.GetProperty("published_on").GetString().Should().Be("2026-05-15");
    }

    [Theory]
    [InlineData("stage")]
    [InlineData("stage", "missing.txt")]
    [InlineData("publish")]
    [InlineData("publish", "one")]
    [InlineData("publish", "1", "--published-on", "15.5.2022")]
    [InlineData("discard")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments) => (await _cli.RunAsync(arguments)).ExitCode.Should().Be(2);

    private static JsonElement Document(CommandLine.Result result) => JsonDocument.Parse(result.Output).RootElement.GetProperty("documents")[0];

    private List<string> Log() => Rows("SELECT action || ' ' || subject || ' ' || outcome FROM log ORDER BY id");

    private List<string> Rows(string sql)
    {
        using var file = new StoreFile(Path.Combine(_cli.DataDirectory, "yorozu.db"));
        return file.Rows(sql);
    }
}
