using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Yorozu.Data.Publishing;
using Yorozu.Statistics.Reading;
using Yorozu.Testing;
using Yorozu.Web.Tests.Wording;

namespace Yorozu.Web.Tests.Admin;

/// <summary>An administrator who reads English finds no Japanese but what was published or typed.</summary>
public sealed class EnglishTests
{
    private const string Consultations = "2.相談実績件数";
    private const string Section = "(1)ワンストップ相談窓口";
    private static readonly (string Name, string Value) Own = ("current", AdminHost.Password);

    [Fact]
    public async Task Signing_in_and_accounts()
    {
        await using var empty = await AdminHost.StartWithoutAdminAsync();
        await using var host = await AdminHost.StartAsync();
        var browser = English(host);

        Check(await English(empty).GetAsync("/admin/sign-in"), "Create the first administrator");
        Check(await English(host, "http://yorozu.example").GetAsync("/admin/sign-in"), "not encrypted");
        Check(await browser.TryToSignInAsync("sato", "wrong"), "The name or the password is wrong.");
        await browser.SignInAsync("sato", AdminHost.Password);
        Check(await browser.OpenAsync("/admin/users?done=added"), "The administrator is added.");
        Check(await browser.OpenAsync("/admin/users?done=removed"), "The administrator is removed");
        Check(await browser.OpenAsync("/admin/users?done=password"), "The password is reset.");
        Check(await browser.OpenAsync("/admin/account?done=name"), "The display name is changed.");
        Check(await browser.OpenAsync("/admin/account?done=password"), "The password is changed");
        Check(await browser.OpenAsync("/admin/passkeys?done=added"), "The passkey is added.");
        Check(await browser.OpenAsync("/admin/passkeys?done=removed"), "You have no passkeys yet.");
        Check(await browser.SubmitAsync("/admin/passkeys", "Add", ("passkeyName", ""), Own), "must be one line of 1 to 50 characters");
        Check(await browser.SubmitAsync("/admin/passkeys", "Add", ("passkeyName", "phone"), Own), "The passkey could not be verified. Press “Add a passkey”");
        Check(await Add("鈴木", "password1234"), "This password is common");
        Check(await Add("suzuki", "short"), "The password must have at least 12 characters.");
        Check(await Add("suzuki", "suzuki-and-the-river"), "must not contain the name");
        Check(await Add("suzuki", new string('x', 200)), "at most 128 characters");
        Check(await Add("suzu ki", AdminHost.Password), "The name must have 2 to 50 characters");
        Check(await Add("sato", AdminHost.Password), "already an administrator of that name");
        Check(
            await browser.SubmitAsync("/admin/users", "Add", ("name", "suzuki"), ("password", AdminHost.Password), ("current", "wrong")),
            "Nothing is changed: your current password is wrong.");
        (await Add("鈴木", AdminHost.Password)).Location.Should().Be("/admin/users?done=added");
        Check(await browser.OpenAsync("/admin/users"), "New password for “鈴木”");
        Check(await browser.SubmitAsync("/admin/account", "DisplayName", ("displayName", "sato"), Own), "A sign-in name cannot be a display name");
        Check(
            await browser.SubmitAsync("/admin/account", "Password", Own, ("next", AdminHost.Password), ("again", "other")), "The two new passwords differ.");
        Check(await browser.OpenAsync("/admin/log"), "Add administrator");
        Check(await browser.OpenAsync("/admin/help"), "Each month");
        Check(await browser.PostAsync("/admin/users?handler=Add", new FormUrlEncodedContent([])), "The form was not accepted");

        Task<Answer> Add(string name, string password) => browser.SubmitAsync("/admin/users", "Add", ("name", name), ("password", password), Own);
    }

