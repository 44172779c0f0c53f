using System.Diagnostics;
using Microsoft.Playwright;

namespace Yorozu.Browser.Tests;

/// <summary>
/// Finds a Chromium on this machine or provides one: Playwright's installer, else Debian's package as root. Where none
/// can be had the browser tests are skipped with the reason, but fail when <c>CI=true</c>.
/// </summary>
internal static class Chromium
{
    // The headless shell loads a page with two thirds of the processor time of the whole browser.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly Lazy<string?> Found = new(() => Find() ?? Install());

    /// <summary>The program file, or null when none can be had.</summary>
    public static string? Path => Found.Value;

    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path ?? throw new InvalidOperationException(BrowserFactAttribute.Reason),
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync",
        ],
    });

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return folders.SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists) ?? OfPlaywright();
    }

    private static string? OfPlaywright()
    {
        using var playwright = Playwright.CreateAsync().GetAwaiter().GetResult();
        return File.Exists(playwright.Chromium.ExecutablePath) ? playwright.Chromium.ExecutablePath : null;
    }

    private static string? Install()
    {
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0) return OfPlaywright();
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get")) return null;
        Run("apt-get", "update", "-qq");
        Run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell", "fonts-noto-cjk");
        return Find();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
