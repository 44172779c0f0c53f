using Microsoft.Playwright;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests.Admin;

/// <summary>What an admin does in a month, from sign-in to sign-out, as a person does it.</summary>
public sealed class WholeMonthTests(AdminHost host) : IClassFixture<AdminHost>
{
    private const string Metric = "/metrics/one-stop-consultations?fy=2026&area=33";

    [BrowserFact]
    public async Task Upload_review_publish_revise_withdraw_and_leave()
    {
        await using var window = await host.SignInAsync();
        var page = window.Page;

        await UploadAsync(page, PublishedDocuments.Fy2026April);
        (await TextAsync(page)).Should().Contain("令和8年度（2026年度） 4月分まで").And.Contain("検算 405/405 一致").And.Contain("公開中の値から変わるところはありません");
        await page.GetByRole(AriaRole.Button, new() { Name = "4月分までを公開する" }).ClickAsync();
        await page.GetByText("公表 2 として公開しました").WaitForAsync();
        var april = await OkayamaAsync(window);

        await page.GotoAsync("/admin/upload");
        await UploadAsync(page, MayPage.Build());
        var review = await TextAsync(page);
        review.Should().Contain("5月分まで").And.Contain("公開中の値から変わるところ 4件");
        (await page.Locator("#sizes").InnerTextAsync()).Should().Contain("東京都").And.Contain("沖縄県");
        await page.Locator("#revisions summary").ClickAsync();
        await page.GetByLabel("地域").SelectOptionAsync("33");
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込む" }).ClickAsync();
        await page.WaitForURLAsync("**area=33**");
        (await page.Locator("#revisions tbody tr").AllInnerTextsAsync()).Should().ContainSingle().Which.Should().MatchRegex(@"岡山県.*→\s*700");

        // May is not over on the day of the test.
        await page.GetByText("令和8年度（2026年度） 5月分として公開する").ClickAsync();
        // Without a note the browser itself does not send the form.
        await page.GetByRole(AriaRole.Button, new() { Name = "5月分までを公開する" }).ClickAsync();
        (await page.Locator("#note:invalid").CountAsync()).Should().Be(1);
        await page.Locator("#note").FillAsync("公表元が3府県の4月分を訂正したため。");
        await page.GetByRole(AriaRole.Button, new() { Name = "5月分までを公開する" }).ClickAsync();
        await page.GetByText("公表 3 として公開しました").WaitForAsync();
        (await OkayamaAsync(window)).Should().NotBe(april).And.Contain("700");

        await page.GotoAsync("/admin");
        await page.Locator("tr", new() { HasText = "公表 3" }).GetByText("取り下げる…").ClickAsync();
        await page.WaitForURLAsync("**/admin/releases/**");
        (await TextAsync(page)).Should().Contain("まだ取り下げていません").And.Contain("公表 2 の値に戻る");
        await page.Locator("#note").FillAsync("確認のため。");
        await page.GetByRole(AriaRole.Button, new() { Name = "公表 3 を取り下げる" }).ClickAsync();
        await page.GetByText("公表 3 を取り下げました").WaitForAsync();
        (await OkayamaAsync(window)).Should().Be(april);

        await page.GotoAsync("/admin");
        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.WaitForURLAsync("**/admin/sign-in");
        await page.GotoAsync("/admin/log");
        page.Url.Should().Contain("/admin/sign-in?returnUrl=");
        window.Problems.Should().BeEmpty();
    }

    [BrowserFact]
    public async Task A_memo_survives_a_session_that_ended_before_it_was_sent()
    {
        await using var window = await host.SignInAsync();
        var page = window.Page;
        await UploadAsync(page, PageBuilder.Consultations(1, 2018).Printed("2.相談実績件数", "岡山県", 0, "1").Build("memo.txt"));
        var review = page.Url;
        await page.GetByRole(AriaRole.Button, new() { Name = "公表元に照会中。" }).ClickAsync();
        // A far year has to be confirmed, or the browser itself does not send the form.
        foreach (var box in await page.Locator("#publish input[type=checkbox][required]").AllAsync()) await box.CheckAsync();
        await page.Context.ClearCookiesAsync(new() { Name = "__Host-yorozu-admin" });

        await page.Locator("#publish button.primary").ClickAsync();
        await page.Locator("#password").WaitForAsync();
        await page.Locator("#name").FillAsync(AdminHost.Name);
        await page.Locator("#password").FillAsync(AdminHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(review);

        (await page.Locator("#note").InputValueAsync()).Should().Be("公表元に照会中。");
        window.Problems.Should().BeEmpty();
    }

    internal static async Task UploadAsync(IPage page, DocumentFile document)
    {
        await SendAsync(page, document);
        await page.WaitForURLAsync("**/admin/uploads/*");
    }

    /// <summary>In any language.</summary>
    internal static async Task SendAsync(IPage page, DocumentFile document)
    {
        await page.Locator("#files").SetInputFilesAsync(new FilePayload { Name = document.Name, MimeType = "text/plain", Buffer = document.Bytes.ToArray() });
        await page.Locator("#upload button").ClickAsync();
    }

    private static Task<string> TextAsync(IPage page) => page.Locator("main").InnerTextAsync();

    /// <summary>What everybody reads about Okayama.</summary>
    private static async Task<string> OkayamaAsync(Window window)
    {
        await window.GoToAsync(Metric);
        return (await window.Page.Locator(".chart-table").First.TextContentAsync())!;
    }
}