    [Fact]
    public async Task Documents_that_cannot_be_read()
    {
        var failing = PageBuilder.Consultations(4).Build("failing.txt");
        await using var host = await AdminHost.StartAsync(PageBuilder.Consultations(1, 2024).Build());
        host.With(services => services.AddSingleton<ReadDocument>((bytes, catalogue, token) =>
            bytes.Length == failing.Bytes.Length ? throw new KeyNotFoundException() : DocumentReader.Read(bytes, catalogue, token)));
        await host.RestartAsync();
        var browser = English(host);
        await browser.SignInAsync("sato", AdminHost.Password);

        var answer = await browser.UploadAsync([
            failing,
            PageBuilder.Consultations(1, 2024).Build("old.txt"),
            PageBuilder.Consultations(1).Build("april.txt"),
            new DocumentFile("large.txt", new byte[DocumentReader.MaxBytes + 1]),
            .. Unreadable.Select((text, i) => new DocumentFile($"{i}.txt", Encoding.UTF8.GetBytes(text))),
        ]);

        Check(answer, "Compare the places below with the published page");
        answer.Page.QuerySelectorAll(".result .banner[role=alert]").Should().HaveCount(2 + Unreadable.Length);
        answer.Page.QuerySelectorAll(".result td.words").Select(t => t.TextContent).Should().Contain(
            "“(1)ワンストップ相談窓口 2.相談実績件数”, Okayama, Apr: “1,2x” has a character that is no digit: “x” "
            + "(expected a whole number from 0, such as 1,234, or a blank)");
        Check(await browser.OpenAsync("/admin/uploads/1"), "An internal error of the program stopped the work.");
        Check(await browser.PasteAsync(" "), "There is no document.");
        Check(await browser.OpenAsync("/admin/upload?refused=size"), "The upload was too large.");
        (await browser.PasteAsync(PageBuilder.Consultations(1, 2023).Text())).Status.Should().Be(HttpStatusCode.Redirect);
        Check(await browser.OpenAsync("/admin"), "pasted-20260515-090000.txt");
        Check(await browser.OpenAsync("/admin/log"), "Refused");
    }

