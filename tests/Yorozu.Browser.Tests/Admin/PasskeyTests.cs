using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Yorozu.Data.Store;

namespace Yorozu.Browser.Tests.Admin;

/// <summary>Passkeys in a real browser, with Chromium's virtual device.</summary>
public sealed class PasskeyTests(AdminHost host) : IClassFixture<AdminHost>
{
    [BrowserFact]
    public async Task A_passkey_is_added_signs_in_without_typing_and_is_removed()
    {
        await host.AddAdminAsync();
        // A passkey belongs to a name, and 127.0.0.1 is none.
        var site = new UriBuilder(host.ClientOptions.BaseAddress) { Host = "localhost" }.Uri.ToString().TrimEnd('/');
        await using var window = await host.OpenAsync();
        var page = window.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        var added = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        var id = added!.Value.GetProperty("authenticatorId").GetString()!;

        await page.GotoAsync($"{site}/admin/sign-in?returnUrl=/admin/passkeys");
        await page.Locator("#name").FillAsync(AdminHost.Name);
        await page.Locator("#password").FillAsync(AdminHost.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/admin/passkeys");
        await page.Locator("#passkey-name").FillAsync("職場のパソコン");
        await page.Locator("#add-current").FillAsync(AdminHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを追加する" }).ClickAsync();
        await page.GetByText("パスキーを追加しました。").WaitForAsync();
        (await page.Locator("tbody th").AllInnerTextsAsync()).Should().Equal("職場のパソコン");
        await window.ScreenshotAsync("passkeys");

        await page.Locator("#passkey-name").FillAsync("もう一度");
        await page.Locator("#add-current").FillAsync(AdminHost.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーを追加する" }).ClickAsync();
        await page.GetByText("この端末にはもうパスキーがあります。").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.WaitForURLAsync("**/admin/sign-in");
        await VerifyAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
        await page.GetByText("パスキーを使えませんでした。").WaitForAsync();
        await window.ScreenshotAsync("sign-in-passkey");
        await VerifyAsync(true);
        var signIn = await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync(), r => r.Method == "POST");
        await page.WaitForURLAsync("**/admin");
        await RefuseCopyAsync(signIn);
        (await page.Locator(".admin-bar form a").InnerTextAsync()).Should().Be(AdminHost.Name);

        await page.GotoAsync($"{site}/admin/passkeys");
        await page.Locator("details summary").First.ClickAsync();
        await page.Locator("details [name=current]").FillAsync(AdminHost.Password);
        await page.Locator("details button").ClickAsync();
        await page.GetByText("パスキーはまだありません。").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインイン" }).ClickAsync();
        await page.GetByText("パスキーを確かめられませんでした。").WaitForAsync();
        window.Problems.Should().BeEmpty();

        // Of a device that does not count: its counter stays 0.
        async Task RefuseCopyAsync(IRequest request)
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<YorozuDbContext>().Passkeys.ExecuteUpdateAsync(set => set.SetProperty(p => p.SignCount, 0));
            using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
            using var copy = new HttpRequestMessage(HttpMethod.Post, request.Url)
            {
                Content = new StringContent(request.PostData!, Encoding.UTF8, "application/x-www-form-urlencoded"),
            };
            copy.Headers.Add("Cookie", (await request.AllHeadersAsync())["cookie"]);
            copy.Headers.Add("Origin", site);
            using var answer = await client.SendAsync(copy);
            (await answer.Content.ReadAsStringAsync()).Should().Contain("パスキーを確かめられませんでした。");
            answer.Headers.GetValues("Set-Cookie").Should().NotContain(cookie => cookie.Contains("yorozu-admin=", StringComparison.Ordinal));
        }

        Task VerifyAsync(bool succeeds) => device.SendAsync(
            "WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = id, ["isUserVerified"] = succeeds });
    }

    [BrowserFact]
    public async Task Without_scripts_only_the_password_is_offered()
    {
        await host.AddAdminAsync();
        await using var window = await host.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });

        await window.GoToAsync("/admin/sign-in");

        (await window.Page.GetByRole(AriaRole.Button).AllInnerTextsAsync()).Should().Contain("サインイン").And.NotContain("パスキーでサインイン");
    }
}
