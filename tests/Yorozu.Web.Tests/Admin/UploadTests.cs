using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Publishing;
using Yorozu.Statistics.Reading;
using Yorozu.Testing;

namespace Yorozu.Web.Tests.Admin;

public sealed class UploadTests
{
    private const string Consultations = "2.相談実績件数";

    [Fact]
    public async Task One_document_leads_straight_to_its_review()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        var answer = await browser.UploadAsync(PublishedDocuments.Fy2026April);

        answer.Location.Should().Be("/admin/uploads/1");
        (await browser.OpenAsync("/admin/uploads/1")).Text.Should().Contain("令和8年度（2026年度） 4月分まで").And.Contain("検算 405/405 一致");
        (await browser.GetAsync("/releases/1")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pasted_text_is_a_document_like_any_other()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        var answer = await browser.PasteAsync(PageBuilder.Consultations(1).Text().ReplaceLineEndings("\r\n"));

        answer.Location.Should().Be("/admin/uploads/1");
        (await browser.OpenAsync("/admin")).Text.Should().Contain("貼り付け-20260515-090000.txt");
    }

    [Theory]
    [InlineData("ja", "Excelブック", "シート1のセルB")]
    [InlineData("en", "Excel workbook", "sheet 1, cell B")]
    public async Task A_workbook_is_reviewed_published_and_its_figures_lead_to_their_cells(string language, string format, string place)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var workbook = WorkbookBuilder.FromText(PageBuilder.Consultations(1).Text());
        workbook.Last.HideRows(workbook.Last.LastRow);

        var answer = await browser.UploadAsync(new DocumentFile("april.xlsx", workbook.Build()));

        answer.Location.Should().Be("/admin/uploads/1");
        var review = await browser.OpenAsync($"/admin/uploads/1?lang={language}");
        review.Text.Should().Contain("april.xlsx").And.Contain(format).And.Contain(language == "ja"
            ? "シート1のセルA57: 非表示の部分は読み取っていません: シート1の57行目"
            : "sheet 1, cell A57: Hidden parts were not read: row 57 of sheet 1");
        (await browser.SubmitAsync("/admin/uploads/1", "Publish")).Location.Should().Be("/admin?done=published&release=1");
        (await browser.OpenAsync("/provenance?metric=one-stop-consultations&area=33&month=2026-04")).Text
            .Should().Contain($"{place}{workbook.Last.RowOf("岡山県")}").And.Contain("april.xlsx");
        (await browser.OpenAsync("/releases/1")).Text.Should().Contain("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    [Theory]
    [InlineData(
        "ja",
        "取り込めません。 画像のファイルです。公表元のページをブラウザーで開き、「名前を付けて保存」でHTMLとして保存するか、本文を選択してコピーし、貼り付けてください。 何も保存していません。",
        "ファイルが空です。公表元の", "画像の", "画像の", "画像の", "1つのファイルにまとめて保存したWebページ（MHTML）です。ブラウザーの", "PDFのファイルです。公表元の", "画像の",
        "圧縮されたファイルです。展開して、", "Webページへのショートカットです。公表元の", "画像の", "ZIP形式のファイルです。展開して、")]
    [InlineData(
        "en",
        "This cannot be imported. This is an image. Open the page in a browser and save it as HTML with “Save as”, or select, copy and paste its text. "
            + "Nothing is stored.",
        "The file is empty. Open", "This is an image.", "This is an image.", "This is an image.", "This is a web page saved as a single file (MHTML). In",
        "This is a PDF file. Open", "This is an image.", "This is a compressed file. Extract", "This is a shortcut to a web page. Open",
        "This is an image.", "This is a ZIP archive. Extract")]
    public async Task A_file_of_another_kind_is_named_with_how_to_save_the_page_instead(string language, string picture, params string[] beginnings)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        await browser.OpenAsync($"/admin/upload?lang={language}");

        var answer = await browser.UploadAsync([.. OtherFiles.All]);

        var banners = answer.Page.QuerySelectorAll(".result").Select(r => r.QuerySelector(".banner")!.TextContent).ToList();
        banners.Should().HaveCount(beginnings.Length);
        banners.Zip(beginnings).Should().OnlyContain(b => b.First.Contains(b.Second));
        banners[1].Should().Be(picture);
        answer.Page.QuerySelectorAll(".result table").Should().BeEmpty("a place in such a file says nothing");
        (await browser.OpenAsync("/admin")).Text.Should().Contain(language == "ja" ? "確認待ちの資料はありません。" : "No documents are waiting for review.");
    }

