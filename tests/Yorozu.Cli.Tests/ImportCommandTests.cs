using System.Globalization;
using System.Text;
using System.Text.Json;
using Yorozu.Data.Publishing;
using Yorozu.Data.Store;
using Yorozu.Statistics;
using Yorozu.Statistics.Metrics;
using Yorozu.Testing;

namespace Yorozu.Cli.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private const string Consultations = "2.相談実績件数";
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task It_stores_documents_in_the_given_order_and_reports_each()
    {
        var result = await _cli.RunAsync("import", _cli.Write(PublishedDocuments.Fy2021), _cli.Write(PublishedDocuments.Fy2026April));

        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Should().StartWith("""
            r03-results.txt: 令和3年度（2021年度） 3月まで、4表
              新しい値 2,304、改訂 0、変更なし 0
              検算 累計値: 192/192 一致
              検算 全国計: 52/52 一致
              ふだんと違う値: 2,256か所のうち 23件
              同じ値の繰り返し: 539か所のうち 0件
              要確認 r03-results.txt:13:49: consultations 秋田県 2022-03 公表値 208、ふだんの値 311

            """).And.EndWith("""
              公表 1 として公開しました。
            r08-results.txt: 令和8年度（2026年度） 4月まで、12表
              新しい値 672、改訂 0、変更なし 0
              検算 累計値: 336/336 一致
              検算 全国計: 21/21 一致
              検算 内訳の計: 48/48 一致
              同じ値の繰り返し: 13か所のうち 0件
              公表 2 として公開しました。

            """);
    }

    [Fact]
    public async Task A_workbook_is_stored_like_the_same_page_as_text_and_checked_against_its_cells()
    {
        var text = System.Text.Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span);
        var workbook = _cli.Write(new("r03.xlsx", WorkbookBuilder.FromText(text).Build()));

        var result = await _cli.RunAsync("import", workbook);

        result.ExitCode.Should().Be(0);
        result.Output.Should().StartWith("""
            r03.xlsx: 令和3年度（2021年度） 3月まで、4表
              新しい値 2,304、改訂 0、変更なし 0
              検算 累計値: 192/192 一致
              検算 全国計: 52/52 一致
            """).And.Contain("  要確認 r03.xlsx:sheet 1,cell M13: consultations 秋田県 2022-03 公表値 208、ふだんの値 311\n");
        (await _cli.RunAsync("check")).Output.Should().Be("データベース: 異常なし\n公表 1 r03.xlsx: 検算 244/244 一致\n");
        (await _cli.RunAsync("import", _cli.Write(PublishedDocuments.Fy2021))).Output.Should().Contain("  新しい値 0、改訂 0、変更なし 2,304\n");
    }

    [Fact]
    public async Task A_problem_with_the_file_as_a_whole_has_no_line_number()
    {
        var files = OtherFiles.All.Select(_cli.Write).ToArray();

        var result = await _cli.RunAsync(["import", .. files]);

        result.ExitCode.Should().Be(1);
        result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..(line.IndexOf('。') + 1)]).Should().Equal(
            "empty.txt: ファイルが空です。",
            "page.bmp: 画像のファイルです。",
            "page.gif: 画像のファイルです。",
            "page.jpg: 画像のファイルです。",
            "page.mhtml: 1つのファイルにまとめて保存したWebページ（MHTML）です。",
            "page.pdf: PDFのファイルです。",
            "page.png: 画像のファイルです。",
            "page.txt.gz: 圧縮されたファイルです。",
            "page.url: Webページへのショートカットです。",
            "page.webp: 画像のファイルです。",
            "pages.zip: ZIP形式のファイルです。");
        result.Error.Should().Contain(
            "page.pdf: PDFのファイルです。公表元のページをブラウザーで開き、「名前を付けて保存」でHTMLとして保存するか、本文を選択してコピーし、貼り付けてください。\n");
    }

    [Fact]
    public async Task A_copied_month_is_named_and_holds_the_document_back_under_strict()
    {
        var file = _cli.Write(new PageBuilder(new(2026), 2)
            .Metric("(1)ワンストップ相談窓口", "2.相談実績件数", (prefecture, _) => prefecture.Number * 100).Build("copied.txt"));

        var strict = await _cli.RunAsync("import", file, "--strict");

        strict.ExitCode.Should().Be(3);
        strict.Output.Should().Contain(
            "  要確認 copied.txt:8:12: one-stop-consultations 全国 2026-05 前の月と同じ値が並んでいます（公表値 112,800）。写し間違いでないか確かめてください\n");
        (await _cli.RunAsync("import", file)).ExitCode.Should().Be(0, "a warning does not refuse a document");
    }

    [Fact]
    public async Task A_page_that_lost_a_table_is_held_back_under_strict()
    {
        await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(1).Metric("(1)ワンストップ相談窓口", "1.名寄せ後の事業者数").Build("april.txt")));
        var may = _cli.Write(PageBuilder.Consultations(2).Build("may.txt"));

        var held = await _cli.RunAsync("import", "--strict", may);

        held.ExitCode.Should().Be(3);
        held.Output.Should().Contain("要確認 may.txt: 前の公表にあった表がありません: 1.名寄せ後の事業者数");
        (await _cli.RunAsync("import", may)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_subtotal_that_does_not_hold_is_named_and_holds_the_document_back_under_strict()
    {
        var page = Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span);
        var at = page.IndexOf("茨城県\t", StringComparison.Ordinal);
        var file = _cli.Write(new DocumentFile("region.txt", Encoding.UTF8.GetBytes(page.Insert(at, $"東北計{string.Concat(Enumerable.Repeat("\t1", 13))}\n"))));

        var strict = await _cli.RunAsync("import", file, "--strict");

        strict.ExitCode.Should().Be(3);
        strict.Output.Should()
            .Contain("  要確認 region.txt: 「1.相談対応件数(件)」の「東北計」が、足し合わせた値と合いません: 4月 公表値 1、計算値 3,333（16行目5文字目） ほか12件\n")
            .And.Contain("  注記 region.txt:16:1: 「1.相談対応件数」: 都道府県でない行を飛ばしました: 東北計\n");
        (await _cli.RunAsync("import", file)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Many_problems_of_one_kind_are_one_line()
    {
        var page = Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span).Replace(",", ".", StringComparison.Ordinal);

        var result = await _cli.RunAsync("import", _cli.Write(new DocumentFile("dots.txt", Encoding.UTF8.GetBytes(page))));

        result.ExitCode.Should().Be(1);
        result.Error.Should().Be(
            "dots.txt:8:4: 「1.相談対応件数 の 合計・4月」: 「38.523」に小数点があります（0以上の整数（例: 1,234）、または空白） 同じ問題がほかに283件（8行目11文字目、8行目18文字目など）\n");
        result.Output.Should().Be("dots.txt: 取り込めません。問題が284件あります。\n");
    }

    [Fact]
    public async Task The_same_document_again_is_no_error()
    {
        var file = _cli.Write(PageBuilder.Consultations(1).Build());
        await _cli.RunAsync("import", file);

        var result = await _cli.RunAsync("import", file);

        result.ExitCode.Should().Be(0);
        result.Output.Should().EndWith("  同じ資料が公表 1 として公開済みです。何も変更していません。\n");
    }

    [Fact]
    public async Task A_refused_document_is_explained_line_by_line_on_standard_error_and_the_others_are_stored()
    {
        var broken = PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "12x").Printed(Consultations, "沖縄県", 4, "-3").Build("broken.txt");

        var result = await _cli.RunAsync("import", _cli.Write(broken), _cli.Write(PageBuilder.Consultations(1).Build()));

        result.ExitCode.Should().Be(1);
        var problems = result.Error.TrimEnd().Split('\n');
        problems.Should().HaveCount(2);
        problems[0].Should().MatchRegex(@"^broken\.txt:\d+:\d+: .*岡山県・4月.*12x");
        problems[1].Should().MatchRegex(@"^broken\.txt:\d+:\d+: .*沖縄県・4月.*-3");
        (await _cli.RunAsync("import", "page.txt", "broken.txt")).ExitCode.Should().Be(1, "of several documents the worst counts");
        result.Output.Should().Contain("broken.txt: 取り込めません。問題が2件あります。").And.Contain("公表 1 として公開しました。");
    }

    [Fact]
    public async Task A_dry_run_reports_and_stores_nothing()
    {
        var file = _cli.Write(PageBuilder.Consultations(1).Build());

        var dry = await _cli.RunAsync("import", file, "--dry-run");

        dry.ExitCode.Should().Be(0);
        dry.Output.Should().EndWith("  保存していません（--dry-run）。\n");
        (await _cli.RunAsync("releases")).Output.Should().BeEmpty();
    }

    [Fact]
    public async Task A_dry_run_of_a_document_that_is_refused_is_no_attempt_and_leaves_no_trace()
    {
        await _cli.RunAsync("releases");
        var before = StoreDigest.Of(Path.Combine(_cli.DataDirectory, "yorozu.db"));

        var dry = await _cli.RunAsync(
            "import", _cli.Write(PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "12x").Build()), "--dry-run", "--json");

        dry.ExitCode.Should().Be(1);
        JsonDocument.Parse(dry.Output).RootElement.GetProperty("documents")[0].GetProperty("outcome").GetString().Should().Be("refused");
        StoreDigest.Of(Path.Combine(_cli.DataDirectory, "yorozu.db")).Should().Be(before);
    }

    [Fact]
    public async Task Numbers_and_times_are_written_alike_on_every_machine()
    {
        // Persian has its own calendar and thousands separator.
        using var cli = new CommandLine { Launcher = ["env", "LC_ALL=fa_IR.UTF-8"] };

        var import = await cli.RunAsync("import", cli.Write(PublishedDocuments.Fy2021));
        var releases = await cli.RunAsync("releases");

        import.Output.Should().Contain("新しい値 2,304、");
        releases.Output.Split('\t')[5].Should().StartWith(DateTime.UtcNow.ToString("yyyy-", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Strict_holds_back_a_document_whose_sums_do_not_hold()
    {
        var file = _cli.Write(PageBuilder.Consultations(2).Printed(Consultations, "岡山県", 0, "1").Build());

        var strict = await _cli.RunAsync("import", file, "--strict");
        var stored = await _cli.RunAsync("releases");
        var loose = await _cli.RunAsync("import", file);

        strict.ExitCode.Should().Be(3);
        strict.Output.Should().Contain("検算 累計値: 47/48 一致").And.Contain("one-stop-consultations 岡山県 累計値 公表値 1、計算値 6,609")
            .And.EndWith("  検算に合わないか確かめる必要があるため保存していません（--strict）。\n");
        stored.Output.Should().BeEmpty();
        loose.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task New_sections_metrics_and_units_are_named_once()
    {
        var file = _cli.Write(new PageBuilder(new FiscalYear(2026), 1).Metric("(3)事業承継窓口", "2.相談実績件数(社)").Build());

        var first = await _cli.RunAsync("import", file);
        var second = await _cli.RunAsync("import", file, "--dry-run");

        first.Output.Should().MatchRegex("  新しい区分「事業承継窓口」\n  新しい指標「相談実績件数」（x-[0-9a-f]{8}）\n  新しい単位「社」（x-[0-9a-f]{8}）\n  公表 1 として公開しました。\n");
        second.Output.Should().NotContain("新しい指標");
    }

    [Fact]
    public async Task Json_is_one_report_of_all_documents()
    {
        var result = await _cli.RunAsync("import", _cli.Write(PageBuilder.Consultations(2).Printed(Consultations, "岡山県", 0, "1").Build()), "--json");

        var document = JsonDocument.Parse(result.Output).RootElement.GetProperty("documents")[0];
        document.GetProperty("outcome").GetString().Should().Be("published");
        document.GetProperty("release").GetInt32().Should().Be(1);
        document.GetProperty("fiscal_year").GetInt32().Should().Be(2026);
        document.GetProperty("as_of").GetString().Should().Be("2026-05");
        document.GetProperty("counts").GetRawText().Should().MatchRegex("\"tables\": 1,\\s*\"new\": 96,\\s*\"revised\": 0,\\s*\"unchanged\": 0");
        document.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("kind").GetString()).Should().Equal("cumulative", "national");
        document.GetProperty("findings")[0].GetProperty("difference").GetInt64().Should().Be(1 - 6609);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "missing.txt")]
    [InlineData("unknown")]
    public async Task Wrong_usage_is_exit_code_2(params string[] arguments) => (await _cli.RunAsync(arguments)).ExitCode.Should().Be(2);
}