    [Fact]
    public async Task Review_publication_and_withdrawal()
    {
        await using var host = await AdminHost.StartAsync(
            PageBuilder.Consultations(3, 2025).Build(), PageBuilder.Consultations(1).Metric(Section, "1.名寄せ後の事業者数").Build());
        host.Store.Clock.AdvanceTo(2026, 7, 1);
        var browser = English(host);
        await browser.SignInAsync("sato", AdminHost.Password);
        await browser.UploadAsync(PageBuilder.Consultations(3)
            .Metric("(3)新しい窓口", "12.新しい試みの件数")
            .Metric(Section, "3.相談実績件数（新規）")
            .Printed(Consultations, "岡山県", 0, "1")
            .Printed(Consultations, "東京都", 4, "1")
            .Printed(Consultations, "大阪府", 4, "1")
            .Build("資料.txt"));

        Check(await browser.OpenAsync("/admin"), "Documents waiting for review");
        Check(await browser.OpenAsync("/admin/uploads/1"), "it resembles the known name “相談実績件数”");
        Check(await browser.OpenAsync("/admin/uploads/1?metric=one-stop-consultations&area=13"), "1 of 2");
        Check(await browser.OpenAsync("/admin/uploads/1/print"), "in the layout of the published page");
        Check(await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "")), "Not published.");
        Check(await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""), ("acceptNew", "true")), "Year and month need a look");
        Check(
            await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", ""), ("acceptNew", "true"), ("acceptDate", "true")),
            "give the reason in the note");
        Check(
            await browser.SubmitAsync(
                "/admin/uploads/1", "Publish", ("note", new string('あ', 1001)), ("acceptNew", "true"), ("acceptDate", "true")),
            "at most 1000 characters");
        var published = await browser.SubmitAsync("/admin/uploads/1", "Publish", ("note", "公表元が訂正した"), ("acceptNew", "true"), ("acceptDate", "true"));
        published.Location.Should().Be("/admin?done=published&release=3");
        Check(await browser.OpenAsync(published.Location!), "Published as release 3.");
        Check(await browser.OpenAsync("/releases/3"), "公表元が訂正した");
        var withdrawal = await browser.OpenAsync("/admin/releases/3/withdraw");
        Check(withdrawal, "back to release 2");
        Check(await browser.SubmitAsync(withdrawal, "/admin/releases/3/withdraw", "", ("note", " ")), "Give the reason.");
        await browser.SubmitAsync("/admin/releases/3/withdraw", "", ("note", "誤り"));
        Check(await browser.SubmitAsync(withdrawal, "/admin/releases/2/withdraw", "", ("note", "誤り")), "Meanwhile something else");
        Check(await browser.OpenAsync("/admin?done=withdrawn&release=3"), "Release 3 is withdrawn.");
        Check(await browser.OpenAsync("/admin?done=discarded"), "The document is discarded.");
        Check(await browser.OpenAsync("/admin?done=gone"), "That document has already been published or discarded.");
        Check(await browser.OpenAsync("/admin/log"), "Withdraw");
    }

    [Fact]
    public async Task Reference_tables()
    {
        await using var host = await AdminHost.StartAsync();
        var browser = English(host);
        await browser.SignInAsync("sato", AdminHost.Password);

        Check(await browser.OpenAsync("/admin/reference?done=set"), "The reference table was set.");
        Check(await browser.OpenAsync("/admin/reference?done=removed"), "The reference table was removed.");
        Check(await ReferenceTests.PreviewAsync(browser, ("source", "試験用"), ("figures", ReferenceTests.Figures)), "Check the figures: Inhabitants");
        Check(await ReferenceTests.PreviewAsync(browser, ("figures", "area_code,area,value\n33,鳥取県,0")), "Okayama");
    }

    /// <summary>Pages with something wrong: each kind at least once.</summary>
    private static string[] Unreadable { get; } =
    [
        "",
        "%PDF-1.7",
        "{\\rtf1\\ansi 1}",
        "令和3年度よろず支援拠点相談等実績\n1.相談\0対応",
        "令和3年度よろず支援拠点相談等実績",
        "<html><body><h1>令和3年度よろず支援拠点相談等実績</h1><table><tr><td>\t4月",
        .. Cells.Select(cell => PageBuilder.Consultations(1).Printed(Consultations, "岡山県", 4, cell).Text()),
        .. Changes.Select(change => PageBuilder.Consultations(2).Text().Replace(change.From, change.To, StringComparison.Ordinal)),
    ];

    private static string[] Cells => ["1,2x", "-31", "3.1", "1,2345", "1234567890123", "031", "3 1", "多数", "1\t2"];

    private static (string From, string To)[] Changes =>
    [
        ("令和8年度", ""),
        ("令和8年度", "平成三十二年度"),
        ("令和8年度", "令和7年度・令和8年度"),
        ("実績\n", "実績\n令和5年度の実績です。\n"),
        ("実績\n", "実績\n令和9年6月末現在\n"),
        ("2.相談実績件数\n", "ただの文です。\n"),
        ("\t4月\t5月", "\t5月\t4月"),
        ("\t4月\t5月", "\t4月\t6月"),
        ("\t4月\t5月", "\t4月\t13月"),
        ("\t4月\t5月", "\t4月\t"),
        ("\t4月\t5月", "\t2020年4月\t5月"),
        ("\t4月\t5月", "\t4/30\t5/31"),
        ("沖縄県\t", "琉球\t"),
        ("沖縄県\t", "\t"),
        ("沖縄県\t", "京都府\t"),
        ("合計\t", "北海道\t"),
        ("\n岡山県\t", "\n令和8年度よろず支援拠点相談等実績\n岡山県\t"),
        ("\t", " "),
    ];

    private static AdminBrowser English(AdminHost host, string origin = "https://localhost")
    {
        var browser = host.Open(origin);
        browser.Headers["Accept-Language"] = "en";
        return browser;
    }

    private static void Check(Answer answer, string expected)
    {
        EnglishPage.Check(answer.Page, expected);
        string.Join(' ', answer.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Should().Contain(expected);
    }
}