    [Fact]
    public async Task The_file_chooser_offers_what_can_be_read()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        (await browser.OpenAsync("/admin/upload")).Page.QuerySelector("input[type=file]")!.GetAttribute("accept")
            .Should().Be(".txt,.csv,.tsv,.md,.html,.htm,.xlsx,.xlsm");
    }

    [Fact]
    public async Task Each_of_several_documents_gets_its_result()
    {
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1, 2024).Build());
        var browser = await host.SignInAsync();

        var answer = await browser.UploadAsync(
            PageBuilder.Consultations(1).Build("april.txt"),
            PageBuilder.Consultations(1, 2024).Build("old.txt"),
            PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, "1,2x").Build("broken.txt"),
            new DocumentFile("large.txt", new byte[DocumentReader.MaxBytes + 1]));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Page.QuerySelectorAll(".result").Select(r => r.QuerySelector("h2")!.TextContent + ": " + OneLine(r.QuerySelector(".banner")!)).Should().Equal(
            "april.txt: 読み取りました。まだ公開されていません。 内容を確認する",
            "old.txt: 同じ資料が公開済みです。することはありません。 公表 1",
            "broken.txt: 取り込めません。問題が1件あります。何も保存していません。 下の場所を公表元のページと見比べ、保存し直してからもう一度アップロードしてください。",
            "large.txt: 5 MiBを超えています。公表のページだけを、テキスト、HTMLまたはExcelブックで保存し直してください。");
        answer.Page.QuerySelector(".result tbody tr")!.TextContent.Should().MatchRegex(@"\d+行目\d+文字目").And.Contain("岡山県・4月").And.Contain("1,2x");
    }

    [Fact]
    public async Task Many_problems_of_one_kind_are_one_row_with_their_number_and_the_first_places()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var page = Encoding.UTF8.GetString(PublishedDocuments.Fy2021.Bytes.Span).Replace(",", ".", StringComparison.Ordinal);

        var answer = await browser.UploadAsync(new DocumentFile("dots.txt", Encoding.UTF8.GetBytes(page)));

        OneLine(answer.Page.QuerySelector(".result .banner")!).Should().StartWith("取り込めません。問題が284件あります。");
        answer.Page.QuerySelector(".problems caption")!.TextContent.Should().Be("284件を種類ごとにまとめたもの。場所と文字はそれぞれの最初の1件");
        answer.Page.QuerySelectorAll(".problems tbody tr").Select(OneLine).Should().Equal(
            "8行目4文字目 「1.相談対応件数 の 合計・4月」: 「38.523」に小数点があります（0以上の整数（例: 1,234）、または空白） "
                + "同じ問題がほかに283件（8行目11文字目、8行目18文字目など） 38.523");
    }

    [Fact]
    public async Task A_document_on_which_the_program_fails_is_kept_and_said_so_beside_the_others()
    {
        var failing = PageBuilder.Consultations(2).Build("failing.txt");
        await using var host = await AdminHost.StartAsync();
        host.With(services => services.AddSingleton<ReadDocument>((bytes, catalogue, token) =>
            bytes.Length == failing.Bytes.Length ? throw new KeyNotFoundException() : DocumentReader.Read(bytes, catalogue, token)));
        await host.RestartAsync();
        var browser = await host.SignInAsync();

        var answer = await browser.UploadAsync(failing, PageBuilder.Consultations(1).Build("april.txt"));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Page.QuerySelectorAll(".result .banner").Select(OneLine).Should().Equal(
            "プログラムの内部エラーで処理できません。資料は確認待ちに残してあり、何も公開していません。 確認待ちの資料",
            "読み取りました。まだ公開されていません。 内容を確認する");
        (await browser.OpenAsync("/admin/uploads/1")).Text.Should().Contain("プログラムの内部エラーで処理できません");
        (await host.ActionsAsync()).Should().Contain("sato upload failing.txt refused");
        host.Log.Lines.Should().Contain(l => l.Contains("Internal error while importing failing.txt"));
    }

    [Fact]
    public async Task Nothing_chosen_is_said_so()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        (await browser.PasteAsync("  \n")).Alert.Should().Be("資料がありません。ファイルを選ぶか、本文を貼り付けてください。");
    }

    [Fact]
    public async Task A_request_beyond_all_limits_is_rejected_unread_with_an_error_page()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        var answer = await browser.PostAsync("/admin/upload", new ByteArrayContent(new byte[65 * 1024 * 1024]));

        answer.Location.Should().Be("/admin/upload?refused=size");
        (await browser.OpenAsync(answer.Location!)).Alert.Should().StartWith("送信されたデータが大きすぎます。1つ5 MiBまで");
    }

    [Theory]
    [MemberData(nameof(NoDocuments))]
    public async Task A_file_other_than_a_published_page_is_refused_whatever_its_name(byte[] bytes)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();

        var answer = await browser.UploadAsync(new DocumentFile("results.txt", bytes));

        answer.Status.Should().Be(HttpStatusCode.OK);
        answer.Alert.Should().StartWith("取り込めません。");
        (await host.Store.QueryAsync(db => Task.FromResult(db.StagedUploads.Count()))).Should().Be(0);
    }

    public static TheoryData<byte[]> NoDocuments =>
    [
        Array.Empty<byte>(),
        Encoding.ASCII.GetBytes("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj"),
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13],
        [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0],
        new byte[1000],
    ];

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\x\..\april.txt", "april.txt")]
    [InlineData("a\u202Etxt.exe", "atxt.exe")]
    [InlineData("..", "document")]
    public async Task A_hostile_file_name_is_only_a_name(string name, string kept)
    {
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var form = new MultipartFormDataContent { { new StringContent(await browser.TokenAsync("/admin/upload")), "__RequestVerificationToken" } };
        form.Add(new ReadOnlyMemoryContent(PageBuilder.Consultations(1).Build().Bytes), "files", name);

        await browser.PostAsync("/admin/upload", form);

        (await browser.OpenAsync("/admin/uploads/1")).Page.QuerySelector("h1")!.TextContent.Should().Be($"{kept} の確認");
        var original = await browser.GetAsync("/admin/uploads/1?handler=Original");
        original.Response.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        original.Response.Content.Headers.ContentType!.MediaType.Should().Be("application/octet-stream");
        (await original.Response.Content.ReadAsByteArrayAsync()).Should().Equal(PageBuilder.Consultations(1).Build().Bytes.ToArray());
        Directory.GetFileSystemEntries(host.Store.Directory.Path).Select(Path.GetFileName).Should().NotContain(kept);
    }

    [Fact]
    public async Task A_script_in_a_name_a_note_or_a_document_is_text()
    {
        const string Script = "<img src=x onerror=alert(1)>";
        await using var host = await AdminHost.StartAsync();
        var browser = await host.SignInAsync();
        var page = new PageBuilder(new Yorozu.Statistics.FiscalYear(2026), 1).Metric("(1)ワンストップ相談窓口", $"2.{Script}相談");
        await browser.UploadAsync(page.Build($"{Script}.txt"));

        var review = await browser.OpenAsync("/admin/uploads/1");
        await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", Script));

        review.Page.QuerySelector("h1")!.TextContent.Should().Contain("<img src=x");
        foreach (var address in (string[])["/admin", "/admin/log", "/releases", "/releases/1"])
        {
            var shown = await browser.OpenAsync(address);
            shown.Text.Should().Contain("<img src=x");
            shown.Page.QuerySelectorAll("img").Should().BeEmpty("{0} shows it as text", address);
        }
    }

    // As a browser shows it: line breaks in the markup are spaces.
    private static string OneLine(AngleSharp.Dom.IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
