using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Yorozu.Data.Accounts;
using Yorozu.Data.Audit;
using Yorozu.Data.Publishing;
using Yorozu.Testing;

namespace Yorozu.Browser.Tests.Admin;

/// <summary>A program of its own for the tests that publish, with one admin and only the older page in it.</summary>
public sealed class AdminHost : BrowserHost
{
    public const string Name = "佐藤";
    public const string Password = "kawa-no-nagare-77";

    protected override IReadOnlyList<DocumentFile> Documents => [PublishedDocuments.Fy2021];

    /// <summary>A window at the upload page, signed in by hand.</summary>
    public async Task<Window> SignInAsync(BrowserNewContextOptions? options = null)
    {
        await AddAdminAsync();
        var window = await OpenAsync(options);
        await window.GoToAsync("/admin/upload");
        await window.Page.Locator("#name").FillAsync(Name);
        await window.Page.Locator("#password").FillAsync(Password);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/admin/upload");
        return window;
    }

    public async Task AddAdminAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountAdministration>();
        if (!await accounts.AnyAsync(default)) (await accounts.AddAsync(Name, Password, new Actor("tester"))).Should().BeEmpty();
    }
}
