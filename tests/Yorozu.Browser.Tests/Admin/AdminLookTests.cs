using Microsoft.Playwright;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests.Admin;

/// <summary>Every admin page, wide and narrow: nothing axe complains of, nothing wider than the window, no console error.</summary>
public sealed class AdminLookTests(AdminHost host) : IClassFixture<AdminHost>
{
    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_admin_page_is_accessible_and_fits(int width)
    {
        await host.AddAdminAsync();
        var size = new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 900 } };
        await using (var visitor = await host.OpenAsync(size)) await LookAsync(visitor, "/admin/sign-in", $"sign-in-{width}");

        await using var window = await host.SignInAsync(size);
        await LookAsync(window, "/admin/upload", $"upload-{width}");
        await WholeMonthTests.UploadAsync(
            window.Page,
            width == 390 ? PublishedDocuments.Fy2026April : PageBuilder.Consultations(3, 2021).Printed("2.相談実績件数", "岡山県", 0, "1").Build("checks-fail.txt"));
        await LookAsync(window, new Uri(window.Page.Url).AbsolutePath, $"review-{width}");
        await LookAsync(window, new Uri(window.Page.Url).AbsolutePath + "/print", $"print-{width}");
        await LookAsync(window, "/admin/releases/1/withdraw", $"withdraw-{width}");
        foreach (var name in (string[])["", "/users", "/account", "/log", "/help"])
        {
            await LookAsync(window, "/admin" + name, $"admin{name.Replace('/', '-')}-{width}");
        }
    }

    private static async Task LookAsync(Window window, string path, string name)
    {
        await window.GoToAsync(path);
        await window.ScreenshotAsync(name);
        (await window.Page.ViolationsAsync()).Should().BeEmpty("of {0}", path);
        (await window.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("{0} fits {1}", path, name);
        window.Problems.Should().BeEmpty();
    }
}
