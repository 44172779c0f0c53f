using Microsoft.Playwright;
using Yorozu.Statistics;
using Yorozu.Statistics.References;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests.Admin;

/// <summary>Every admin page, wide and narrow: nothing axe complains of, nothing wider than the window, no console error.</summary>
public sealed class AdminLookTests(AdminHost host) : IClassFixture<AdminHost>
{
    [BrowserTheory]
    [InlineData(1440, "ja")]
    [InlineData(390, "ja")]
    [InlineData(1440, "en")]
    [InlineData(390, "en")]
    public async Task Every_admin_page_is_accessible_and_fits(int width, string language)
    {
        await host.AddAdminAsync();
        var size = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 }, Locale = language };
        await using (var visitor = await host.OpenAsync(size)) await LookAsync(visitor, "/admin/sign-in", $"sign-in-{width}-{language}");

        await using var window = await host.SignInAsync(size);
        await LookAsync(window, "/admin/upload", $"upload-{width}-{language}");
        await WholeMonthTests.SendAsync(window.Page, PageBuilder.Consultations(1).Printed("2.相談実績件数", "岡山県", 4, "1,2x").Build("broken.txt"));
        await window.Page.Locator(".result").WaitForAsync();
        await LookAsync(window, $"refused-{width}-{language}");
        await WholeMonthTests.UploadAsync(
            window.Page,
            width == 390 ? PublishedDocuments.Fy2026April : PageBuilder.Consultations(3, 2021).Printed("2.相談実績件数", "岡山県", 0, "1").Build("checks-fail.txt"));
        await LookAsync(window, new Uri(window.Page.Url).AbsolutePath, $"review-{width}-{language}");
        await LookAsync(window, new Uri(window.Page.Url).AbsolutePath + "/print", $"print-{width}-{language}");
        await LookAsync(window, "/admin/releases/1/withdraw", $"withdraw-{width}-{language}");
        foreach (var name in (string[])["", "/users", "/account", "/passkeys", "/log", "/help"])
        {
            await LookAsync(window, "/admin" + name, $"admin{name.Replace('/', '-')}-{width}-{language}");
        }

        await LookAsync(window, "/admin/reference", $"reference-{width}-{language}");
        await PreviewAsync(window.Page);
        await LookAsync(window, $"reference-preview-{width}-{language}");
    }

    private static async Task PreviewAsync(IPage page)
    {
        foreach (var (field, value) in new[]
        {
            ("key", "population"), ("name", "人口"), ("englishName", "Population"), ("unit", "人"), ("per", "100000"), ("date", "2025-10-01"),
            ("source", "「人口推計」（総務省統計局）を加工して作成"), ("licence", "CC BY 4.0"),
            ("figures", string.Join('\n', Prefecture.All.Select(p => $"{p.Code},{p.Name},1234567").Prepend(ReferenceReader.Heading))),
        })
        {
            await page.Locator("#" + field).FillAsync(value);
        }

        await page.Locator("form.fields button").ClickAsync();
        await page.Locator("#preview").WaitForAsync();
    }

    private static async Task LookAsync(Window window, string path, string name)
    {
        await window.GoToAsync(path);
        await LookAsync(window, name);
    }

    private static async Task LookAsync(Window window, string name)
    {
        await window.ScreenshotAsync(name);
        (await window.Page.ViolationsAsync()).Should().BeEmpty("of {0}", name);
        (await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("{0} fits", name);
        window.Problems.Should().BeEmpty();
    }
}
